"""The table as it reads: its heads, which sort, and its rows in plain words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from tracker.loop.outcome import state_label
from tracker.loop.stage import Stage
from tracker.models.reads.filters import TableFilters
from tracker.models.reads.listing import Sort
from tracker.values.days import day_of
from tracker.values.formatting import duration_since, in_sentence, short_day
from tracker.web.paging import address

LARGEST_FIRST = {"since", "applied", "changed", "pay"}
"""What is sorted the largest first when it is chosen."""


class TableColumn(NamedTuple):
    """A column: what it sorts by, its name, and its classes.

    A phone makes two lines of each row, and leaves the extra columns out.
    """

    sort: str
    label: str
    look: str = ""


SAID = {"since": "for", "applied": "applied", "changed": "changed"}
"""Columns of days: a phone shows the one by which it is sorted, and says so; else the day applied.
"""

LIVE = (
    TableColumn("role", "Role"),
    TableColumn("company", "Company"),
    TableColumn("stage", "Stage", "state"),
    TableColumn("since", "In stage", "extra num nowrap"),
    TableColumn("applied", "Applied", "nowrap"),
    TableColumn("changed", "Changed", "nowrap"),
    TableColumn("location", "Location", "extra"),
    TableColumn("source", "Source", "extra"),
    TableColumn("pay", "Pay", "extra num"),
)
ARCHIVED = (
    *LIVE[:2],
    TableColumn("", "Outcome"),
    TableColumn("stage", "Stage", "extra"),
    *LIVE[4:],
)


TAGS = TableColumn("", "Tags", "extra")


class Head(NamedTuple):
    """What the template shows of a column's head."""

    label: str
    href: str | None
    sort: str | None
    look: str
    said: str = ""
    """What a phone says before its day."""


class TableRow(NamedTuple):
    """What the template shows of a row; its cells are those after the role."""

    href: str
    role: str
    cells: list[str]
    stage: str


def present_heads(
    url: str, filters: TableFilters, archived: bool, sort: Sort, tagged: bool
) -> list[Head]:
    """The columns, each with the way to sort by it; that of tags where there are any."""
    kinds = (*(ARCHIVED if archived else LIVE), *((TAGS,) if tagged else ()))
    shown = sort.by if sort.by in SAID and (sort.by, archived) != ("since", True) else "applied"
    return [_head(_of_phone(kind, shown), url, filters, sort) for kind in kinds]


def _of_phone(kind: TableColumn, shown: str) -> TableColumn:
    """Of the columns of days a phone has the one that is shown."""
    if kind.sort not in SAID:
        return kind
    look = kind.look.removeprefix("extra ")
    return kind._replace(look=look if kind.sort == shown else f"extra {look}")


def _head(kind: TableColumn, url: str, filters: TableFilters, sort: Sort) -> Head:
    if not kind.sort:
        return Head(kind.label, None, None, kind.look)
    chosen = sort.by == kind.sort
    turned = Sort(kind.sort, not sort.descending if chosen else kind.sort in LARGEST_FIRST)
    said = ("descending" if sort.descending else "ascending") if chosen else None
    href = address(url, vars(filters) | {"sort": turned})
    return Head(kind.label, href, said, kind.look, SAID.get(kind.sort, ""))


def present_sorts(archived: bool, sort: Sort) -> list[tuple[str, str, bool]]:
    """What a phone, which shows no heads, can sort by: how an address says it, its name, if it is.

    The one that is chosen keeps its way.
    """
    kinds = [kind for kind in (ARCHIVED if archived else LIVE) if kind.sort not in ("", "changed")]
    ways = {
        kind: sort if kind.sort == sort.by else Sort(kind.sort, kind.sort in LARGEST_FIRST)
        for kind in kinds
    }
    return [
        (_default(sort), "Last changed", sort.by == "changed"),
        *((str(way), kind.label, way == sort) for kind, way in ways.items()),
    ]


def _default(sort: Sort) -> str:
    """How an address says the usual order: not at all, but for its other way."""
    return f"{sort}" if sort.by == "changed" and sort != Sort() else ""


def present_rows(
    rows: Sequence[Row[Any]], archived: bool, now: datetime, zone: ZoneInfo, tagged: bool
) -> list[TableRow]:
    """The rows, in the order of the columns."""
    lines = [_line(row, archived, now, zone) for row in rows]
    for row, line in zip(rows, lines, strict=True) if tagged else ():
        line.cells.append(", ".join(sorted((row.tags or "").split(", "), key=str.casefold)))
    return lines


def _line(row: Row[Any], archived: bool, now: datetime, zone: ZoneInfo) -> TableRow:
    stage = Stage(row.stage).label
    if archived:
        ended = row.outcome or row.ending
        state, further = state_label(row.stage, row.outcome, row.ending) if ended else "", stage
    else:
        state = state_label(row.stage, None, row.ending)
        further = duration_since(row.stage_since, now, zone)
    today = day_of(now, zone)
    applied = in_sentence(short_day(row.applied_on, today)) if row.applied_on else ""
    changed = in_sentence(short_day(day_of(row.updated_at, zone), today))
    company = row.company if row.role else ""
    cells = [company, state, further, applied, changed, row.location, row.source, row.pay_text]
    role = row.role or row.company or "A job"
    return TableRow(f"/applications/{row.id}", role, cells, row.stage)
