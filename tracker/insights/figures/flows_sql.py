"""The statement that adds up what became of applications."""

from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    Boolean,
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    Select,
    String,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    select,
    union_all,
)

from tracker.insights.figures.day_sql import NEVER, DayNumber, Earliest
from tracker.insights.figures.scope import TODAY, USER, Shape
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.base import UtcDateTime
from tracker.models.reads.standing import AsOf, standing
from tracker.models.skill import ApplicationSkill, Skill

CELLS, JOBS, SENT, WAITS = range(4)
KINDS = (String, String, Integer, Date, Boolean, Boolean)
NOW, QUIET = bindparam("now", type_=UtcDateTime), bindparam("quiet", type_=Date)
"""By which a statement tells how each stands: now, and the day before which it is silent."""


@lru_cache
def flow_counts(shape: Shape) -> CompoundSelect[Any]:
    """Four tables in one, each with the columns part, word, end, number, on, flag, ripe, count."""
    row = _each(shape).c
    return union_all(
        _counted(CELLS, row.source, row.end, row.offered, None, row.met, row.ripe),
        _counted(JOBS, row.workplace, None, row.inside, None, row.met, row.ripe),
        _counted(SENT, None, None, row.resume_id, row.applied_on, row.met, row.ripe),
        _counted(WAITS, None, None, row.days, None, row.replied, None),
    )


@lru_cache
def reply_waits(shape: Shape) -> Select[*tuple[Any, ...]]:
    """The last of these tables alone: days, whether a reply came, count."""
    replied, days = _reply()
    row = select(replied.label("replied"), days.label("days")).where(*_mine(shape)).subquery().c
    return select(row.days, row.replied, func.count()).group_by(row.days, row.replied)


def _counted(part: int, *columns: ColumnElement[Any] | None) -> Select[*tuple[Any, ...]]:
    """How many rows are alike in these columns."""
    alike = [column for column in columns if column is not None]
    shown = (
        cast(null(), kind) if column is None else column
        for column, kind in zip(columns, KINDS, strict=True)
    )
    return select(literal(part), *shown, func.count()).group_by(*alike)


def _each(shape: Shape) -> CTE:
    """One row an application, read anew for each table, as each needs few of its columns."""
    replied, days = _reply()
    ended = Application.archived_at.is_not(None) | Application.stage.not_in(Stage.OPEN)
    ripe = case(
        (Application.applied_on.is_(None), replied | ended), else_=Application.applied_on < QUIET
    )
    statement = select(
        Application.source,
        Application.resume_id,
        Application.workplace,
        cast(_fit() >= 0, Integer).label("inside"),
        Application.interviewed.label("met"),
        standing(AsOf(NOW, QUIET)).label("end"),
        cast(Application.had_offer, Integer).label("offered"),
        ripe.label("ripe"),
        Application.applied_on,
        replied.label("replied"),
        days.label("days"),
    ).where(*_mine(shape))
    return statement.cte("each_application").prefix_with("NOT MATERIALIZED")


def _mine(shape: Shape) -> list[ColumnElement[bool]]:
    mine = [Application.user_id == USER, Application.deleted_at.is_(None)]
    return [*mine, *shape.within(Application.applied_on)]


def _reply() -> tuple[ColumnElement[bool], ColumnElement[int]]:
    """Whether a reply came, and the days until the first, or as long as one is known to wait."""
    unrecorded = Application.stage.not_in(Stage.OPEN) & ~Application.rejection_recorded
    first = Earliest(
        *(
            func.coalesce(day, NEVER)
            for day in (
                DayNumber(Application.interviewed_on),
                case((Application.no_said, DayNumber(Application.no_on))),
                DayNumber(Application.called_on),
                DayNumber(Application.offer_received_on),
                case((unrecorded, DayNumber(Application.stage_since))),
            )
        )
    )
    said = Application.interviewed | Application.no_said | Application.called_back
    replied = said | unrecorded | Application.had_offer
    until = case(
        (replied, func.nullif(first, NEVER)),
        (Application.rejection_recorded, DayNumber(Application.no_on)),
        (Application.archived_at.is_not(None), DayNumber(Application.archived_on)),
        else_=DayNumber(TODAY),
    )
    known = case((until <= DayNumber(TODAY), until))
    return replied, known - DayNumber(Application.applied_on)


def _fit() -> ColumnElement[int]:
    """How many core skills a job asks for less those that are not; None without any."""
    core = select(Skill.id).where(Skill.user_id == USER, Skill.level == "core")
    return (
        select(func.sum(case((ApplicationSkill.skill_id.in_(core), 1), else_=-1)))
        .where(ApplicationSkill.application_id == Application.id)
        .correlate(Application)
        .scalar_subquery()
    )
