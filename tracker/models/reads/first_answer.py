"""The first day on which anything came back for an application, as far as days are known."""

from datetime import date
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection


class ReplyDays(Protocol):
    """The columns of an application that tell of a reply."""

    stage: str
    stage_since: date | None
    rejection_recorded: bool
    interviewed_on: date | None
    no_said: bool
    no_on: date | None
    called_on: date | None
    offer_received_on: date | None


def first_reply_on(row: ReplyDays) -> date | None:
    """The first day of a reply, as insights count it; what has no day is no reply here."""
    unrecorded = row.stage not in Stage.OPEN and not row.rejection_recorded
    known = (
        row.interviewed_on,
        row.no_on if row.no_said else None,
        row.called_on,
        row.offer_received_on,
        row.stage_since if unrecorded else None,
    )
    return min(filter(None, known), default=None)


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
