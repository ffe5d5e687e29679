"""The table as it reads: its heads, which sort, and its rows in plain words."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import Row

from tracker.loop.facts import here_since
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
"""Columns of days: a phone shows the one by which it is sorted; else the day applied, and says so.
Of what was changed last in the archive it says since when it is there.
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
AWAY = TableColumn("", "Archived", "nowrap")
ARCHIVED = (
    *LIVE[:2],
    TableColumn("", "Outcome"),
    TableColumn("stage", "Stage", "extra"),
    LIVE[4],
    AWAY,
    *LIVE[5:],
)


TAGS = TableColumn("", "Tags", "extra")


class Head(NamedTuple):
    """What the template shows of a column's head."""

    label: str
    href: str | None
    sort: str | None
    look: str
    said: str = ""
    """What a phone says before its day; in view where it is not sorted by that."""


class SortChoice(NamedTuple):
    """One thing that a phone can sort by."""

    name: str
    href: str
    chosen: bool
    descending: bool


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
    day = AWAY if archived and shown == "changed" else next(k for k in LIVE if k.sort == shown)
    return [_head(_of_phone(kind, day), url, filters, sort) for kind in kinds]


def _of_phone(kind: TableColumn, shown: TableColumn) -> TableColumn:
    """Of the columns of days a phone has the one that is shown."""
    if kind.sort not in SAID and kind != AWAY:
        return kind
    look = kind.look.removeprefix("extra ")
    return kind._replace(look=look if kind == shown else f"extra {look}")


def _head(kind: TableColumn, url: str, filters: TableFilters, sort: Sort) -> Head:
    if not kind.sort:
        return Head(
            kind.label, None, None, kind.look, "archived" if kind.label == AWAY.label else ""
        )
    chosen = sort.by == kind.sort
    turned = Sort(kind.sort, not sort.descending if chosen else kind.sort in LARGEST_FIRST)
    said = ("descending" if sort.descending else "ascending") if chosen else None
    href = address(url, vars(filters) | {"sort": turned})
    return Head(kind.label, href, said, kind.look, SAID.get(kind.sort, ""))


def present_sorts(url: str, filters: TableFilters, archived: bool, sort: Sort) -> list[SortChoice]:
    """What a phone, which shows no heads, can sort by; the one that is chosen turns round."""
    kinds = {kind.sort: kind.label for kind in (ARCHIVED if archived else LIVE) if kind.sort}
    names = {"changed": "Last changed"} | {by: kinds[by] for by in kinds if by != "changed"}
    return [_choice(by, name, url, filters, sort) for by, name in names.items()]


def _choice(by: str, name: str, url: str, filters: TableFilters, sort: Sort) -> SortChoice:
    chosen = sort.by == by
    way = Sort(by, not sort.descending if chosen else by in LARGEST_FIRST)
    asked = "" if way == Sort() else str(way)
    return SortChoice(
        name, address(url, vars(filters) | {"sort": asked}), chosen, sort.descending and chosen
    )


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
        further = duration_since(here_since(row), now, zone)
    today = day_of(now, zone)
    applied = in_sentence(short_day(row.applied_on, today)) if row.applied_on else ""
    changed = in_sentence(short_day(day_of(row.updated_at, zone), today))
    days = [applied, changed]
    if archived:
        days.insert(1, in_sentence(short_day(day_of(row.archived_at, zone), today)))
    company = row.company if row.role else ""
    cells = [company, state, further, *days, row.location, row.source, row.pay_text]
    role = row.role or row.company or "A job"
    return TableRow(f"/applications/{row.id}", role, cells, row.stage)
