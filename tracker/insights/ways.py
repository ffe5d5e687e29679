"""What became of applications, added up in the database."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import (
    CTE,
    ColumnElement,
    CompoundSelect,
    Date,
    Integer,
    Select,
    String,
    Subquery,
    and_,
    case,
    cast,
    func,
    literal,
    null,
    or_,
    select,
    union_all,
)

from tracker.days import days_after
from tracker.insights.day_sql import NEVER, DaysBetween, Earliest
from tracker.insights.scope import Scope
from tracker.insights.survival import Wait
from tracker.models.application import Application, Outcome, Stage
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.models.skill import ApplicationSkill, Skill
from tracker.models.stage_change import StageChange

OPEN = (Stage.APPLIED, Stage.INTERVIEW)


class Cell(NamedTuple):
    """So many applications that are alike in all of this."""

    source: str
    resume_id: int | None
    workplace: str | None
    inside: bool | None
    """Whether at least half of the skills that were asked for are the person's core ones."""
    met: bool
    """Whether it came to an interview."""
    end: str
    """One of ENDS."""
    n: int


class Sent(NamedTuple):
    """So many applications of one day."""

    on: date | None
    resume_id: int | None
    met: bool
    n: int


class Ways(NamedTuple):
    """The same applications, added up in three ways."""

    cells: list[Cell]
    sent: list[Sent]
    waits: list[Wait]
    """Days to the first reply, or until now where there is none."""
    undated: int
    """Applications left out of the waits: no day of applying, or none of the reply."""

    @property
    def n(self) -> int:
        """How many applications there are."""
        return sum(cell.n for cell in self.cells)

    def ends(self) -> Counter[str]:
        """How many came to each end."""
        made: Counter[str] = Counter()
        for cell in self.cells:
            made[cell.end] += cell.n
        return made

    @property
    def met(self) -> int:
        """How many came to an interview."""
        return sum(cell.n for cell in self.cells if cell.met)


ENDS = ("offer", "next", "no", "silence", "waiting", "withdrawn")


def read_ways(scope: Scope, quiet_days: int) -> Ways:
    """One statement; after `quiet_days` without a word a waiting application counts as silence."""
    cells, sent, waits, undated = [], [], [], 0
    for (
        part,
        source,
        resume_id,
        workplace,
        inside,
        met,
        end,
        on,
        days,
        count,
    ) in scope.session.connection().execute(_added_up(_each(scope, quiet_days))):
        if part == 1:
            core = None if inside is None else bool(inside)
            cells.append(Cell(source, resume_id, workplace, core, bool(met), end, count))
        elif part == 2:
            sent.append(Sent(on, resume_id, bool(met), count))
        elif days is None:
            undated += count
        else:
            waits.append(Wait(max(days, 0), bool(met), count))
    return Ways(cells, sent, waits, undated)


def _added_up(each: CTE) -> CompoundSelect[Any]:
    """Three tables in one: alike in all, by the day of sending, by the days to a reply."""
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


def _each(scope: Scope, quiet_days: int) -> CTE:
    """One row an application."""
    invited, talked, told, asked = _invited(scope), _talked(scope), _told(scope), _asked(scope)
    met = (Application.stage == Stage.INTERVIEW) | (
        (func.coalesce(invited.c.times, 0) > 0) | talked.c.application_id.is_not(None)
    )
    unrecorded = Application.stage.not_in(OPEN) & ~Application.rejection_recorded
    first = Earliest(
        *(
            func.coalesce(day, NEVER)
            for day in (
                scope.local_day(invited.c.at),
                scope.local_day(talked.c.at),
                told.c.on,
                Application.offer_received_on,
                case((unrecorded, scope.local_day(Application.stage_since))),
            )
        )
    )
    said_no = func.coalesce(told.c.noes, 0) > 0
    replied = met | said_no | unrecorded | Application.offer_received_on.is_not(None)
    silent = (func.coalesce(told.c.silences, 0) > 0) & ~said_no
    until = case(
        (replied, func.nullif(first, NEVER)),
        (silent, told.c.silent_on),
        (Application.archived_at.is_not(None), scope.local_day(Application.archived_at)),
        else_=literal(scope.today),
    )
    quiet = Application.applied_on < days_after(scope.today, -quiet_days)
    statement: Select[Any] = (
        select(
            Application.source,
            Application.resume_id,
            Application.workplace,
            case((asked.c.core * 2 >= asked.c.all, 1), (asked.c.all > 0, 0)).label("inside"),
            _flag(met).label("met"),
            _end(silent, quiet & ~replied).label("end"),
            Application.applied_on,
            _flag(replied).label("replied"),
            DaysBetween(Application.applied_on, until).label("days"),
        )
        .outerjoin(invited, invited.c.application_id == Application.id)
        .outerjoin(talked, talked.c.application_id == Application.id)
        .outerjoin(told, told.c.application_id == Application.id)
        .outerjoin(asked, asked.c.application_id == Application.id)
        .where(Application.user_id == scope.user.id, Application.deleted_at.is_(None))
        .where(*scope.within(Application.applied_on))
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


def _invited(scope: Scope) -> Subquery:
    """Moves to Interview, those that were undone taken off, and the moment of the first."""
    there = (StageChange.after == Stage.INTERVIEW) & StageChange.undoes_id.is_(None)
    back = (StageChange.before == Stage.INTERVIEW) & StageChange.undoes_id.is_not(None)
    return (
        select(
            StageChange.application_id,
            func.sum(case((there, 1), else_=-1)).label("times"),
            func.min(case((there, StageChange.at))).label("at"),
        )
        .where(StageChange.user_id == scope.user.id, there | back)
        .group_by(StageChange.application_id)
        .subquery("invited")
    )


def _talked(scope: Scope) -> Subquery:
    """Interviews, and the moment of the first."""
    return (
        select(Interview.application_id, func.min(Interview.starts_at).label("at"))
        .where(Interview.user_id == scope.user.id)
        .group_by(Interview.application_id)
        .subquery("talked")
    )


def _told(scope: Scope) -> Subquery:
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
        .where(Rejection.user_id == scope.user.id)
        .group_by(Rejection.application_id)
        .subquery("told")
    )


def _asked(scope: Scope) -> Subquery:
    """How many skills each asks for, and how many of those are the person's core ones."""
    mine = select(Skill.id).where(Skill.user_id == scope.user.id)
    core = ApplicationSkill.skill_id.in_(mine.where(Skill.level == "core"))
    return (
        select(
            ApplicationSkill.application_id,
            func.count().label("all"),
            func.sum(case((core, 1), else_=0)).label("core"),
        )
        .where(ApplicationSkill.skill_id.in_(mine))
        .group_by(ApplicationSkill.application_id)
        .subquery("asked")
    )


def by_day(sent: list[Sent]) -> Iterator[tuple[date, int]]:
    """The days on which any were sent, with their number."""
    made: Counter[date] = Counter()
    for each in sent:
        if each.on is not None:
            made[each.on] += each.n
    yield from sorted(made.items())
