"""The first day on which anything came back for an application, as far as days are known."""

from datetime import date
from zoneinfo import ZoneInfo

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.values.days import day_of


def first_answer_on(session: Session, application: Application, zone: ZoneInfo) -> date | None:
    """A no, feedback, an interview or an offer."""
    said, heard, began = session.execute(
        select(
            *(
                select(func.min(day)).where(beside == application.id).scalar_subquery()
                for day, beside in (
                    (Rejection.on, Rejection.application_id),
                    (Feedback.received_on, Feedback.application_id),
                    (Interview.starts_at, Interview.application_id),
                )
            )
        )
    ).one()
    days = (said, heard, began and day_of(began, zone), application.offer_received_on)
    return min((day for day in days if day is not None), default=None)
