"""The short form of what `bin/torture` does for longer."""

from pathlib import Path

import pytest

from tests.torture import kills, power, queued, twice
from tests.torture.fault import Fault, Work


@pytest.mark.parametrize(
    "fault",
    [kills.FAULT, power.FAULT, *twice.FAULTS, queued.FAULT],
    ids=["kills", "power", "races", "taps", "lost answers", "queued"],
)
def test_server_stands(fault: Fault, tmp_path: Path) -> None:
    fault.happen(Work(tmp_path, short=True))
