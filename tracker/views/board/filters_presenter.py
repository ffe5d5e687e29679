"""The filters of the board and of the table as they read."""

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import parse_qsl

from sqlalchemy.orm import Session

from tracker.loop.ending import ENDINGS
from tracker.loop.stage import Stage
from tracker.models.application_facts import WORKPLACES
from tracker.models.many.saved_view import BOARD, TABLE
from tracker.models.reads.filters import Filters
from tracker.models.reads.sources import OfferedView, offered
from tracker.models.reads.standing import Standing
from tracker.web.paging import address

STAGES = [
    *((stage.value, stage.label) for stage in Stage),
    *((name, label) for name, label in ENDINGS.items() if name),
]
"""What a table can be filtered by: where a card stands, and how it ended."""
STANDINGS = {each.value: each.label for each in Standing} | {
    Standing.SILENT.value: "No reply for longer than usual"
}
"""How one stands, as a choice of a filter."""
SAID = {"stage": dict(STAGES), "standing": STANDINGS, "workplace": WORKPLACES}
"""Choices whose words are not the person's own."""
FOR_ALL = ("q", "source", "standing", "workplace", "tag")
"""Filters that every view has."""
KEPT = ("standing", "workplace", "tag")
VIEWS = {"/board": "Board", "/board/table": "Table", "/board/archived": "Archived"}


class ViewLink(NamedTuple):
    """A way to another view, under the same filters."""

    label: str
    href: str


class ActiveFilter(NamedTuple):
    """A filter that is on, and how to take it off."""

    label: str
    clear_url: str
    kind: str


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
    kept: list[tuple[str, str]]
    """Filters that the form has no field for."""
    many_url: str
    """Where more can be chosen, and many changed at once."""
    views: Sequence[OfferedView]
    """Those that the person saved."""
    saving_url: str
    """Where what is filtered gets a name, unless it has one or is not of a kind that can."""
    shown_all: bool
    """Whether one link takes off all that is filtered."""
    on: bool
    """Whether anything is filtered; the words sought stand in their field, not among the chosen."""


def present_filters(
    session: Session, user_id: int, filters: Filters, url: str = "/board", sort: str = ""
) -> PresentedFilters:
    """The filters of one view in words; a table's can choose a stage, and keep how it is sorted."""
    given: dict[str, Any] = vars(filters)
    own, views = offered(session, user_id)
    common = {name: given[name] for name in FOR_ALL}
    opened = present_view(url, given, sort, views)
    chosen = opened or present_chosen(url, given | {"sort": sort})
    new = bool((chosen or filters.q) and not opened and url != "/board/archived")
    return PresentedFilters(
        url=url,
        q=filters.q,
        source=filters.source,
        sources=own if filters.source in ("", *own) else [filters.source, *own],
        links=[ViewLink(name, address(to, common)) for to, name in VIEWS.items() if to != url],
        chosen=chosen,
        stages=STAGES if "stage" in given else [],
        stage=given.get("stage", ""),
        sort=sort,
        kept=[(name, given[name]) for name in KEPT if given[name]],
        many_url=address("/board/many", given),
        views=views,
        saving_url=saving_url(given | {"sort": sort}, TABLE if url != "/board" else "")
        if new
        else "",
        shown_all=bool(opened) or len(chosen) > 1,
        on=bool(filters),
    )


def saving_url(given: Mapping[str, str], shown_as: str = "") -> str:
    """Where what is filtered gets a name."""
    return address("/board/views/new", {**given, "shown_as": shown_as})


def present_view(
    url: str, given: Mapping[str, str], sort: str, views: Sequence[OfferedView]
) -> list[ActiveFilter]:
    """The view that this is, by its name, where one asks for just what is asked for."""
    is_table = url == "/board/table"
    names = (*given, "sort") if is_table else FOR_ALL
    asked = {name: value for name, value in {**given, "sort": sort}.items() if value}
    shown_as = TABLE if is_table else BOARD
    for view in views if asked and url in ("/board", "/board/table") else ():
        wanted = dict(parse_qsl(view.asked))
        if view.shown_as == shown_as and {n: wanted[n] for n in names if wanted.get(n)} == asked:
            return [ActiveFilter(view.name, url, "view")]
    return []


def present_chosen(url: str, given: dict[str, Any]) -> list[ActiveFilter]:
    """Each filter that is on, but for the words sought, with the same address without it."""
    return [
        ActiveFilter(filter_words(name, value), address(url, given | {name: ""}), name)
        for name, value in given.items()
        if value and name not in ("q", "sort")
    ]


def filter_words(kind: str, value: str) -> str:
    """A choice as it reads."""
    return SAID[kind][value] if kind in SAID else value
