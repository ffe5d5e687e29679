"""What helps to prepare for an interview: of this application, and of what was learnt before."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import Row, Select, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.feedback import FeedbackPoint
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.models.thought import Thought

MOST = 5
"""Of each: enough for an evening."""


class Preparation(NamedTuple):
    """What stands beside the box in which one prepares."""

    questions: list[str]
    """For them, as decided before or made out of a worry."""
    said: Sequence[Row[int, str, str, str]]
    """Points to improve, the latest first: application, quote, role, company."""
    noted: Sequence[str]
    """What the person would change, the latest first."""


def read_preparation(session: Session, application: Application) -> Preparation:
    """Read it, the person's other applications included."""
    rejection = Rejection.latest(session, application)
    decided = (rejection.questions if rejection else None) or ""
    made = [each.question for each in session.scalars(Thought.questions(application).limit(MOST))]
    return Preparation(
        questions=decided.splitlines()[:MOST] or made,
        said=session.execute(_to_improve(application.user_id)).all(),
        noted=session.scalars(_would_change(application.user_id)).all(),
    )


def _to_improve(user_id: int) -> Select[int, str, str, str]:
    return (
        select(
            FeedbackPoint.application_id,
            FeedbackPoint.quote,
            Application.role,
            Application.company,
        )
        .join(Application, Application.id == FeedbackPoint.application_id)
        .where(
            FeedbackPoint.user_id == user_id,
            FeedbackPoint.is_to_improve,
            Application.deleted_at.is_(None),
        )
        .order_by(FeedbackPoint.id.desc())
        .limit(MOST)
    )


def _would_change(user_id: int) -> Select[str]:
    return (
        select(Interview.would_change)
        .where(Interview.user_id == user_id, Interview.would_change != "")
        .order_by(Interview.starts_at.is_(None), Interview.starts_at.desc(), Interview.id.desc())
        .limit(MOST)
    )
