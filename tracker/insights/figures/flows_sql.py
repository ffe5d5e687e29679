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

from tracker.insights.figures.day_sql import NEVER, DayNumber, Earliest
from tracker.insights.figures.scope import TODAY, USER, Shape, local_day_number
from tracker.models.application import Application, Outcome, Stage
from tracker.models.skill import ApplicationSkill, Skill

CELLS, JOBS, SENT, WAITS = range(4)
KINDS = (String, String, Integer, Date, Boolean)


@lru_cache
def flow_counts(shape: Shape) -> CompoundSelect[Any]:
    """Four tables in one, each with the columns part, word, end, number, on, flag, count."""
    row = _each(shape).c
    return union_all(
        _counted(CELLS, row.source, row.end, None, None, row.met),
        _counted(JOBS, row.workplace, None, row.inside, None, row.met),
        _counted(SENT, None, None, row.resume_id, row.applied_on, row.met),
        _counted(WAITS, None, None, row.days, None, row.replied),
    )


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
    unrecorded = Application.stage.not_in(Stage.OPEN) & ~Application.rejection_recorded
    first = Earliest(
        *(
            func.coalesce(day, NEVER)
            for day in (
                local_day_number(Application.interviewed_at),
                case((Application.no_said, DayNumber(Application.no_on))),
                DayNumber(Application.offer_received_on),
                case((unrecorded, local_day_number(Application.stage_since))),
            )
        )
    )
    answered = Application.no_said | unrecorded | Application.offer_received_on.is_not(None)
    replied = Application.interviewed | answered
    silent = Application.rejection_recorded & ~Application.no_said
    until = case(
        (replied & (first > DayNumber(TODAY)), null()),
        (replied, func.nullif(first, NEVER)),
        (silent, DayNumber(Application.no_on)),
        (Application.archived_at.is_not(None), local_day_number(Application.archived_at)),
        else_=DayNumber(TODAY),
    )
    quiet = Application.applied_on < bindparam("quiet", type_=Date)
    statement = (
        select(
            Application.source,
            Application.resume_id,
            Application.workplace,
            cast(_fit() >= 0, Integer).label("inside"),
            Application.interviewed.label("met"),
            _end(silent, quiet & ~replied).label("end"),
            Application.applied_on,
            replied.label("replied"),
            (until - DayNumber(Application.applied_on)).label("days"),
        )
        .where(Application.user_id == USER, Application.deleted_at.is_(None))
        .where(*shape.within(Application.applied_on))
    )
    return statement.cte("each_application").prefix_with("NOT MATERIALIZED")


def _end(silent: ColumnElement[bool], quiet: ColumnElement[bool]) -> ColumnElement[str]:
    """What came of it, in the words of ENDS; the first that is true."""
    offers = (Outcome.OFFER_ACCEPTED, Outcome.OFFER_DECLINED)
    closed = Application.stage.not_in(Stage.OPEN)
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


def _fit() -> ColumnElement[int]:
    """How many core skills a job asks for less those that are not; None without any."""
    core = select(Skill.id).where(Skill.user_id == USER, Skill.level == "core")
    return (
        select(func.sum(case((ApplicationSkill.skill_id.in_(core), 1), else_=-1)))
        .where(ApplicationSkill.application_id == Application.id)
        .correlate(Application)
        .scalar_subquery()
    )
