"""The statement that adds up what became of applications."""

from functools import lru_cache
from typing import Any

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    String,
    Subquery,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from tracker.insights.day_sql import NEVER, DaysBetween, Earliest
from tracker.insights.scope import TODAY, USER, Shape, local_day
from tracker.models.application import Application, Outcome, Stage
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.models.skill import ApplicationSkill, Skill
from tracker.models.stage_change import StageChange

OPEN = (Stage.APPLIED, Stage.INTERVIEW)


@lru_cache
def added_up(shape: Shape) -> CompoundSelect[Any]:
    """Three tables in one: alike in all, by the day of sending, by the days to a reply."""
    return _added_up(_each(shape))


def _added_up(each: CTE) -> CompoundSelect[Any]:
    row, no_word, no_number = each.c, cast(null(), String), cast(null(), Integer)
    no_day = cast(null(), Date)
    alike = (row.source, row.resume_id, row.workplace, row.inside, row.met, row.end)
    return union_all(
        select(literal(1), *alike, no_day, no_number, func.count()).group_by(*alike),
        select(
            literal(2), no_word, row.resume_id, no_word, no_number, row.met, no_word,
            row.applied_on, no_number, func.count(),
        ).group_by(row.applied_on, row.resume_id, row.met),
        select(
            literal(3), no_word, no_number, no_word, no_number, row.replied, no_word, no_day,
            row.days, func.count(),
        ).group_by(row.replied, row.days),
    )  # fmt: skip


def _each(shape: Shape) -> CTE:
    """One row an application."""
    invited, talked, told = _invited(shape), _talked(shape), _told(shape)
    met = (Application.stage == Stage.INTERVIEW) | (
        (func.coalesce(invited.c.times, 0) > 0) | talked.c.application_id.is_not(None)
    )
    unrecorded = Application.stage.not_in(OPEN) & ~Application.rejection_recorded
    first = Earliest(
        *(
            func.coalesce(day, NEVER)
            for day in (
                local_day(invited.c.at),
                local_day(talked.c.at),
                told.c.on,
                Application.offer_received_on,
                case((unrecorded, local_day(Application.stage_since))),
            )
        )
    )
    said_no = func.coalesce(told.c.noes, 0) > 0
    replied = met | said_no | unrecorded | Application.offer_received_on.is_not(None)
    silent = (func.coalesce(told.c.silences, 0) > 0) & ~said_no
    until = case(
        (replied, func.nullif(first, NEVER)),
        (silent, told.c.silent_on),
        (Application.archived_at.is_not(None), local_day(Application.archived_at)),
        else_=TODAY,
    )
    quiet = Application.applied_on < bindparam("quiet", type_=Date)
    statement = (
        select(
            Application.source,
            Application.resume_id,
            Application.workplace,
            cast(_fit() >= 0, Integer).label("inside"),
            _flag(met).label("met"),
            _end(silent, quiet & ~replied).label("end"),
            Application.applied_on,
            _flag(replied).label("replied"),
            DaysBetween(Application.applied_on, until).label("days"),
        )
        .outerjoin(invited, invited.c.application_id == Application.id)
        .outerjoin(talked, talked.c.application_id == Application.id)
        .outerjoin(told, told.c.application_id == Application.id)
        .where(Application.user_id == USER, Application.deleted_at.is_(None))
        .where(*shape.within(Application.applied_on))
    )
    return statement.cte("each_application").prefix_with("MATERIALIZED")


def _flag(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def _end(silent: ColumnElement[bool], quiet: ColumnElement[bool]) -> ColumnElement[str]:
    """What came of it, in the words of ENDS; the first that is true."""
    offers = (Outcome.OFFER_ACCEPTED, Outcome.OFFER_DECLINED)
    closed = Application.stage.not_in(OPEN)
    on_it = or_(
        Application.stage == Stage.ACTION_TAKEN,
        Application.outcome == Outcome.LOOP_CLOSED,
        Application.loop_ended,
    )
    return case(
        (Application.offer_received_on.is_not(None) | Application.outcome.in_(offers), "offer"),
        (Application.outcome == Outcome.WITHDRAWN, "withdrawn"),
        (closed & silent, "silence"),
        (and_(closed, on_it), "next"),
        (closed, "no"),
        (Application.archived_at.is_not(None), "withdrawn"),
        (quiet, "silence"),
        else_="waiting",
    )


def _invited(shape: Shape) -> Subquery:
    """Moves to Interview, those that were undone taken off, and the moment of the first."""
    there = (StageChange.after == Stage.INTERVIEW) & StageChange.undoes_id.is_(None)
    back = (StageChange.before == Stage.INTERVIEW) & StageChange.undoes_id.is_not(None)
    return (
        select(
            StageChange.application_id,
            func.sum(case((there, 1), else_=-1)).label("times"),
            func.min(case((there, StageChange.at))).label("at"),
        )
        .where(_mine(shape, StageChange), there | back)
        .group_by(StageChange.application_id)
        .subquery("invited")
    )


def _talked(shape: Shape) -> Subquery:
    """Interviews, and when it is sure that the first was agreed on: it may lie ahead."""
    early = Interview.created_at < Interview.starts_at
    agreed = case((early, Interview.created_at), else_=Interview.starts_at)
    return (
        select(Interview.application_id, func.min(agreed).label("at"))
        .where(_mine(shape, Interview))
        .group_by(Interview.application_id)
        .subquery("talked")
    )


def _told(shape: Shape) -> Subquery:
    """Noes that were said, and those that were only made of silence."""
    spoken = Rejection.how.is_distinct_from("silence")
    return (
        select(
            Rejection.application_id,
            func.sum(case((spoken, 1), else_=0)).label("noes"),
            func.sum(case((spoken, 0), else_=1)).label("silences"),
            func.min(case((spoken, Rejection.on))).label("on"),
            func.min(case((~spoken, Rejection.on))).label("silent_on"),
        )
        .where(_mine(shape, Rejection))
        .group_by(Rejection.application_id)
        .subquery("told")
    )


def _fit() -> ColumnElement[int]:
    """How many core skills a job asks for less those that are not; None without any."""
    core = select(Skill.id).where(Skill.user_id == USER, Skill.level == "core")
    return (
        select(func.sum(case((ApplicationSkill.skill_id.in_(core), 1), else_=-1)))
        .where(ApplicationSkill.application_id == Application.id)
        .correlate(Application)
        .scalar_subquery()
    )


def _mine(shape: Shape, model: Any) -> ColumnElement[bool]:
    """Rows of the person's, of the span's applications alone where it has an end."""
    mine: ColumnElement[bool] = model.user_id == USER
    if shape.first or shape.last:
        within = select(Application.id).where(Application.user_id == USER)
        mine = model.application_id.in_(within.where(*shape.within(Application.applied_on)))
    return mine
