"""An email as a note: its words, what it was saved as, and of which day it is."""

from datetime import datetime
from typing import cast

from sqlalchemy.orm import Session

from tracker.mail.proposals import ProposedKind
from tracker.mail.saved_words import write_words
from tracker.models.application import Application
from tracker.models.changes.mails.from_mail import keep_words
from tracker.models.note import Note
from tracker.views.mail.mail_form import MailForm


def keep_email(session: Session, application: Application, form: MailForm, now: datetime) -> Note:
    """As its page called it when it was saved."""
    told = form.read.told_as(cast("ProposedKind", form.kind.data))
    words, on = write_words(form.mail), form.read.sent_on
    return keep_words(session, application, words, told, on, now)
