"""The filters of the board as they read."""

from typing import NamedTuple
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.board import Filters


class Link(NamedTuple):
    """A way to another view."""

    label: str
    href: str


class Chosen(NamedTuple):
    """A filter that is on, and how to take it off."""

    label: str
    clear_url: str


class ShownFilters(NamedTuple):
    """What the template shows."""

    url: str
    q: str
    source: str
    sources: list[str]
    links: list[Link]
    chosen: list[Chosen]
    stages: list[tuple[str, str]]
    stage: str


def shown_filters(session: Session, user_id: int, filters: Filters) -> ShownFilters:
    """The board's filters in words."""
    chosen = [
        Chosen(value, _without(filters, name)) for name, value in vars(filters).items() if value
    ]
    return ShownFilters(
        url="/board",
        q=filters.q,
        source=filters.source,
        sources=list(session.scalars(Application.distinct(user_id, "source"))),
        links=[Link("Table", "/board/table"), Link("Archived", "/board/archived")],
        chosen=chosen,
        stages=[],
        stage="",
    )


def _without(filters: Filters, name: str) -> str:
    rest = {other: value for other, value in vars(filters).items() if value and other != name}
    return f"/board?{urlencode(rest)}" if rest else "/board"
