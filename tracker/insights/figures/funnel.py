"""Loops closed, step by step: what became of the noes of a span."""

from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, exists, func, select

from tracker.insights.figures.scope import USER, Scope, Shape
from tracker.models.action import Action
from tracker.models.action_use import ActionUse
from tracker.models.application import Application
from tracker.models.reads.loop_counts import LoopCounts, loops, of_this_round
from tracker.models.rejection import Rejection


class Funnel(NamedTuple):
    """Of so many noes; the later ones need not be part of the earlier ones."""

    noes: int
    asked: int
    answered: int
    closed: int
    """A done action, or an honest "nothing to act on" after an ask."""
    unasked: int
    """Feedback came though nobody had asked."""
    used: int
    """What was done about it was used in a later application."""


def read_funnel(scope: Scope) -> Funnel:
    """The measure that Today shows too, and one step further."""
    rows = scope.rows(_became(scope.shape))
    return Funnel(*LoopCounts.of(rows), used=sum(row[-1] for row in rows))


@lru_cache
def _became(shape: Shape) -> Select[*tuple[Any, ...]]:
    used = exists().where(
        Action.about(Rejection.application_id),
        Action.is_done,
        of_this_round(Action),
        ActionUse.action_id == Action.id,
    )
    return (
        loops()
        .add_columns(func.count().filter(used))
        .where(Rejection.user_id == USER, *shape.within(Rejection.on))
    )


def undated_noes(scope: Scope) -> int:
    """Noes without a day, which only an open span holds."""
    if scope.span.is_open:
        return 0
    return int(scope.rows(UNDATED)[0][0])


UNDATED = (
    select(func.count())
    .select_from(Rejection)
    .join(Application, Application.id == Rejection.application_id)
    .where(Rejection.user_id == USER, Rejection.on.is_(None), Rejection.is_said)
    .where(Rejection.stands(), Application.deleted_at.is_(None))
)
