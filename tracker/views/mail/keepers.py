"""What an email is kept as, by the verbs of the forms: each says so in a toast with its Undo."""

from typing import Any

from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.mail.saved_words import write_offer
from tracker.mail.senders import is_person
from tracker.models.application import Application
from tracker.models.changes.feedback import record_feedback
from tracker.models.changes.interviews import cancel_coming
from tracker.models.changes.mails.from_mail import keep_no, keep_offer
from tracker.models.changes.rejection import current_rejection, is_another
from tracker.models.changes.themes import seed
from tracker.models.contact import Contact
from tracker.models.feedback import Feedback
from tracker.models.reads.mails.saved_emails import EMAIL
from tracker.views.feedback.advice_in_no import ADVICE_AT
from tracker.views.feedback.feedback_toast import feedback_toast
from tracker.views.mail.about_choice import coming_of
from tracker.views.mail.added_words import as_it_was
from tracker.views.mail.added_words import remember as remember_words
from tracker.views.mail.answer_deadline import keep_duty
from tracker.views.mail.interview_keeper import keep_interview
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.note_keepers import (
    keep_acknowledgement,
    keep_email,
    keep_note,
    keep_request,
)
from tracker.views.mail.refusals import keep_refusal
from tracker.views.mail.way_back import undo_of
from tracker.views.rejection.rejection_toast import KEPT
from tracker.web.access import me
from tracker.web.toasts import undo_toast

OFFER_KEPT = "The offer is saved. Its card stays on top until you answer."
AGAIN = "Saved, with their words. Their earlier no stays as it was."


def keep_rejection(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """Their words, by email, on the day that it was sent."""
    at, known = now(), current_rejection(session, application)
    ahead = coming_of(session, application.id, form.read)
    settled = known is not None and is_another(known, form.read.sent_on)
    if settled and ahead is None and not form.read.brings_advice:
        note = keep_email(session, application, form, at)
        return {"toast": undo_toast(AGAIN, undo_of(session, "notes", note)), "beside": True}
    was = as_it_was(known)
    kept = keep_no(session, application, form.mail.text, form.read.sent_on, at, me())
    if kept.new or was is None or not was["words"]:
        kept.rejection.role_cancelled |= form.read.role_cancelled
    kept.rejection.brings_advice |= form.read.brings_advice
    moved = kept.change is not None and kept.change.after == application.stage
    text = KEPT if moved else "Saved, with their words."
    if kept.called_off:
        text += " The interview ahead is cancelled too."
    toast: dict[str, object] = {"text": text}
    undone = moved or not application.live
    if kept.new and undone and application.offer_decision != "taken_back":
        toast = undo_toast(text, undo_of(session, "rejections", kept.rejection))
    if was is not None and not kept.new:
        toast = undo_toast(text, remember_words(session, was, kept.rejection, at))
    if "undo_url" in toast and moved and kept.change:
        toast |= {"card": application.id, "stage": kept.change.before}
    if form.read.brings_advice:
        href = ADVICE_AT.format(application.id)
        toast |= {"offer_url": href, "offer_label": "Look at the advice in it"}
    return {"toast": toast}


def keep_round(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """Their words as the offer; papers that they want, as an action."""
    at = now()
    by = form.read.offer_by
    words, sent = write_offer(form.mail), form.read.sent_on
    row = keep_offer(session, application, words, sent, at, by.on if by else None)
    text = OFFER_KEPT + keep_duty(session, application, form, at)
    return {"toast": undo_toast(text, undo_of(session, "offers", row))}


def keep_feedback(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """Word for word, on the day that it was sent; on to its points."""
    at, mail, said_no = now(), form.mail, bool(form.said_no.data)
    people = [each for each, _, _ in Contact.on(session, application) if each.email]
    giver = next((each for each in people if each.email.lower() == mail.address), None)
    feedback = Feedback(
        user_id=application.user_id,
        application_id=application.id,
        contact_id=giver.id if giver else None,
        giver="" if giver or not is_person(mail) else mail.name,
        channel=EMAIL,
        received_on=form.read.sent_on,
        words=mail.text,
        created_at=at,
    )
    seed(session, application.user_id)
    change = record_feedback(session, application, feedback, at, said_no)
    if change is not None and said_no:
        cancel_coming(session, application, at)
    text = feedback_toast(application, feedback.id)["text"]
    toast = undo_toast(f"{text}", undo_of(session, "feedback", feedback))
    return {"toast": toast, "place": f"/feedback/{feedback.id}/points"}


KEEPERS = {
    "no": keep_rejection,
    "invitation": keep_interview,
    "offer": keep_round,
    "feedback": keep_feedback,
    "no_feedback": keep_refusal,
    "request": keep_request,
    "acknowledgement": keep_acknowledgement,
    "none": keep_note,
}
