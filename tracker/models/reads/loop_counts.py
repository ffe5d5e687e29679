"""Loops closed, the measure of it all: what became of rejections."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Any, NamedTuple, Self

from sqlalchemy import ColumnElement, Select, exists, func, or_, select

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.feedback import Feedback
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange


class LoopCounts(NamedTuple):
    """Of the rejections of a while: how many were asked about, answered, and led to a next step."""

    rejections: int
    asked: int
    answered: int
    """Of those asked about."""
    closed: int
    """That led to a done action, or to an honest "nothing to act on" after an answer or an ask."""
    unasked: int = 0
    """After how many of them feedback came though nobody had asked."""

    @classmethod
    def of(cls, rows: Iterable[Sequence[Any]]) -> Self:
        """Added up from rows of loops()."""
        found = [0] * len(cls._fields)
        for asked, came, done, let_go, number, *_ in rows:
            closed = done or (let_go and (asked or came))
            kinds = (True, asked, asked and came, closed, came and not asked)
            found = [all_ + number * bool(kind) for all_, kind in zip(found, kinds, strict=True)]
        return cls(*found)


@cache
def loops() -> Select[*tuple[Any, ...]]:
    """How many were asked about or not, answered or not, and so on; to be narrowed down.

    Silence is no rejection. Each application may have led to a loop's close by any of its points.
    Put together once, and each question asked once of each: both cost more than the counting.
    """
    beside = Rejection.application_id
    came = exists().where(
        Feedback.application_id == beside, Feedback.is_theirs, of_this_round(Feedback)
    )
    asked = exists().where(
        Attempt.application_id == beside,
        Attempt.is_ask,
        or_(Attempt.rejection_id.is_(None), Attempt.rejection_id == Rejection.id),
        of_this_round(Attempt),
    )
    done = exists().where(Action.about(beside), Action.is_done, of_this_round(Action))
    let_go = Rejection.nothing_to_act_on_at.is_not(None)
    kinds = {"was_asked": asked, "came": came, "was_done": done, "let_go": let_go}
    return (
        select(*(kind.label(name) for name, kind in kinds.items()), func.count())
        .select_from(Rejection)
        .join(Application, Application.id == beside)
        .where(Application.deleted_at.is_(None), Rejection.is_said, Rejection.stands())
        .group_by(*kinds)
    )


def of_this_round(row: Any) -> ColumnElement[bool]:
    """What came before they called after all belongs to the no before that."""
    return ~StageChange.reopened_after(Rejection.application_id, row.created_at)
