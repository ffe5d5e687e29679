"""An email that says they give no feedback: the ask has its answer, and waits no longer."""

from datetime import date, datetime
from typing import Any

from flask import abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.loop.ask_state import RESULTS
from tracker.models.application import Application
from tracker.models.changes.ask_refusal import refuse, take_refusal_back
from tracker.models.note import Note
from tracker.values.whole_number import whole_number
from tracker.views.ask.ask_presenter import ANSWERS
from tracker.views.mail.mail_form import MailForm
from tracker.views.mail.note_keepers import keep_email
from tracker.views.mail.way_back import taken_back
from tracker.web.access import own, own_application
from tracker.web.toasts import undo_toast


def keep_refusal(session: Session, application: Application, form: MailForm) -> dict[str, Any]:
    """Their words as a note, and what the page of the ask would keep for them."""
    at = now()
    note = keep_email(session, application, form, at)
    row, was, until = refuse(session, application, form.mail.subject, form.read.sent_on, at)
    undo = f"/mail/refusals/{note.id}/reversal?attempt={row.id}&was={was}&until={until or ''}"
    return {
        "toast": undo_toast(ANSWERS["declined"], undo),
        "place": f"/applications/{application.id}/ask",
    }


def reverse(note_id: int) -> ResponseReturnValue:
    """It was another application, or no refusal: the ask waits as before."""
    own(Note, note_id)
    attempt, was, until = as_it_was()

    def take(session: Session, at: datetime) -> Application:
        note = own(Note, note_id, session)
        application = own_application(note.application_id, session)
        if not take_refusal_back(session, application, note, attempt, was, until):
            raise ValueError("more was written since")
        return application

    return taken_back(take)


def as_it_was() -> tuple[int, str, date | None]:
    """The attempt and what stood there, as the address of Undo says; 400 for another."""
    was, until = request.args.get("was", ""), request.args.get("until", "")
    try:
        day = date.fromisoformat(until) if until else None
    except ValueError:
        abort(400)
    number = whole_number(request.args.get("attempt", ""))
    if number is None or (was and was not in RESULTS):
        abort(400)
    return number, was, day
