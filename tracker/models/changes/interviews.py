"""Interviews that lie ahead when an application ends: called off with it, and back with it."""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.interview import CANCELLED, Interview


def cancel_coming(session: Session, application: Application, now: datetime) -> int:
    """None of those ahead takes place; says how many that are."""
    rows = session.scalars(Interview.coming(application, now)).all()
    for row in rows:
        row.outcome, row.updated_at = CANCELLED, now
    return len(rows)


def restore_coming(
    session: Session, application: Application, since: datetime, now: datetime
) -> None:
    """The end was a slip: what was called off with it, at that moment or later, is on again."""
    ahead = select(Interview).where(
        Interview.application_id == application.id,
        Interview.starts_at > now,
        Interview.outcome == CANCELLED,
        Interview.updated_at >= since,
    )
    for row in session.scalars(ahead).all():
        row.outcome, row.updated_at = None, now
