"""What a person changed: versions of the résumé, and actions that are done."""

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, SQLColumnExpression, func, select

from tracker.insights.figures.scope import USER, Scope, Shape
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.document import Document

LATEST = 60
"""Done actions that are looked at."""


class DoneAction(NamedTuple):
    """An action on the day it was done."""

    what: str
    on: date


def read_resumes(scope: Scope) -> dict[int, str]:
    """What each version is called, the oldest first."""
    return {number: scope.mask.text(label) for number, label in scope.rows(RESUMES)}


def read_days_done(scope: Scope) -> dict[date, int]:
    """How many actions were done on each day of the span."""
    return {row[0]: row[1] for row in scope.rows(_days_done(scope.shape))}


def read_done(scope: Scope) -> list[DoneAction]:
    """The latest actions of the span, one of each kind of words, the latest first."""
    first: dict[str, DoneAction] = {}
    for what, on in scope.rows(_latest(scope.shape)):
        first[what] = DoneAction(
            scope.mask.text(what), on
        )  # the earlier one counts: it comes later
    return sorted(first.values(), key=lambda done: done.on, reverse=True)


RESUMES = (
    select(Document.id, Document.label)
    .where(Document.user_id == USER, Document.kind == "resume")
    .order_by(Document.created_at, Document.id)
)


@lru_cache
def _days_done(shape: Shape) -> Select[*tuple[Any, ...]]:
    return select(Action.done_on, func.count()).where(*_done(shape)).group_by(Action.done_on)


@lru_cache
def _latest(shape: Shape) -> Select[*tuple[Any, ...]]:
    return (
        select(Action.what, Action.done_on)
        .outerjoin(Application, Application.id == Action.application_id)
        .where(*_done(shape), Application.deleted_at.is_(None))
        .order_by(Action.done_on.desc(), Action.id.desc())
        .limit(LATEST)
    )


def _done(shape: Shape) -> list[SQLColumnExpression[bool]]:
    return [
        Action.user_id == USER,
        Action.is_done,
        *shape.within(Action.done_on),
    ]
