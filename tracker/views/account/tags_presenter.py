"""The applications of a tag as they read."""

from collections.abc import Sequence
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Row

from tracker.loop.outcome import state_label
from tracker.values.formatting import in_sentence, short_day

SHOWN = 10
"""Applications on a tag's own page; all of them are behind a link."""


class TaggedRow(NamedTuple):
    """One of them: two lines, and the day by which they are sorted."""

    id: int
    role: str
    company: str
    beside: str
    """The company, where it is not the name already."""
    state: str
    stage: str
    applied: str


def present_tagged(rows: Sequence[Row[Any]], today: date) -> list[TaggedRow]:
    """What has a tag, in the order given."""
    return [_row(row, today) for row in rows]


def _row(row: Row[Any], today: date) -> TaggedRow:
    state = state_label(row.stage, row.outcome, row.ending)
    role = row.role or row.company or "A job"
    beside = row.company if row.role else ""
    applied = in_sentence(short_day(row.applied_on, today)) if row.applied_on else ""
    return TaggedRow(row.id, role, row.company or role, beside, state, row.stage, applied)
