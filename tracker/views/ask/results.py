"""What came back on an attempt, in one tap."""

from datetime import date

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.loop.ask_state import RESULTS, follow_up_on
from tracker.models.attempt import Attempt
from tracker.values.days import day_of
from tracker.views.ask.ask_presenter import ANSWERS, REPLIES
from tracker.web.access import me, own_application, own_beside
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint(
    "results",
    __name__,
    url_prefix="/applications/<id:application_id>/attempts/<id:attempt_id>/answer",
)


@blueprint.post("")
def create(application_id: int, attempt_id: int) -> ResponseReturnValue:
    """They answered, will answer later, or would rather not say."""
    at, user, result = now(), me(), request.form.get("result", "")
    until = None
    if result == "later":
        until = follow_up_on(day_of(at, user.zone), user.country, user.state)
    was, was_until = save_result(
        application_id, attempt_id, result if result in REPLIES else "", until
    )
    place = f"/applications/{application_id}/attempts/{attempt_id}/answer/reversal"
    say(undo_toast(ANSWERS[result], f"{place}?was={was}&until={was_until or ''}"))
    page = "feedback/new" if result == "answered" else "ask"
    return see_other(f"/applications/{application_id}/{page}")


@blueprint.post("/reversal")
def reverse(application_id: int, attempt_id: int) -> ResponseReturnValue:
    """It was a slip."""
    was, until = request.args.get("was", ""), request.args.get("until", "")
    try:
        day = date.fromisoformat(until) if until else None
    except ValueError:
        abort(400)
    save_result(application_id, attempt_id, was if was in RESULTS else "", day)
    say("Taken back.")
    return see_other(f"/applications/{application_id}/ask")


def save_result(
    application_id: int, attempt_id: int, result: str, until: date | None
) -> tuple[str, date | None]:
    """Write it on the attempt, and give what stood there; 400 for what is no result."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)
        row = own_beside(Attempt, attempt_id, application, session)
        if not result:
            abort(400)
        was = (row.result, row.follow_up_on)
        row.result, row.follow_up_on = result, until
    return was
