"""Points elsewhere that the same action may answer: what they said again, the latest first."""

from collections.abc import Collection, Iterable
from typing import NamedTuple

from sqlalchemy import ColumnElement, Select, or_, select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.feedback import FeedbackPoint, Theme
from tracker.models.search import ESCAPE, like, words_of

SHOWN = 12
"""Points that a form offers; the others are found by a word."""


class PointElsewhere(NamedTuple):
    """A point with the application that it was said about."""

    id: int
    quote: str
    application_id: int
    role: str
    company: str


class SameLesson(NamedTuple):
    """The latest few, and whether there are others."""

    points: list[PointElsewhere]
    more: bool


def same_lesson(
    session: Session,
    user_id: int,
    themes: Iterable[int],
    apart: Collection[int] = (),
    application_id: int | None = None,
    words: str = "",
) -> SameLesson:
    """Points to improve that nothing answers yet: of these themes and their finer ones.

    Those of one application may be left out, and some points. Words look in all of a person's
    points, their roles and companies; so does no theme at all.
    """
    wanted = list(themes)
    found = _points(user_id).where(FeedbackPoint.is_to_improve, ~Action.answers_it())
    found = found.where(FeedbackPoint.id.not_in(list(apart)))
    if application_id is not None:
        found = found.where(FeedbackPoint.application_id != application_id)
    if words:
        found = found.where(*(_holds(word) for word in words_of(words)))
    elif wanted:
        finer = select(Theme.id).where(Theme.parent_id.in_(wanted))
        theme = FeedbackPoint.theme_id
        found = found.where(theme.in_(wanted) | theme.in_(finer))
    rows = session.execute(found.order_by(FeedbackPoint.id.desc()).limit(SHOWN + 1)).all()
    return SameLesson([PointElsewhere(*row) for row in rows[:SHOWN]], len(rows) > SHOWN)


def points_elsewhere(session: Session, points: Iterable[FeedbackPoint]) -> list[PointElsewhere]:
    """These points, each with its application, the latest first."""
    chosen = list(points)
    if not chosen:
        return []
    mine = FeedbackPoint.id.in_([each.id for each in chosen])
    found = _points(chosen[0].user_id).where(mine).order_by(FeedbackPoint.id.desc())
    return [PointElsewhere(*row) for row in session.execute(found)]


def _points(user_id: int) -> Select[*tuple[int, str, int, str, str]]:
    return (
        select(
            FeedbackPoint.id,
            FeedbackPoint.quote,
            Application.id,
            Application.role,
            Application.company,
        )
        .join(Application, Application.id == FeedbackPoint.application_id)
        .where(
            FeedbackPoint.user_id == user_id,
            Application.deleted_at.is_(None),
        )
    )


def _holds(word: str) -> ColumnElement[bool]:
    places = (FeedbackPoint.quote, Application.role, Application.company)
    return or_(*(place.ilike(like(word), escape=ESCAPE) for place in places))
