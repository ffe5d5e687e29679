"""How many applications each of several filters shows, all in one statement."""

from collections.abc import Collection, Sequence

from sqlalchemy import func, select, true
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.reads.filters import Filters
from tracker.models.reads.standing import AsOf
from tracker.models.skill import Tag


def view_counts(
    session: Session, user_id: int, wanted: Sequence[Filters], moment: AsOf
) -> list[int]:
    """Of what stands on the board, in the order given."""
    if not wanted:
        return []
    counts = [
        func.count().filter(true(), *each.conditions(session, user_id, moment)) for each in wanted
    ]
    mine = select(*counts).select_from(Application)
    return list(session.execute(mine.where(Application.user_id == user_id, Application.live)).one())


def known_words(
    session: Session, user_id: int, wanted: Sequence[Filters]
) -> dict[str, Collection[str]]:
    """Tags and sources that are asked for and still there; to ask for none holds, too."""
    there: dict[str, Collection[str]] = {}
    for kind, column, owner in (
        ("tag", Tag.name, Tag.user_id),
        ("source", Application.source, Application.user_id),
    ):
        asked = {getattr(each, kind) for each in wanted} - {""}
        mine = select(column).where(owner == user_id, column.in_(asked)).distinct()
        there[kind] = {"", *(session.scalars(mine) if asked else ())}
    return there
