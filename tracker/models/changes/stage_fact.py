"""Whether the fact that a stage stands for is written down: a card may be moved by hand."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.interview import Interview


def fact_is_missing(session: Session, application: Application) -> bool:
    """No interview of one in Interview, no no of one in Rejected, and so on; never in Applied."""
    mine = application.id
    if application.stage == Stage.REJECTED:
        return not application.rejection_recorded
    facts = {
        Stage.INTERVIEW: Interview.application_id == mine,
        Stage.FEEDBACK_RECEIVED: Feedback.application_id == mine,
        Stage.ACTION_TAKEN: Action.about(mine) & Action.is_done,
    }
    fact = facts.get(Stage(application.stage))
    return fact is not None and not session.scalar(select(exists().where(fact)))
