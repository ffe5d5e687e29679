"""Loops closed, step by step: what became of the noes of a span."""

from typing import NamedTuple

from sqlalchemy import exists, func, select

from tracker.insights.scope import Scope
from tracker.models.action import Action, ActionUse
from tracker.models.application import Application
from tracker.models.closed_loops import loops
from tracker.models.rejection import Rejection


class Funnel(NamedTuple):
    """Of so many noes; the later ones need not be part of the earlier ones."""

    noes: int
    asked: int
    answered: int
    closed: int
    """A done action, or an honest "nothing to act on" after an ask."""
    used: int
    """What was done about it was used in a later application."""


def read_funnel(scope: Scope) -> Funnel:
    """The measure that Today shows too, and one step further."""
    used = exists().where(
        Action.application_id == Rejection.application_id,
        Action.done_on.is_not(None),
        Action.dropped_at.is_(None),
        ActionUse.action_id == Action.id,
    )
    statement = (
        loops()
        .add_columns(func.count().filter(used))
        .where(Rejection.user_id == scope.user.id, *scope.within(Rejection.on))
    )
    return Funnel(*scope.session.execute(statement).one())


def undated_noes(scope: Scope) -> int:
    """Noes without a day, which only an open span holds."""
    if scope.span.is_open:
        return 0
    statement = (
        select(func.count())
        .select_from(Rejection)
        .join(Application, Application.id == Rejection.application_id)
        .where(
            Rejection.user_id == scope.user.id,
            Rejection.on.is_(None),
            Application.deleted_at.is_(None),
        )
    )
    return scope.session.scalar(statement) or 0
