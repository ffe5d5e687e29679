"""A list in a report: the latest of it, and how many more there are."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple, TypeVar

from tracker.exports.report.blocks import (
    MATTERS,
    Block,
    Rows,
    day_words,
    joined,
    line_of,
    names_of,
)
from tracker.sharing.loop_rows import AskRow
from tracker.sharing.record import Record
from tracker.sharing.rows import ApplicationRow, InterviewRow, MoveRow, NoteRow, OfferRow

Line = TypeVar("Line")
APPLICATIONS, INTERVIEWS, OFFERS, LISTED, NOTES = 30, 16, 8, 3, 3
READ = {"asks": LISTED, "moves": LISTED, "notes": NOTES}
"""Lines of the lists of which a report shows the latest: no more are read. Of others it chooses."""
MOST = {
    "applications": APPLICATIONS,
    "interviews": INTERVIEWS,
    "offers": OFFERS,
    "asks": LISTED,
    "moves": LISTED,
    "notes": NOTES,
}
"""Lines of each list that a report has room for."""
NOTE, ONWARD, WHICH = 200, 300, 66  # characters
WHOLE_LINE, LINES = 95, 2
"""How many characters fit across a page, and how many lines a cell may have."""


class ReportColumn(NamedTuple):
    """Its head, and its share of the width; 0 is as wide as its words."""

    head: str
    width: int


DAY, APPLICATION = ReportColumn("Day", 0), ReportColumn("Application", 12)


def table(
    columns: Sequence[ReportColumn],
    record: Record,
    name: str,
    lines: Sequence[Line],
    row: Callable[[Line], tuple[str, ...]],
    gives: int = MATTERS,
) -> Iterator[Block]:
    if not lines:
        return
    heads, widths = zip(*columns, strict=True)
    room = [LINES * WHOLE_LINE * (width or 5) // (sum(widths) + 3) for width in widths]
    rows = tuple(tuple(map(line_of, row(line), room)) for line in lines[: MOST[name]])
    more = len(lines) - len(rows) + record.further_of(name)
    yield Rows(heads, rows, widths, more, gives)


def which(line: ApplicationRow | InterviewRow | OfferRow | AskRow | MoveRow | NoteRow) -> str:
    return names_of(line.role, line.company, WHICH)


def on_day(what: str, day: date | None) -> str:
    return joined(what, day_words(day) if what and day else "", between=", ")


def day(moment: date | None) -> str:
    return day_words(moment, "not known")
