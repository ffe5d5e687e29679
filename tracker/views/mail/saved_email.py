"""One email that was kept: what it was read as, what became of it, and its words."""

from datetime import datetime
from zoneinfo import ZoneInfo

from flask import abort
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.mail.saved_words import read_words
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.feedback import Feedback
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.reads.mails.email_behind import read_action_of
from tracker.models.reads.mails.saved_emails import SavedEmail, WithWords, read_saved_email
from tracker.models.rejection import Rejection
from tracker.values.days import day_of
from tracker.values.formatting import day, in_sentence
from tracker.views.feedback.advice_in_no import advice_href
from tracker.views.mail.saved_email_presenter import present_saved_email
from tracker.web.access import me, own
from tracker.web.rendering import page


def show_rejection(rejection_id: int) -> ResponseReturnValue:
    """A no."""
    row, session = own(Rejection, rejection_id), db.session()
    advice = advice_href(session, session.get_one(Application, row.application_id), row)
    return show(Rejection, rejection_id, row.words, advice)


def show_note(note_id: int) -> ResponseReturnValue:
    """An invitation, or what moved nothing."""
    note = own(Note, note_id)
    return show(Note, note_id, note.body, asked=read_action_of(db.session(), note))


def show_offer(offer_id: int) -> ResponseReturnValue:
    """An offer."""
    offer = own(Offer, offer_id)
    return show(Offer, offer_id, offer.note or "", asked=read_action_of(db.session(), offer))


def show_feedback(feedback_id: int) -> ResponseReturnValue:
    """What can be learnt from."""
    return show(Feedback, feedback_id, own(Feedback, feedback_id).words)


def show(
    model: type[WithWords], number: int, words: str, advice: str = "", asked: Action | None = None
) -> ResponseReturnValue:
    """Nothing that somebody else wrote, and nothing that is no email."""
    user = me()
    row = read_saved_email(db.session(), user.id, model, number)
    if row is None:
        abort(404)
    at = now()
    shown = present_saved_email(row, read_words(words), at, user.zone, advice, asked)
    return page("mail/saved_email.html", shown=shown, on=day_words(row, at, user.zone))


def day_words(row: SavedEmail, at: datetime, zone: ZoneInfo) -> str:
    """The day that they said it; of what became a note, that it was saved."""
    words = day(row.day(zone), day_of(at, zone))
    return f"Saved {in_sentence(words)}" if isinstance(row.came, datetime) else words
