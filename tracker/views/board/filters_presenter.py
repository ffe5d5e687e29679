"""The filters of the board and of the table as they read."""

from typing import Any, NamedTuple

from sqlalchemy.orm import Session

from tracker.loop.ending import ENDINGS
from tracker.loop.stage import Stage
from tracker.models.reads.board import Filters
from tracker.models.reads.sources import SOURCES
from tracker.web.paging import address

STAGES = [
    *((stage.value, stage.label) for stage in Stage),
    *((name, label) for name, label in ENDINGS.items() if name),
]
"""What a table can be filtered by: where a card stands, and how it ended."""
VIEWS = {"/board": "Board", "/board/table": "Table", "/board/archived": "Archived"}


class ViewLink(NamedTuple):
    """A way to another view, under the same filters."""

    label: str
    href: str


class ActiveFilter(NamedTuple):
    """A filter that is on, and how to take it off."""

    label: str
    clear_url: str


class PresentedFilters(NamedTuple):
    """What the template shows."""

    url: str
    q: str
    source: str
    sources: list[str]
    links: list[ViewLink]
    chosen: list[ActiveFilter]
    stages: list[tuple[str, str]]
    stage: str
    sort: str
    on: bool
    """Whether anything is filtered; the words sought stand in their field, not among the chosen."""


def present_filters(
    session: Session, user_id: int, filters: Filters, url: str = "/board", sort: str = ""
) -> PresentedFilters:
    """The filters of one view in words; a table's can choose a stage, and keep how it is sorted."""
    given: dict[str, Any] = vars(filters)
    own = list(session.connection().scalars(SOURCES, {"user_id": user_id}))
    common = {name: given[name] for name in ("q", "source")}
    return PresentedFilters(
        url=url,
        q=filters.q,
        source=filters.source,
        sources=own if filters.source in ("", *own) else [filters.source, *own],
        links=[ViewLink(name, address(to, common)) for to, name in VIEWS.items() if to != url],
        chosen=[
            ActiveFilter(_words(name, value), address(url, given | {name: "", "sort": sort}))
            for name, value in given.items()
            if value and name != "q"
        ],
        stages=STAGES if "stage" in given else [],
        stage=given.get("stage", ""),
        sort=sort,
        on=bool(filters) or bool(given.get("stage")),
    )


def _words(name: str, value: str) -> str:
    return dict(STAGES)[value] if name == "stage" else value
