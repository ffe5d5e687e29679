"""Applications without a day and without an answer: they may all be closed at once."""

from tracker.imports.reading.questions import ASK
from tracker.imports.reading.row_stage import SILENCE, go
from tracker.imports.reading.rows import ReadRow

UNDATED = "undated"


def is_open(row: ReadRow) -> bool:
    """Whether nothing tells its day or how it ended, and no other question is about it.

    What hangs on this one is the same before and after any other is answered.
    """
    known = row.archived or row.facts.get("applied_on") or row.problems or row.hangs
    return not (known or row.kind != "application" or _came_back(row))


def close_undated(row: ReadRow, answers: dict[str, str]) -> None:
    """Close an open one as no answer where the person says so."""
    row.hangs_on(UNDATED)
    if answers[UNDATED] == ASK:
        row.ask(UNDATED, "It has no date and no answer: is it over?")
    elif answers[UNDATED] == SILENCE:
        go(row, SILENCE, None)


def _came_back(row: ReadRow) -> bool:
    """Whether anything at all was heard since it was sent: then it can't be closed as silence."""
    return row.path != ["applied"] or row.offer is not None or "response_on" in row.facts
