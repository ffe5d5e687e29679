"""Nothing to act on: an honest end of the loop, which can be taken back."""

from datetime import datetime

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.changes.rejection import current_rejection, stage_reached
from tracker.models.rejection import Rejection


def mark_nothing_to_act_on(session: Session, application: Application, now: datetime) -> None:
    """There was nothing in this no to act on. Raises ValueError where nobody has said no."""
    no = current_rejection(session, application)
    if no is None:
        if application.is_open:
            raise ValueError("nobody has said no")
        no = Rejection.beside(application, now)
        no.stage_reached = stage_reached(session, application)
        session.add(no)
    no.nothing_to_act_on_at = no.nothing_to_act_on_at or now
    no.rest_until = None


def clear_nothing_to_act_on(session: Session, application: Application) -> None:
    """Perhaps there is something after all."""
    no = current_rejection(session, application)
    if no is not None:
        no.nothing_to_act_on_at = None
