"""What came back: whether an application led to an interview, and whether a no was said."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import (
    ColumnElement,
    ScalarSelect,
    SQLColumnExpression,
    bindparam,
    exists,
    func,
    select,
    true,
)
from sqlalchemy.orm import aliased

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange


@dataclass(frozen=True)
class Replies:
    """The columns of an application that insights are added up from."""

    interviewed: bool = False
    """It stands in Interview, has been there (an undone move was none), or has one noted."""
    interviewed_on: date | None = None
    """When that was sure: the first move there, or the first one agreed on."""
    no_said: bool = False
    """Somebody said no; silence alone is none."""
    no_on: date | None = None
    """The first day of such a no, or of one that was only made of silence."""
    called_back: bool = False
    """They wrote or called after all, to what was over: a reply, too."""
    called_on: date | None = None
    """The first day of that."""


def summed_up() -> tuple[ScalarSelect[Any], ...]:
    """What the rows beside an application add up to, as parts of one statement."""
    undoing = aliased(StageChange)
    meant = (
        StageChange.undoes_id.is_(None)
        & (StageChange.id != bindparam("undone"))
        & ~exists().where(undoing.undoes_id == StageChange.id)
    )
    there = (StageChange.after == Stage.INTERVIEW) & meant
    back = StageChange.reopens & meant
    agreed = func.coalesce(Interview.invited_on, Interview.on)
    asked: tuple[tuple[Any, ColumnElement[Any], SQLColumnExpression[bool]], ...] = (
        (StageChange, func.count(), there),
        (StageChange, func.min(StageChange.on), there),
        (Interview, func.count(), true()),
        (Interview, func.min(agreed), true()),
        (Rejection, func.count(), Rejection.is_said),
        (Rejection, func.min(Rejection.on), Rejection.is_said),
        (Rejection, func.min(Rejection.on), ~Rejection.is_said),
        (StageChange, func.count(), back),
        (StageChange, func.min(StageChange.on), back),
    )
    return tuple(
        select(found)
        .where(beside.application_id == bindparam("application_id"), condition)
        .scalar_subquery()
        for beside, found, condition in asked
    )


def replies_of(
    application: Application, found: Sequence[Any], unwritten: Iterable[StageChange]
) -> Replies:
    """By what was summed up, and by moves that are yet to be written."""
    times, invited_on, talks, agreed_on, noes, said_on, silent_on, called, called_on = found
    days = [invited_on, agreed_on]
    for change in unwritten:
        if change.undoes_id is None and change.after == Stage.INTERVIEW:
            times += 1
            days.append(change.on)
    return Replies(
        application.stage == Stage.INTERVIEW or talks > 0 or times > 0,
        min((day for day in days if day), default=None),
        noes > 0,
        said_on if noes else silent_on,
        called > 0,
        called_on,
    )
