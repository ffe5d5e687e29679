"""Whether the fact that a stage stands for is written down: a card may be moved by hand."""

from sqlalchemy import BindParameter, bindparam, exists, select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.interview import Interview

CARD: BindParameter[int] = bindparam("application_id")
FACTS = {
    stage: select(exists().where(fact))
    for stage, fact in {
        Stage.INTERVIEW: Interview.application_id == CARD,
        Stage.FEEDBACK_RECEIVED: Feedback.application_id == CARD,
        Stage.ACTION_TAKEN: Action.about(CARD) & Action.is_done,
    }.items()
}
"""Put together once: every move asks one of them."""


def fact_is_missing(session: Session, application: Application) -> bool:
    """No interview of one in Interview, no no of one in Rejected, and so on; never in Applied."""
    if application.stage == Stage.REJECTED:
        return not application.rejection_recorded
    fact = FACTS.get(Stage(application.stage))
    if fact is None:
        return False
    return not session.connection().scalar(fact, {"application_id": application.id})
