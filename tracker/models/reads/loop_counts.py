"""Loops closed, the measure of it all: what became of rejections."""

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.feedback import Feedback
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange


def loops() -> Select[*tuple[Any, ...]]:
    """How many rejections, how many asked about, answered, and closed; to be narrowed down.

    Closed is one whose path ended in a done action, or in an honest "nothing to act on" after an
    ask.
    """
    beside = Rejection.application_id
    answered = exists().where(
        Feedback.application_id == beside, Feedback.is_theirs, _of_this_round(Feedback)
    )
    tried = exists().where(Attempt.application_id == beside, _of_this_round(Attempt))
    asked = tried | answered
    done = exists().where(Action.about(beside), Action.is_done, _of_this_round(Action))
    return (
        select(
            func.count(),
            func.count().filter(asked),
            func.count().filter(answered),
            func.count().filter(Application.loop_ended & (asked | done)),
        )
        .select_from(Rejection)
        .join(Application, Application.id == beside)
        .where(Application.deleted_at.is_(None), Rejection.stands())
    )


def _of_this_round(row: Any) -> ColumnElement[bool]:
    """What came before they called after all belongs to the no before that."""
    return ~StageChange.reopened_after(Rejection.application_id, row.created_at)
