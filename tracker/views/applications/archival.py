"""Putting an application away with an outcome, and taking it out again."""

from functools import partial
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.outcome import Outcome
from tracker.models.application import Application
from tracker.models.changes.archival import (
    archive,
    ended_on_day,
    put_away_again,
    put_back,
    unarchive,
)
from tracker.models.changes.interviews import cancel_coming
from tracker.models.reads.interviews_ahead import days_ahead
from tracker.values.days import day_of
from tracker.views.applications.accepted import place_of
from tracker.views.applications.archival_form import ArchivalForm
from tracker.web.access import me, own_application
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.rendering import see_other
from tracker.web.toasts import named, say, undo_toast
from tracker.web.undo import day_before, moment_before

blueprint = Blueprint("archival", __name__, url_prefix="/applications/<id:application_id>/archival")

HINTS = {
    Outcome.OFFER_ACCEPTED: "They offered, and you said yes.",
    Outcome.OFFER_DECLINED: "They offered, and you said no.",
    Outcome.WITHDRAWN: "You took your application back.",
    Outcome.ROLE_CLOSED: "Filled, cancelled or on hold: they closed it. It says nothing about you.",
    Outcome.LOOP_CLOSED: "It is over, and you are done with it.",
}
WORDS = {
    Outcome.OFFER_ACCEPTED: "{role} is in your archive, as accepted.",
    Outcome.OFFER_DECLINED: "Declined. {role} is in your archive.",
    Outcome.WITHDRAWN: "{role} is in your archive, as withdrawn.",
    Outcome.ROLE_CLOSED: "{role} is in your archive. They closed it; that says nothing about you.",
    Outcome.LOOP_CLOSED: "{role} is in your archive.",
}


@blueprint.get("")
def new(application_id: int) -> ResponseReturnValue:
    """How did it end? Today, as far as nobody says otherwise; as it is kept, once put away."""
    application = own_application(application_id)
    form = ArchivalForm.of(application)
    if application.archived_at is None:
        form.archived_on.process(None, day_of(now(), me().zone))
    return render_archival_page(application, form)


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Put it away."""
    at, user, given = now(), me(), request.form.get("outcome", "")
    application, form = own_application(application_id), ArchivalForm()
    if "archived_on" not in request.form:
        form.archived_on.data = day_of(at, user.zone)
    ask_about(form.archived_on, "ending", application)
    error = "" if given in list(Outcome) else "Choose one of these to archive it."
    if not form.validate() or error:
        return render_archival_page(application, form, Refusal(form.status), error)
    outcome = Outcome(given)
    with writing(user, at) as session:
        application = own_application(application_id, session)
        if application.archived_at is not None and application.outcome != outcome:
            abort(409, description="It was archived in the meantime, with another outcome.")
        if application.archived_at is None:
            archive(session, application, outcome, at)
            ended_on_day(application, form.archived_on.data, at)
            if request.form.get("cancels"):
                cancel_coming(session, application, at)
    words = WORDS[outcome].format(role=named(application.role))
    say(undo_toast(words, f"/applications/{application_id}/archival/reversal"))
    if outcome == Outcome.OFFER_ACCEPTED:
        return see_other(place_of(application_id))
    return see_other("/board")


@blueprint.post("/day")
def update(application_id: int) -> ResponseReturnValue:
    """It ended on another day."""
    at, form = now(), ArchivalForm()
    application = put_away(application_id)
    ask_about(form.archived_on, "ending", application, application.archived_on)
    with saving(form, partial(put_away, application_id), render_archival_page) as (_, application):
        ended_on_day(application, form.archived_on.data, at)
    say("Saved.")
    return see_other(f"/applications/{application_id}")


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
        away, on, outcome = application.archived_at, application.archived_on, application.outcome
        put_back(session, application, at)
    words = f"Back on the board, in {application.stage_label}."
    say(words)
    if away is not None:
        was = {"at": away.isoformat(), "on": on or "", "outcome": outcome or ""}
        as_it_was = urlencode(was)
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
            put_away_again(application, known, away, day_before(away), at)
    say("Archived again, as it was.")
    return see_other(f"/applications/{application_id}")


def put_away(application_id: int, session: Session | None = None) -> Application:
    """One that is put away, or a 404."""
    application = own_application(application_id, session)
    if application.archived_at is None:
        abort(404)
    return application


def render_archival_page(
    application: Application, form: ArchivalForm, refusal: Refusal | None = None, error: str = ""
) -> Response:
    """The ways in which it can end; of what is put away, the day."""
    return form_page(
        "applications/archival/new.html",
        form,
        refusal,
        ArchivalForm.of(application),
        application=application,
        outcomes=[(outcome, HINTS[outcome]) for outcome in Outcome],
        chosen=request.form.get("outcome"),
        error=error,
        ahead=days_ahead(db.session(), application, now()),
        cancels=bool(request.form.get("cancels")) if refusal else True,
    )
