"""What an email is kept as, by the verbs of the forms: each says so in a toast with its Undo."""

from typing import Any

from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.mail.meeting.places import says_same_place
from tracker.mail.senders import is_person
from tracker.models.application import Application
from tracker.models.changes.acknowledgement import acknowledge
from tracker.models.changes.feedback import record_feedback
from tracker.models.changes.interviews import add_interview, cancel_coming
from tracker.models.changes.mails.from_mail import keep_no, keep_offer
from tracker.models.changes.rejection import current_rejection, is_another
from tracker.models.changes.themes import seed
from tracker.models.contact import Contact
from tracker.models.feedback import Feedback
from tracker.models.interview import POSTPONED, Interview
from tracker.models.interview_plans import drop_plans, plan_moments
from tracker.models.note import Note
from tracker.models.reads.interviews_ahead import place_before
from tracker.models.reads.mails.saved_emails import EMAIL
from tracker.values.formatting import day, in_sentence
from tracker.views.feedback.advice_in_no import ADVICE_AT
from tracker.views.feedback.feedback_toast import feedback_toast
from tracker.views.mail.about_choice import coming_of, undated_of
from tracker.views.mail.added_words import as_it_was
from tracker.views.mail.added_words import remember as remember_words
from tracker.views.mail.answer_deadline import keep_duty, settle_times
from tracker.views.mail.calling_off import cancel_by_email
from tracker.views.mail.clashes import is_then
from tracker.views.mail.email_note import keep_email
from tracker.views.mail.interview_moves import remember, remembered
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.refusals import keep_refusal
from tracker.views.mail.way_back import undo_of
from tracker.views.rejection.rejection_toast import KEPT
from tracker.web.access import me
from tracker.web.toasts import undo_toast

THEY_SAY = " They say they will answer by {}."
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


def keep_interview(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """With its day, hour and place; their words beside it as a note."""
    at = now()
    row = coming_of(session, application.id, form.read) if form.instead.data else None
    if row is not None and form.day_to_come:
        keep_email(session, application, form, at)
        planned = keep_duty(session, application, form, at)
        return cancel_by_email(session, row, at, POSTPONED, planned)
    if row is None and form.instead.data and form.day.data:
        row = undated_of(session, application.id)
    if row is None and form.day_to_come and undated_of(session, application.id) is not None:
        return keep_request(session, application, form)
    moves_it = row is not None
    before = remembered(row) if row is not None else {}
    more = row is not None and is_then(form, row)
    settled = settle_times(session, application.id, at) if form.day.data is not None else ""
    if row is not None and not more:
        drop_plans(session, plan_moments([row]), at)
    if row is None:
        row = Interview.beside(application, at)
        row.invited_on = form.read.sent_on
    row.hold(form.day.data, form.starts_at, at, form.zone)
    row.outcome = None if row.is_off else row.outcome
    same = place_before(session, application) if says_same_place(form.mail.text) else ""
    put_details(row, form, moves_it, same, beside=more)
    if moves_it:
        row.updated_at, change = at, None
        session.flush()
    else:
        change = add_interview(session, application, row, at, True)
    keep_email(session, application, form, at)
    planned = settled + keep_duty(session, application, form, at)
    if moves_it:
        undo = remember(session, before, row, at)
        done = "The interview is on its new day." if before["on"] else "The interview has its day."
        done = "It is with your interview now." if more else done
        return {"toast": undo_toast(f"{done}{planned}", undo)}
    moved = ", and the card moved to Interview" if change and not planned else ""
    what = "Test" if form.read.invitation.by_itself else "Interview"
    said = undo_toast(f"{what} added{moved}.{planned}", undo_of(session, "interviews", row))
    return {"toast": said | ({"card": application.id, "stage": change.before} if change else {})}


def put_details(
    row: Interview, form: MailForm, known: bool, same_place: str, *, beside: bool
) -> None:
    """Kind, place, length and people, as far as the email has them.

    `known`: the interview was there before; `beside`: who comes is named beside those it has.
    """
    kind, found = form.interview_kind.data or "other", form.read.invitation
    by_hand = not (found.slots or found.by_itself) or kind == "other"
    row.kind = row.kind if known and by_hand else kind
    row.place = form.place.data or row.place or same_place
    row.minutes = form.whole_minutes or row.minutes
    named = [*filter(None, map(str.strip, (form.people.data or "").split(",")))]
    had = (row.people or "").splitlines()
    row.people = "\n".join(dict.fromkeys([*had, *named] if beside else named or had))


def keep_round(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """Their words as the offer."""
    at = now()
    by = form.read.answer_by
    words, sent = form.mail.text, form.read.sent_on
    row = keep_offer(session, application, words, sent, at, by.on if by else None)
    undo = undo_of(session, "offers", row)
    return {
        "toast": undo_toast("The offer is saved. Its card stays on top until you answer.", undo)
    }


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


def keep_note(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """All of it, as it came; an interview that it calls off is cancelled with it."""
    at = now()
    note = keep_email(session, application, form, at)
    row = coming_of(session, application.id, form.read) if form.instead.data else None
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
