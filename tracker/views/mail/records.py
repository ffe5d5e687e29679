"""The one tap: what the mail said is kept, by the same verbs as the forms."""

from typing import Any, cast

from flask import abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.application_facts import BLANK
from tracker.models.changes.application import record
from tracker.models.changes.from_mail import keep_no, keep_offer, keep_words
from tracker.models.changes.interviews import add_interview
from tracker.models.interview import CANCELLED, Interview
from tracker.models.messages.mailbox import MailProposal
from tracker.values.whole_number import whole_number
from tracker.views.mail.about_choice import coming_of
from tracker.views.mail.answer_deadline import keep_duty
from tracker.views.mail.interview_moves import remember, remembered
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.proposal_page import render_proposal
from tracker.views.mail.saved_words import write_words
from tracker.views.mail.validation import checked
from tracker.views.rejection.rejection_toast import KEPT
from tracker.web.access import me, own_application
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal
from tracker.web.idempotency import KeySpent, once
from tracker.web.paging import address
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast

SPENT = "This email is saved already, as something else. Look at the application."


def create() -> ResponseReturnValue:
    """Keep it once, however often it is sent."""
    at, user = now(), me()
    form = cast("MailForm", MailForm().in_zone(user.zone))
    if form.about.data and form.kind.data == "invitation":
        ask_about(form.day, "interview", own_application(form.about.data))
    if not checked(form):
        return render_proposal(form, Refusal(form.status))
    kept: dict[str, Any] = {}
    try:
        with writing(user, at) as session:

            def make() -> int:
                application = about(session, form)
                kept.update(KEEPERS[form.kind.data or "none"](session, application, form))
                settle(session, form)
                return application.id

            application_id, _ = once(session, user, at, make)
    except KeySpent:
        abort(409, description=SPENT)
    say(kept.get("toast") or "Saved.")
    after = "/ask" if request.form.get("then") == "ask" else "/after"
    after = after if form.kind.data == "no" else ""
    listed = {"from": "/mail"} if form.proposal.data and not after else {}
    return see_other(address(f"/applications/{application_id}{after}", listed))


def about(session: Session, form: MailForm) -> Application:
    """The application that was chosen, or one that is made of the two words typed."""
    if form.about.data:
        return own_application(form.about.data, session)
    facts: dict[str, Any] = BLANK | {
        "company": form.company.data,
        "role": form.role.data,
        "source": (form.through.data or "")[:100],
        "skills": [],
        "sparks": [],
    }
    return record(session, me(), facts, now(), Stage.APPLIED)


def settle(session: Session, form: MailForm) -> None:
    """What waited for this word waits no longer."""
    number = whole_number(form.proposal.data or "")
    if number:
        MailProposal.settle(session, me().id, number)


def keep_rejection(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """Their words, by email, on the day that it was sent."""
    at = now()
    kept = keep_no(session, application, form.mail.text, form.read.sent_on, at, me())
    moved = kept.change is not None and kept.change.after == application.stage
    text = KEPT if moved else "Saved, with their words."
    if kept.called_off:
        text += " The interview ahead is cancelled too."
    if not (moved and kept.new) or application.offer_decision == "taken_back":
        return {"toast": text}
    undo = f"/mail/rejections/{kept.rejection.id}/reversal"
    before = kept.change.before if kept.change else None
    return {"toast": undo_toast(text, undo) | {"card": application.id, "stage": before}}


def keep_interview(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """With its day, hour and place; their words beside it as a note."""
    at, mail = now(), form.mail
    row = coming_of(session, application.id) if form.instead.data else None
    moves_it = row is not None
    before = remembered(row) if row is not None else {}
    if row is None:
        row = Interview.beside(application, at)
        row.invited_on = form.read.sent_on
    row.hold(form.day.data, form.starts_at, at, form.zone)
    kind = form.interview_kind.data or "other"
    row.kind = row.kind if moves_it and kind == "other" else kind
    row.place = form.place.data or row.place or ""
    row.minutes = form.whole_minutes or row.minutes
    row.people = "\n".join(filter(None, map(str.strip, (form.people.data or "").split(",")))) or (
        row.people or ""
    )
    if moves_it:
        row.updated_at, change = at, None
        session.flush()
    else:
        change = add_interview(session, application, row, at, True)
    keep_words(session, application, write_words(mail), at)
    planned = keep_duty(session, application, form, at)
    if moves_it:
        undo = remember(before, row, at)
        return {"toast": undo_toast(f"The interview is on its new day.{planned}", undo)}
    moved = ", and the card moved to Interview" if change and not planned else ""
    said = undo_toast(f"Interview added{moved}.{planned}", f"/mail/interviews/{row.id}/reversal")
    return {"toast": said | ({"card": application.id, "stage": change.before} if change else {})}


def keep_round(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """Their words as the offer."""
    at = now()
    keep_offer(session, application, form.mail.text, form.read.sent_on, at)
    undo = f"/applications/{application.id}/offer/removal"
    return {"toast": undo_toast("Saved. It stays at the top of its column until you answer.", undo)}


def keep_note(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """All of it, as it came; an interview that it calls off is cancelled with it."""
    at = now()
    note = keep_words(session, application, write_words(form.mail), at)
    row = coming_of(session, application.id) if form.instead.data else None
    if row is not None:
        undo = remember(remembered(row), row, at)
        row.outcome, row.updated_at = CANCELLED, at
        session.flush()
        return {"toast": undo_toast("Saved as a note. The interview is cancelled.", undo)}
    undo = f"/applications/{application.id}/notes/{note.id}/removal"
    return {"toast": undo_toast("Saved as a note.", undo)}


KEEPERS = {
    "no": keep_rejection,
    "invitation": keep_interview,
    "offer": keep_round,
    "acknowledgement": keep_note,
    "none": keep_note,
}
