"""One email that was kept: what it was read as, what became of it, and its words."""

from flask import abort
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.models.note import Note
from tracker.models.offer import Offer
from tracker.models.reads.mails.saved_emails import read_saved_email
from tracker.models.rejection import Rejection
from tracker.views.mail.mail_form import read_words
from tracker.views.mail.mail_presenter import present_saved_email
from tracker.web.access import me, own
from tracker.web.rendering import page


def show_rejection(rejection_id: int) -> ResponseReturnValue:
    """A no."""
    return show(Rejection, rejection_id, own(Rejection, rejection_id).words)


def show_note(note_id: int) -> ResponseReturnValue:
    """An invitation, or what moved nothing."""
    return show(Note, note_id, own(Note, note_id).body)


def show_offer(offer_id: int) -> ResponseReturnValue:
    """An offer."""
    return show(Offer, offer_id, own(Offer, offer_id).note or "")


def show(model: type[Rejection | Note | Offer], number: int, words: str) -> ResponseReturnValue:
    """Nothing that somebody else wrote, and nothing that is no email."""
    user = me()
    row = read_saved_email(db.session(), user.id, model, number)
    if row is None:
        abort(404)
    shown = present_saved_email(row, read_words(words), now(), user.zone)
    return page("mail/saved_email.html", shown=shown)
