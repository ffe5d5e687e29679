"""The advice in a no that came by email: offered while nothing they said is kept as feedback."""

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.reads.mails.saved_emails import EMAIL
from tracker.models.rejection import Rejection

ADVICE_AT = "/applications/{}/feedback/new?words=no"
"""The form of feedback, with the words of the no in it."""


def advice_href(session: Session, application: Application, row: Rejection | None) -> str:
    """Where it is looked at; nothing where there is none, or it was kept."""
    if row is None or row.how != EMAIL or not row.words:
        return ""
    from tracker.mail import Mail  # the reading of emails is loaded only where there is one
    from tracker.mail.proposals import brings_advice

    kept = select(exists().where(Feedback.application_id == application.id))
    if not brings_advice(Mail(row.words)) or session.scalar(kept):
        return ""
    return ADVICE_AT.format(application.id)
