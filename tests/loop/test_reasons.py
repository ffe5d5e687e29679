"""The reasons behind each part of the path."""

from pathlib import Path

import pytest

from tracker.loop.reasons import REASONS, Reason
from tracker.loop.step_kind import PARTS

SOURCES = (Path(__file__).parents[2] / "docs" / "sources.md").read_text(encoding="utf-8")
EVERY = [reason for reasons in REASONS.values() for reason in reasons]


def test_every_part_of_the_path_has_its_reason() -> None:
    assert set(REASONS) == set(PARTS)
    assert all(REASONS.values())


@pytest.mark.parametrize("source", sorted({each for one in EVERY for each in one.sources}))
def test_every_source_has_an_entry_among_what_was_checked(source: str) -> None:
    assert f"| {source} |" in SOURCES


@pytest.mark.parametrize("reason", EVERY)
def test_a_reason_names_its_source_or_says_that_there_is_no_study(reason: Reason) -> None:
    assert ("no study is behind it" in reason.found) == (not reason.sources)


@pytest.mark.parametrize("reason", EVERY)
def test_a_reason_says_how_far_it_goes_in_a_few_short_lines(reason: Reason) -> None:
    assert reason.limit
    for line in (reason.why, reason.found, reason.limit):
        assert len(line) <= 220
        assert line.endswith(".")
