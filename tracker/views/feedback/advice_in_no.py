"""The advice in a no that came by email: offered while nothing they said is kept as feedback."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.rejection import Rejection

ADVICE_AT = "/applications/{}/feedback/new?words=no"
"""The form of feedback, with the words of the no in it."""


def advice_href(session: Session, application: Application, row: Rejection | None) -> str:
    """Where it is looked at; nothing where there is none, or it was kept."""
    if row is None or not row.brings_advice:
        return ""
    kept = select(exists().where(Feedback.application_id == application.id))
    return "" if session.scalar(kept) else ADVICE_AT.format(application.id)
