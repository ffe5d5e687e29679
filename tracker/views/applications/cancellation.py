"""An interview ahead that they cancelled or want to move, as one heard by telephone."""

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.models.changes.interviews import call_off, hold_again
from tracker.models.interview import CANCELLED, POSTPONED, Interview
from tracker.web.access import me, own_on
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast

DROPPED = " What you had planned for it is off your list."
"""What is said besides where something was."""
SAID = {
    CANCELLED: "Interview cancelled.",
    POSTPONED: "They want to move it. No new time yet.",
}
blueprint = Blueprint(
    "cancellation",
    __name__,
    url_prefix="/applications/<id:application_id>/interviews/<id:interview_id>/cancellation",
)


@blueprint.post("")
def create(application_id: int, interview_id: int) -> ResponseReturnValue:
    """It does not take place, and nothing is to be done for it; Undo takes both back."""
    at, user = now(), me()
    outcome = POSTPONED if request.form.get("postponed") else CANCELLED
    with writing(user, at) as session:
        row = own_on(Interview, interview_id, application_id, session)
        if row.starts_at is not None and row.starts_at <= at:
            abort(
                409,
                description="Its time has passed. Say under “How it went” that it was cancelled.",
            )
        dropped = call_off(session, [row], at, outcome)
    place = f"/applications/{application_id}"
    text = SAID[outcome] + (DROPPED if dropped else "")
    say(undo_toast(text, f"{place}/interviews/{interview_id}/cancellation/reversal"))
    return see_other(place)


@blueprint.post("/reversal")
def reverse(application_id: int, interview_id: int) -> ResponseReturnValue:
    """It takes place after all."""
    at, user = now(), me()
    with writing(user, at) as session:
        row = own_on(Interview, interview_id, application_id, session)
        if row.is_off:
            hold_again(session, [row], at)
    say("The interview is on again.")
    return see_other(f"/applications/{application_id}")
