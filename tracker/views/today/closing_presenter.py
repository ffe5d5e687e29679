"""Leads that close within days, as Today lists them: one by its name, several in one line."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.loop.day_words import closing_words
from tracker.models.reads.coming import CLOSING, ComingRow
from tracker.values.formatting import near_day, plural, shortened
from tracker.views.today.rows_presenter import LONGEST, TodayLine


class ClosingLead(NamedTuple):
    """One that stands by its name, with what can be done at once."""

    id: int
    role: str
    company: str
    when: str
    """Closes tomorrow."""


class Closing(NamedTuple):
    """What Today says of them."""

    foremost: ClosingLead | None = None
    """Where nothing else is due or next, the soonest."""
    lines: list[TodayLine] = []
    """One at most."""


def closes_soon(row: ComingRow, today: date) -> bool:
    """Whether it stands among what is to be done, and not among what comes."""
    return row.kind == "lead" and row.on is not None and row.on <= today + CLOSING


def closing_clause(rows: Sequence[ComingRow], count: int, today: date) -> str:
    """The part of the day's sentence: an opening closes tomorrow."""
    soon = [row for row in rows if closes_soon(row, today)]
    return closing_words(count, _last_day(soon, count, today)) if soon else ""


def present_closing(rows: Sequence[ComingRow], count: int, today: date, foremost: bool) -> Closing:
    """`count` is how many there are; of these, `rows` are the first few."""
    soon = [row for row in rows if closes_soon(row, today)]
    if not soon:
        return Closing()
    first = _lead(soon[0], today) if foremost else None
    further = soon[1:] if foremost else soon
    left = count - foremost
    lines = [_line(_lead(each, today)) for each in further[:1]] if left == 1 else []
    if left > 1:
        lines = [_group(left, _last_day(soon, count, today), "more " if foremost else "")]
    return Closing(first, lines)


def closing_listed(rows: Sequence[ComingRow], count: int, today: date) -> list[TodayLine]:
    """All of them in the whole list, one by one; in one line where they are too many for it."""
    if len(rows) < count:
        return [_group(count, near_day(today + CLOSING, today))]
    leads = [_lead(row, today) for row in rows]
    return [_line(lead, lead.role if lead.company else "") for lead in leads]


def _group(count: int, by: str, more: str = "") -> TodayLine:
    words = f"{plural(count, f'{more}opening')} close by {by}"
    return TodayLine("lead", words, "/leads?sort=closing", "group-closing", due=True)


def _last_day(soon: Sequence[ComingRow], count: int, today: date) -> str:
    last = soon[-1].on if len(soon) == count else today + CLOSING
    return near_day(last or today, today)


def _lead(row: ComingRow, today: date) -> ClosingLead:
    when = f"Closes {near_day(row.on or today, today)}"
    return ClosingLead(row[1], row[2] or row[3] or "An opening", row[3] if row[2] else "", when)


def _line(lead: ClosingLead, detail: str = "") -> TodayLine:
    name = shortened(lead.company or lead.role, LONGEST)
    words = f"Apply to {name}" if lead.company else f"Apply: {name}"
    when = lead.when[0].lower() + lead.when[1:]
    return TodayLine("lead", words, f"/leads/{lead.id}", f"lead-{lead.id}", detail, when, due=True)
