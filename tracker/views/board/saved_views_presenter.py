"""Views that are saved, as they read: what each asks for, where it opens, how many it shows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple
from urllib.parse import parse_qsl

from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.many.saved_view import BOARD, TABLE, SavedView
from tracker.models.reads.filters import Filters, TableFilters
from tracker.models.reads.listing import Sort
from tracker.models.reads.many.view_counts import known_words, view_counts
from tracker.models.reads.standing import AsOf
from tracker.views.board.filters_presenter import FOR_ALL, filter_words
from tracker.views.board.table import filters_of_address, sort_query
from tracker.web.paging import address

ADDRESSES = {BOARD: "/board", TABLE: "/board/table"}


class PresentedView(NamedTuple):
    """A row: its name, what it asks for in words, and how many it shows now."""

    id: int
    name: str
    said: str
    many: str


def present_views(
    session: Session, user_id: int, rows: Sequence[SavedView], moment: AsOf
) -> list[PresentedView]:
    """All of a person's, each counted as it opens."""
    valid = [filters for filters, _ in valid_query(session, user_id, rows)]
    shown = [
        filters if row.shown_as == TABLE else for_the_board(filters)
        for row, filters in zip(rows, valid, strict=True)
    ]
    counts = view_counts(session, user_id, shown, moment)
    return [
        PresentedView(row.id, row.name, said_of(filters), f"{many:,}")
        for row, filters, many in zip(rows, valid, counts, strict=True)
    ]


def filter_query(filters: TableFilters, sort: Sort) -> str:
    """What an address asks for, in words that are valid now."""
    return address("", vars(filters) | {"sort": sort_query(sort)}).removeprefix("?")


def valid_query(
    session: Session, user_id: int, rows: Sequence[SavedView]
) -> list[tuple[TableFilters, Sort]]:
    """As far as it holds: a tag or a source that nothing has any more asks for nothing."""
    given = [dict(parse_qsl(row.asked)) for row in rows]
    every = [filters_of_address(each) for each in given]
    known = known_words(session, user_id, every)
    held = []
    for filters, words in zip(every, given, strict=True):
        gone = {kind: "" for kind, there in known.items() if getattr(filters, kind) not in there}
        held.append((replace(filters, **gone), Sort.parse(words.get("sort", ""))))
    return held


def for_the_board(filters: TableFilters) -> Filters:
    """A board has its stages beside each other."""
    return Filters(**{name: getattr(filters, name) for name in FOR_ALL})


def place_of(session: Session, row: SavedView) -> str:
    """Its address; a board has no order of rows."""
    [(filters, sort)] = valid_query(session, row.user_id, [row])
    if row.shown_as == TABLE:
        return address(ADDRESSES[TABLE], vars(filters) | {"sort": sort_query(sort)})
    stage = f"#column-{filters.stage}" if filters.stage in list(Stage) else ""
    return address(ADDRESSES[BOARD], vars(for_the_board(filters))) + stage


def said_of(filters: TableFilters) -> str:
    """What it asks for, in words."""
    words = [filter_words(name, value) for name, value in vars(filters).items() if value]
    return " · ".join(words) or "Everything"
