"""How long applications stand in each stage, added up in the database."""

from typing import Any

from sqlalchemy import Select, Subquery, case, func, literal, select

from tracker.insights.day_sql import DaysBetween
from tracker.insights.scope import Scope
from tracker.insights.survival import Wait
from tracker.models.application import Application, Stage
from tracker.models.stage_change import StageChange

STAGES = (Stage.APPLIED, Stage.INTERVIEW, Stage.REJECTED, Stage.FEEDBACK_RECEIVED)
"""Those that one goes on from."""


def read_stays(scope: Scope) -> tuple[dict[str, list[Wait]], int]:
    """For each stage how long cards stood or have stood in it, and how many lack a day.

    What was put away stood there until then, as far as is known.
    """
    stays: dict[str, list[Wait]] = {stage: [] for stage in STAGES}
    undated = 0
    for stage, days, over, count in scope.session.connection().execute(_stays(scope)):
        if days is None:
            undated += count
        else:
            stays[stage].append(Wait(max(days, 0), bool(over), count))
    return stays, undated


def _stays(scope: Scope) -> Select[Any]:
    moves = _moves(scope)
    went_on = moves.c.next_id.is_not(None)
    until = case(
        (went_on, scope.local_day(moves.c.until)),
        (moves.c.archived_at.is_not(None), scope.local_day(moves.c.archived_at)),
        else_=literal(scope.today),
    )
    days = DaysBetween(scope.local_day(moves.c.at), until).label("days")
    over = case((went_on, 1), else_=0).label("over")
    return (
        select(moves.c.after, days, over, func.count())
        .where(moves.c.after.in_(STAGES))
        .group_by(moves.c.after, days, over)
    )


def _moves(scope: Scope) -> Subquery:
    """Every move that stands, and when the next one came; those undone and undoing left out."""
    mine = StageChange.user_id == scope.user.id
    undone = select(StageChange.undoes_id).where(mine, StageChange.undoes_id.is_not(None))
    card, order = StageChange.application_id, StageChange.id
    return (
        select(
            StageChange.after,
            StageChange.at,
            Application.archived_at,
            func.lead(StageChange.at).over(partition_by=card, order_by=order).label("until"),
            func.lead(StageChange.id).over(partition_by=card, order_by=order).label("next_id"),
        )
        .join(Application, Application.id == StageChange.application_id)
        .where(StageChange.undoes_id.is_(None), StageChange.id.not_in(undone))
        .where(Application.user_id == scope.user.id, Application.deleted_at.is_(None))
        .where(*scope.within(Application.applied_on))
        .subquery("moves")
    )
