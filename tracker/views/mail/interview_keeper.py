"""An invitation as it is kept: a new interview, or one that is there with its new time."""

from typing import Any

from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.mail.meeting.places import says_same_place
from tracker.mail.meeting.replaced_people import replaced_in
from tracker.mail.text.own_words import own_text
from tracker.models.application import Application
from tracker.models.changes.interviews import add_interview
from tracker.models.interview import POSTPONED, Interview
from tracker.models.interview_plans import drop_plans, plan_moments
from tracker.models.reads.interviews_ahead import place_before
from tracker.views.applications.interview_moves import remembered
from tracker.views.mail.about_choice import coming_of, undated_of
from tracker.views.mail.answer_deadline import keep_duty, settle_times
from tracker.views.mail.calling_off import cancel_by_email
from tracker.views.mail.clashes import is_then
from tracker.views.mail.interview_moves import remember
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.note_keepers import keep_email, keep_request
from tracker.views.mail.way_back import undo_of
from tracker.web.toasts import undo_toast

DONE = {
    "more": "It is with your interview now.",
    "moved": "The interview is on its new day.",
    "dated": "The interview has its day.",
}
"""What a toast says of an interview that was there before."""


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
    new = "test" if form.read.invitation.by_itself else "invitation"
    did = ("more" if more else "moved" if before["on"] else "dated") if moves_it else new
    keep_email(session, application, form, at, did)
    planned = settled + keep_duty(session, application, form, at)
    if moves_it:
        undo = remember(session, before, row, at)
        return {"toast": undo_toast(f"{DONE[did]}{planned}", undo)}
    moved = ", and the card moved to Interview" if change and not planned else ""
    what = "Test" if did == "test" else "Interview"
    said = undo_toast(f"{what} added{moved}.{planned}", undo_of(session, "interviews", row))
    return {"toast": said | ({"card": application.id, "stage": change.before} if change else {})}


def put_details(
    row: Interview, form: MailForm, known: bool, same_place: str, *, beside: bool
) -> None:
    """Kind, place, length and people, as far as the email has them.

    `known`: the interview was there before; `beside`: who comes is named beside those it has, but
    for whom somebody comes instead.
    """
    kind, found = form.interview_kind.data or "other", form.read.invitation
    by_hand = not (found.slots or found.by_itself) or kind == "other"
    row.kind = row.kind if known and by_hand else kind
    row.place = form.place.data or row.place or same_place
    row.minutes = form.whole_minutes or row.minutes
    named = [*filter(None, map(str.strip, (form.people.data or "").split(",")))]
    had = (row.people or "").splitlines()
    gone = replaced_in(own_text(form.mail.text), had) if named else set()
    stay = [each for each in had if each not in gone or each in named]
    row.people = "\n".join(dict.fromkeys([*stay, *named] if beside else named or had))
