"""Interviews ahead of an application: the next to prepare for, and all of them where it ends."""

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


def days_ahead(session: Session, application: Application, now: datetime) -> list[date]:
    """The days of its interviews to come, the nearest first."""
    rows = session.scalars(Interview.coming(application, now).limit(MOST)).all()
    return [row.on for row in rows if row.on is not None]
