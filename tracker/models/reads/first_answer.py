"""The first day on which anything came back for an application, as far as days are known."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection


def first_answer_on(session: Session, application: Application) -> date | None:
    """A no, feedback, an interview or an offer."""
    mine = application.id
    said = session.scalar(select(func.min(Rejection.on)).where(Rejection.application_id == mine))
    heard = session.scalar(
        select(func.min(Feedback.received_on)).where(Feedback.application_id == mine)
    )
    talked = session.scalar(select(func.min(Interview.on)).where(Interview.application_id == mine))
    days = (said, heard, talked, application.offer_received_on)
    return min((day for day in days if day is not None), default=None)
