"""Putting an application away with an outcome, and taking it out again."""

from urllib.parse import urlencode

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application, Outcome
from tracker.models.changes.archival import archive, put_away_again, put_back, unarchive
from tracker.models.changes.interviews import cancel_coming
from tracker.models.reads.interviews_ahead import days_ahead
from tracker.values.formatting import shortened
from tracker.web.access import me, own_application
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undo_toast
from tracker.web.undo import moment_before

blueprint = Blueprint("archival", __name__, url_prefix="/applications/<id:application_id>/archival")

HINTS = {
    Outcome.OFFER_ACCEPTED: "They offered, and you said yes.",
    Outcome.OFFER_DECLINED: "They offered, and it wasn’t right for you.",
    Outcome.WITHDRAWN: "You stepped back yourself.",
    Outcome.ROLE_CLOSED: "They filled it, cancelled it or put it on hold. It is no no to you.",
    Outcome.LOOP_CLOSED: "It ended, and you have taken from it what there was.",
}
WORDS = {
    Outcome.OFFER_ACCEPTED: "Congratulations on {role}! You did that. Its whole story is kept.",
    Outcome.OFFER_DECLINED: "{role} is put away. Saying no to an offer takes courage too.",
    Outcome.WITHDRAWN: "{role} is put away as withdrawn.",
    Outcome.ROLE_CLOSED: "{role} is put away. They closed it; that says nothing about you.",
    Outcome.LOOP_CLOSED: "{role} is put away. That loop is closed.",
}


@blueprint.get("")
def new(application_id: int) -> ResponseReturnValue:
    """How did it end?"""
    return render_archival_page(own_application(application_id))


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Put it away."""
    at, user, given = now(), me(), request.form.get("outcome", "")
    application = own_application(application_id)
    if given not in list(Outcome):
        return render_archival_page(application, "Choose one of these, and it is put away.")
    outcome = Outcome(given)
    with writing(user, at) as session:
        application = own_application(application_id, session)
        if application.archived_at is not None and application.outcome != outcome:
            abort(409, description="It was put away in the meantime, as another outcome.")
        if application.archived_at is None:
            archive(session, application, outcome, at)
            if request.form.get("cancels"):
                cancel_coming(session, application, at)
    words = WORDS[outcome].format(role=shortened(application.role, 60))
    say(undo_toast(words, f"/applications/{application_id}/archival/reversal"))
    return see_other("/board")


@blueprint.post("/reversal")
def reverse(application_id: int) -> ResponseReturnValue:
    """Back on the board, on top of its stage."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)
        unarchive(session, application, at)
    say(f"Back on the board, in {application.stage_label}.")
    return see_other(f"/board#card-{application_id}")


@blueprint.post("/return")
def put_out(application_id: int) -> ResponseReturnValue:
    """Back on the board later on, with its story; Undo puts it away as it was."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)
        away, outcome = application.archived_at, application.outcome
        put_back(session, application, at)
    words = f"Back on the board, in {application.stage_label}."
    say(words)
    if away is not None:
        as_it_was = urlencode({"at": away.isoformat(), "outcome": outcome or ""})
        say(undo_toast(words, f"/applications/{application_id}/archival/again?{as_it_was}"))
    return see_other(f"/board#card-{application_id}")


@blueprint.post("/again")
def create_again(application_id: int) -> ResponseReturnValue:
    """As it was put away before: on that day, with that outcome."""
    at, user = now(), me()
    outcome, away = request.args.get("outcome", ""), moment_before(at)
    known = Outcome(outcome) if outcome in list(Outcome) else None
    with writing(user, at) as session:
        application = own_application(application_id, session)
        if application.archived_at is None and away is not None:
            put_away_again(application, known, away, at)
    say("Put away again, as it was.")
    return see_other(f"/applications/{application_id}")


def render_archival_page(application: Application, error: str | None = None) -> ResponseReturnValue:
    """The four ways in which it can end."""
    return page(
        "applications/archival/new.html",
        status=422 if error else 200,
        application=application,
        outcomes=[(outcome, HINTS[outcome]) for outcome in Outcome],
        error=error,
        ahead=days_ahead(db.session(), application, now()),
    )
