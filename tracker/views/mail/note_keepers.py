"""An email as a note: its words, what it was saved as, and of which day it is."""

from datetime import datetime
from typing import Any, cast

from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.mail.proposals import ProposedKind
from tracker.mail.saved_words import write_words
from tracker.models.application import Application
from tracker.models.changes.acknowledgement import acknowledge
from tracker.models.changes.mails.from_mail import keep_words
from tracker.models.interview import POSTPONED
from tracker.models.note import Note
from tracker.values.formatting import day, in_sentence
from tracker.views.mail.about_choice import coming_of
from tracker.views.mail.answer_deadline import keep_duty
from tracker.views.mail.calling_off import WAITS, cancel_by_email
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.way_back import undo_of
from tracker.web.toasts import undo_toast

THEY_SAY = " They say they will answer by {}."


def keep_email(
    session: Session, application: Application, form: MailForm, at: datetime, did: str = ""
) -> Note:
    """As its page called it when it was saved, or by what it did to an interview."""
    told = did or form.read.told_as(cast("ProposedKind", form.kind.data))
    words, on = write_words(form.mail), form.read.sent_on
    return keep_words(session, application, words, told, on, at)


def keep_note(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """All of it, as it came; with an interview that it calls off, which may wait for a new time."""
    at = now()
    note = keep_email(session, application, form, at)
    row = coming_of(session, application.id, form.read) if form.instead.data else None
    if row is not None and form.read.new_time is not None:
        return cancel_by_email(session, row, at, POSTPONED, said=WAITS)
    if row is not None:
        return cancel_by_email(session, row, at)
    return {"toast": undo_toast(saved_as(note), undo_of(session, "notes", note))}


def keep_acknowledgement(
    session: Session, application: Application, form: MailForm
) -> dict[str, Any]:
    """As a note, with the day by which they say that they answer."""
    read = form.read
    note = keep_email(session, application, form, now())
    was = acknowledge(application, read.sent_on, read.answers_by, read.closes_on)
    said = THEY_SAY.format(in_sentence(day(read.answers_by, read.today))) if read.answers_by else ""
    undo = f"{undo_of(session, 'acknowledgements', note)}&was={was}"
    return {"toast": undo_toast(f"{saved_as(note)}{said}", undo)}


def keep_request(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """As a note; what they ask for as an action due the day that they name."""
    at = now()
    note = keep_email(session, application, form, at)
    planned = keep_duty(session, application, form, at)
    text = f"{saved_as(note)}{planned}"
    return {"toast": undo_toast(text, undo_of(session, "notes", note))}


def saved_as(note: Note) -> str:
    """What a toast says of one that moved nothing."""
    return "Saved as a note." if note.kept_as == "none" else "Saved, with their words."
