"""What helps to prepare for an interview: of this application, and of what was learnt before."""

from collections.abc import Iterable
from typing import NamedTuple

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.models.thought import Thought

MOST = 5
"""Questions: enough for an evening."""
NOTES = 2
LATEST = 20


class Preparation(NamedTuple):
    """What stands beside the box in which one prepares."""

    questions: list[str]
    """For them, as decided before or made out of a worry."""
    noted: list[str]
    """What the person would change, the latest first, each once."""


def read_preparation(session: Session, application: Application) -> Preparation:
    """Read it, the person's other applications included."""
    rejection = Rejection.latest(session, application)
    decided = (rejection.questions if rejection else None) or ""
    made = [each.question for each in session.scalars(Thought.questions(application).limit(MOST))]
    return Preparation(
        questions=decided.splitlines()[:MOST] or made,
        noted=_each_once(session.scalars(_would_change(application.user_id))),
    )


def _each_once(notes: Iterable[str]) -> list[str]:
    """The latest two; those that say the same are one, however they are spaced and spelt."""
    found: dict[str, str] = {}
    for each in notes:
        found.setdefault(" ".join(each.casefold().split()).rstrip("."), each)
    return list(found.values())[:NOTES]


def _would_change(user_id: int) -> Select[str]:
    return (
        select(Interview.would_change)
        .where(Interview.user_id == user_id, Interview.would_change != "")
        .order_by(Interview.starts_at.is_(None), Interview.starts_at.desc(), Interview.id.desc())
        .limit(LATEST)
    )
