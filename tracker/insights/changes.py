"""What a person changed: versions of the résumé, and actions that are done."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import ColumnElement, func, select

from tracker.insights.scope import Scope
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.document import Document

LATEST = 60
"""Done actions that are looked at."""


class Done(NamedTuple):
    """An action on the day it was done."""

    what: str
    on: date


def read_resumes(scope: Scope) -> dict[int, str]:
    """What each version is called, the oldest first."""
    rows = scope.session.execute(
        select(Document.id, Document.label)
        .where(Document.user_id == scope.user.id, Document.kind == "resume")
        .order_by(Document.created_at, Document.id)
    )
    return {number: scope.mask.text(label) for number, label in rows}


def read_days_done(scope: Scope) -> dict[date, int]:
    """How many actions were done on each day of the span."""
    rows = scope.session.execute(
        select(Action.done_on, func.count()).where(*_done(scope)).group_by(Action.done_on)
    )
    return {day: count for day, count in rows if day is not None}


def read_done(scope: Scope) -> list[Done]:
    """The latest actions of the span, one of each kind of words, the latest first."""
    rows = scope.session.execute(
        select(Action.what, Action.done_on, Application.deleted_at)
        .outerjoin(Application, Application.id == Action.application_id)
        .where(*_done(scope))
        .order_by(Action.done_on.desc(), Action.id.desc())
        .limit(LATEST)
    )
    first: dict[str, Done] = {}
    for what, on, deleted in rows:
        if on is not None and deleted is None:
            first[what] = Done(scope.mask.text(what), on)  # the earlier one counts: it comes later
    return sorted(first.values(), key=lambda done: done.on, reverse=True)


def _done(scope: Scope) -> tuple[ColumnElement[bool], ...]:
    return (
        Action.user_id == scope.user.id,
        Action.done_on.is_not(None),
        Action.dropped_at.is_(None),
        *scope.within(Action.done_on),
    )
