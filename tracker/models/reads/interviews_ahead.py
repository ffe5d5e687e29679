"""What lies ahead of an application when it ends: asked about once, on the form that ends it."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.interview import Interview

MOST = 50


def days_ahead(session: Session, application: Application, now: datetime) -> list[date]:
    """The days of its interviews to come, the nearest first."""
    rows = session.scalars(Interview.coming(application, now).limit(MOST)).all()
    return [row.on for row in rows if row.on is not None]
