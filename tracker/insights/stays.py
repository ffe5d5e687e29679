"""How long applications stand in each stage, added up in the database."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Select, Subquery, case, func, select

from tracker.insights.day_sql import DaysBetween
from tracker.insights.scope import TODAY, USER, Scope, Shape, local_day
from tracker.insights.survival import Wait
from tracker.models.application import Application, Stage
from tracker.models.stage_change import StageChange

MOST = 2000
"""Applications that are looked at, the latest: older ones would change nothing but the time."""
STAGES = (Stage.APPLIED, Stage.INTERVIEW, Stage.REJECTED, Stage.FEEDBACK_RECEIVED)
"""Those that one goes on from."""


def read_stays(scope: Scope) -> tuple[dict[str, list[Wait]], int]:
    """For each stage how long cards stood or have stood in it, and how many lack a day.

    What was put away stood there until then, as far as is known.
    """
    stays: dict[str, list[Wait]] = {stage: [] for stage in STAGES}
    undated = 0
    for stage, days, over, count in scope.rows(_stays(scope.shape)):
        if days is None:
            undated += count
        else:
            stays[stage].append(Wait(max(days, 0), bool(over), count))
    return stays, undated


@lru_cache
def _stays(shape: Shape) -> Select[Any]:
    moves = _moves(shape)
    went_on = moves.c.next_id.is_not(None)
    until = case(
        (went_on, local_day(moves.c.until)),
        (moves.c.archived_at.is_not(None), local_day(moves.c.archived_at)),
        else_=TODAY,
    )
    days = DaysBetween(local_day(moves.c.at), until).label("days")
    over = case((went_on, 1), else_=0).label("over")
    return (
        select(moves.c.after, days, over, func.count())
        .where(moves.c.after.in_(STAGES))
        .group_by(moves.c.after, days, over)
    )


def _moves(shape: Shape) -> Subquery:
    """Every move that stands, and when the next one came; those undone and undoing left out."""
    mine = StageChange.user_id == USER
    undone = select(StageChange.undoes_id).where(mine, StageChange.undoes_id.is_not(None))
    latest = (
        select(Application.id)
        .where(Application.user_id == USER, Application.deleted_at.is_(None))
        .where(*shape.within(Application.applied_on))
        .order_by(Application.id.desc())
        .limit(MOST)
        .subquery("latest")
    )
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
        .where(Application.id.in_(select(latest.c.id)))
        .subquery("moves")
    )
