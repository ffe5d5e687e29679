"""What all tests of bringing files in share."""

import pytest

from tracker.imports.steps import work


@pytest.fixture(autouse=True)
def time_enough(monkeypatch: pytest.MonkeyPatch) -> None:
    """A request does all of its step, however slow the machine is."""
    monkeypatch.setattr(work, "SLICE", 3600.0)
