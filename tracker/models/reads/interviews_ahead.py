"""Interviews ahead of an application: the next to prepare for, one that waits, and all of them."""

from datetime import date, datetime, timedelta

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.interview import Interview

MOST = 50
LONGEST = timedelta(days=1)
"""What began longer ago is over."""


def on_or_next(session: Session, application: Application, now: datetime) -> Interview | None:
    """The one that is on, else the next."""
    rows = session.scalars(Interview.coming(application, now - LONGEST).limit(MOST))
    return next((row for row in rows if row.ends_at is not None and now < row.ends_at), None)


def without_day(session: Session, application: Application) -> Interview | None:
    """The one that waits for its day, else for a new one: nothing newer is known of it."""
    row = session.scalar(Interview.undated(application).limit(1))
    waits = application.live and application.is_open and application.cancelled_interview_at
    return session.scalar(Interview.called_off(application).limit(1)) if waits and not row else row


def place_before(session: Session, application: Application) -> str:
    """Where the latest was that has a place."""
    row = session.scalar(Interview.of(application).where(Interview.place != "").limit(1))
    return row.place if row is not None else ""


def days_ahead(session: Session, application: Application, now: datetime) -> list[date]:
    """The days of its interviews to come, the nearest first."""
    rows = session.scalars(Interview.coming(application, now).limit(MOST)).all()
    return [row.on for row in rows if row.on is not None]
