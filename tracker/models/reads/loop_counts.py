"""Loops closed, the measure of it all: what became of rejections."""

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, or_, select

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.feedback import Feedback
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange


def loops() -> Select[*tuple[Any, ...]]:
    """How many were said, asked about, answered, closed, and answered unasked; to be narrowed down.

    Silence is no rejection. Closed is one that led to a done action, or to an honest "nothing to
    act on" after an answer or an ask; each application may have led to it by any of its points.
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
    nothing = Rejection.nothing_to_act_on_at.is_not(None) & (asked | came)
    return (
        select(
            func.count(),
            func.count().filter(asked),
            func.count().filter(asked & came),
            func.count().filter(done | nothing),
            func.count().filter(came & ~asked),
        )
        .select_from(Rejection)
        .join(Application, Application.id == beside)
        .where(Application.deleted_at.is_(None), Rejection.is_said, Rejection.stands())
    )


def of_this_round(row: Any) -> ColumnElement[bool]:
    """What came before they called after all belongs to the no before that."""
    return ~StageChange.reopened_after(Rejection.application_id, row.created_at)
