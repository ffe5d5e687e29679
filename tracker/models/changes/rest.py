"""Letting a no rest: on the rejection, so that private writing can go without waking the card."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.changes.rejection import current_rejection, stage_reached
from tracker.models.rejection import Rejection
from tracker.models.user import User


def can_rest(application: Application) -> bool:
    """Whether there is a no to rest from."""
    return application.live and not application.is_open


def end_rest(session: Session, application: Application) -> None:
    """A step of the person's own ends the rest."""
    if application.rest_until is not None:
        row = current_rejection(session, application)
        if row is not None:
            row.rest_until = None


def rest(
    session: Session,
    application: Application,
    until: datetime | None,
    now: datetime,
    user: User,
) -> None:
    """Leave the card alone until then; None wakes it. Does nothing while it is open.

    A card that was moved by hand has no rejection yet: resting is the first that is known of it.
    """
    if not can_rest(application):
        return
    row = current_rejection(session, application)
    if row is None:
        row = Rejection.beside(application, now)
        row.on = application.stage_since
        row.stage_reached = stage_reached(session, application)
        session.add(row)
    row.rest_until = until
