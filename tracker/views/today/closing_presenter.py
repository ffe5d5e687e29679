"""Leads that close within days, as Today lists them: one by its name, several in one line."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.loop.day_words import NOTHING, NUMBERS
from tracker.models.reads.coming import CLOSING, ComingRow
from tracker.values.formatting import day, in_sentence, shortened
from tracker.views.today.rows_presenter import LONGEST, Line


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
    alone: ClosingLead | None = None
    """The only one of the line."""
    lines: list[Line] = []
    """One at most."""
    sentence: str = ""


def closes_soon(row: ComingRow, today: date) -> bool:
    """Whether it stands among what is to be done, and not among what comes."""
    return row.kind == "lead" and row.on is not None and row.on <= today + CLOSING


def present_closing(
    rows: Sequence[ComingRow], count: int, today: date, foremost: bool, sentence: str
) -> Closing:
    """`count` is how many there are; of these, `rows` are the first few."""
    soon = [row for row in rows if closes_soon(row, today)]
    if not soon:
        return Closing(sentence=sentence)
    first = _lead(soon[0], today) if foremost else None
    further = soon[1:] if foremost else soon
    left = count - foremost
    alone = _lead(further[0], today) if left == 1 and further else None
    last = soon[-1].on if len(soon) == count else today + CLOSING
    by = in_sentence(day(last or today, today))
    lines = [_line(alone)] if alone else []
    if left > 1:
        words = f"{left} {'more ' if foremost else ''}openings close by {by}"
        lines = [Line("lead", words, "/leads?sort=closing", "group-closing", due=True)]
    return Closing(first, alone, lines, _sentence(count, soon[0], by, today, sentence))


def _lead(row: ComingRow, today: date) -> ClosingLead:
    when = f"Closes {in_sentence(day(row.on or today, today))}"
    return ClosingLead(row[1], row[2] or row[3] or "An opening", row[3] if row[2] else "", when)


def _line(lead: ClosingLead) -> Line:
    name = shortened(lead.company or lead.role, LONGEST)
    words = f"Apply to {name}" if lead.company else f"Apply: {name}"
    detail = lead.role if lead.company else ""
    when = lead.when[0].lower() + lead.when[1:]
    return Line("lead", words, f"/leads/{lead.id}", f"lead-{lead.id}", detail, when, due=True)


def _sentence(count: int, soonest: ComingRow, by: str, today: date, sentence: str) -> str:
    """In the place of "Nothing needs you today", which is true no more."""
    if not sentence.startswith(NOTHING):
        return sentence
    when = in_sentence(day(soonest.on or today, today))
    number = NUMBERS[count] if count < len(NUMBERS) else f"{count:,}"
    said = f"An opening closes {when}." if count == 1 else f"{number} openings close by {by}."
    return f"{said[0].upper()}{said[1:]}{sentence.removeprefix(NOTHING)}"
