"""How long applications stand in each stage, added up in the database."""

from functools import lru_cache
from typing import Any

from sqlalchemy import ColumnElement, ScalarSelect, Select, Subquery, case, exists, func, select
from sqlalchemy.orm import aliased

from tracker.insights.figures.day_sql import DayNumber
from tracker.insights.figures.scope import TODAY, USER, Scope, Shape
from tracker.insights.figures.survival import Wait
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.stage_change import StageChange

MOST = 2000
"""Applications that are looked at, the latest: older ones would change nothing but the time."""
STAGES = (Stage.APPLIED, Stage.INTERVIEW, Stage.REJECTED, Stage.FEEDBACK_RECEIVED)
"""Those that one goes on from."""


def read_times_in_stage(scope: Scope) -> tuple[dict[str, list[Wait]], int]:
    """For each stage how long cards stood or have stood in it, and how many lack a day.

    Days that contradict each other are as good as none.
    What was put away stood there until then, as far as is known.
    """
    stays: dict[str, list[Wait]] = {stage: [] for stage in STAGES}
    undated = 0
    for stage, days, over, count in scope.rows(_stays(scope.shape)):
        if days is None or days < 0:
            undated += count
        else:
            stays[stage].append(Wait(days, bool(over), count))
    return stays, undated


@lru_cache
def _stays(shape: Shape) -> Select[Any]:
    """Every move that stands of those applications, with the next one that does."""
    latest, went_on = _latest(shape), aliased(StageChange)
    until = case(
        (went_on.id.is_not(None), DayNumber(went_on.on)),
        (latest.c.archived_at.is_not(None), DayNumber(latest.c.archived_on)),
        else_=DayNumber(TODAY),
    )
    each = (
        select(
            StageChange.after,
            (case((until <= DayNumber(TODAY), until)) - DayNumber(StageChange.on)).label("days"),
            went_on.id.is_not(None).label("over"),
        )
        .select_from(latest)
        .join(StageChange, StageChange.application_id == latest.c.id)
        .outerjoin(went_on, went_on.id == _next())
        .where(StageChange.after.in_(STAGES), *_stands(StageChange))
        .subquery()
    )
    return select(*each.c, func.count()).group_by(*each.c)


def _latest(shape: Shape) -> Subquery:
    return (
        select(Application.id, Application.archived_at, Application.archived_on)
        .where(Application.user_id == USER, Application.deleted_at.is_(None))
        .where(*shape.within(Application.applied_on))
        .order_by(Application.id.desc())
        .limit(MOST)
        .subquery("latest")
    )


def _next() -> ScalarSelect[Any]:
    later = aliased(StageChange)
    return (
        select(func.min(later.id))
        .where(later.application_id == StageChange.application_id, later.id > StageChange.id)
        .where(*_stands(later))
        .correlate(StageChange)
        .scalar_subquery()
    )


def _stands(change: Any) -> tuple[ColumnElement[bool], ...]:
    """Those undone and those undoing are left out."""
    undoing = aliased(StageChange)
    return change.undoes_id.is_(None), ~exists().where(undoing.undoes_id == change.id)
