"""What lies ahead of an application when it ends: asked about once, on the form that ends it."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.values.days import day_of

MOST = 50


def days_ahead(
    session: Session, application: Application, now: datetime, zone: ZoneInfo
) -> list[date]:
    """The days of its interviews to come, the nearest first."""
    rows = session.scalars(Interview.coming(application, now).limit(MOST)).all()
    return [day_of(row.starts_at, zone) for row in rows if row.starts_at is not None]
