"""Where a person's openings were found, and the views that they keep: what View offers."""

from typing import NamedTuple

from sqlalchemy import BigInteger, ColumnElement, Select, Text, bindparam, cast, func, null, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.many.saved_view import SavedView

MOST = 100


class OfferedView(NamedTuple):
    """One that is kept: its name, how it is shown, and what it asks for."""

    id: int
    name: str
    shown_as: str
    asked: str


class Offered(NamedTuple):
    """Both by name."""

    sources: list[str]
    views: list[OfferedView]


def _least(*above: ColumnElement[bool]) -> Select[str]:
    """The first of a person's sources by name that is above something."""
    return select(func.min(Application.source).label("source")).where(
        Application.user_id == bindparam("user_id"), Application.deleted_at.is_(None), *above
    )


def _every() -> Select[str]:
    every = _least(Application.source > "").cte("every_source", recursive=True)
    further = _least(Application.source > every.c.source).scalar_subquery()
    every = every.union_all(select(further).where(every.c.source.is_not(None)))
    return select(every.c.source).where(every.c.source.is_not(None)).limit(MOST)


SOURCES = _every()
"""A person's own sources by name: by the index from one to the next, whatever lies between."""
EACH = SOURCES.subquery()
VIEWS = select(SavedView.id, SavedView.name, SavedView.shown_as, SavedView.asked).where(
    SavedView.user_id == bindparam("user_id")
)
NO_WORDS = cast(null(), Text)
OFFERED = select(cast(null(), BigInteger), EACH.c.source, NO_WORDS, NO_WORDS).union_all(VIEWS)
"""Both in one statement: the board asks for them each time."""


def offered(session: Session, user_id: int) -> Offered:
    """What View offers of a person's own."""
    found = session.connection().execute(OFFERED, {"user_id": user_id}).all()
    views = [OfferedView(*row) for row in found if row[0]]
    views.sort(key=lambda view: view.name.casefold())
    return Offered([row[1] for row in found if row[0] is None], views)
