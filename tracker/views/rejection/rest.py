"""After a no: it is kept, it rests, and the rest is offered, never demanded."""

from datetime import datetime

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.reasons import ORDINARY
from tracker.loop.rest import rest_options
from tracker.models.application import Application
from tracker.models.changes.day_rest import rest_day
from tracker.models.changes.rejection import current_rejection
from tracker.models.changes.rest import can_rest, rest
from tracker.models.check_in import OwnLine
from tracker.models.reads.leads.ingredients import excited
from tracker.models.rejection import Rejection
from tracker.models.summary import facts_of
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.views.account.help import nearby
from tracker.views.feedback.advice_in_no import advice_href
from tracker.views.rejection.rest_form import RestForm
from tracker.views.rejection.rest_presenter import resting_words
from tracker.web.access import me, own_application
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("rest", __name__, url_prefix="/applications/<id:application_id>")
blueprint.after_request(forbid_storing)
BY_VOICE = ("phone", "in_person")
NOTHING_MORE = "nothing_more"
"""Of the day: the whole of it rests, and this one at least as long."""


@blueprint.get("/after")
def show(application_id: int) -> ResponseReturnValue:
    """What may be done now, or not now."""
    return render_rest_page(own_application(application_id), RestForm(formdata=None))


@blueprint.post("/rest")
def update(application_id: int) -> ResponseReturnValue:
    """Look at it again then; `now` wakes it."""
    at, user, form = now(), me(), RestForm()
    application = own_application(application_id)
    kind = form.look_again.data
    whole_day, woken = kind == NOTHING_MORE and can_rest(application), kind == "now"
    if not (whole_day or woken or form.chosen_for(at, user)):
        return render_rest_page(application, form, 422)
    with writing(user, at) as session:
        application = own_application(application_id, session)
        if whole_day:
            rest_day(session, application, at, user)
        else:
            rest(session, application, None if woken else form.rests_until, at, user)
    if woken:
        say("Back on your list. Take it at your own pace.")
        return see_other(f"/applications/{application_id}")
    say(rested_toast(application, at, user, whole_day))
    return see_other("/today")


def rested_toast(
    application: Application, at: datetime, user: User, whole_day: bool
) -> dict[str, object] | str:
    """What rests, by its name, and until when; of a whole day it can be taken back."""
    words = resting_words(facts_of(application), at, user.zone)
    name = shortened(application.company or application.role, 50)
    said = f"Saved. {name} is paused {words}." if words else "Saved."
    return undo_toast(said, "/today/whole") if whole_day else said


def render_rest_page(application: Application, form: RestForm, status: int = 200) -> Response:
    """The page."""
    session, at, user = db.session(), now(), me()
    row, said = current_rejection(session, application), can_rest(application)
    return page(
        "rejection/rest/show.html",
        application=application,
        row=row,
        said_no=said,
        ordinary=ORDINARY if row is not None and is_ordinary(row, application) else None,
        told_now=row is not None and told_now(row, at, user),
        form=form.stand(application.rest_until, at, user),
        rests=rest_options(at, user.zone, user.morning_hour),
        advice=advice_href(session, application, row),
        excited=said and excited(session, application),
        resting=rest_sentence(application, at, user),
        lines=session.scalars(OwnLine.of(user.id)).all(),
        status=status,
        **nearby(),
    )


def is_ordinary(row: Rejection, application: Application) -> bool:
    """Whether somebody else has the place: not so where it was cancelled, or theirs already."""
    taken_back = application.offer_decision == "taken_back"
    return row.is_said and not row.role_cancelled and not taken_back


def told_now(row: Rejection, at: datetime, user: User) -> bool:
    """Whether they may still be on the line: told today, by voice for all that is known."""
    return row.on == day_of(at, user.zone) and row.how in (None, *BY_VOICE)


def rest_sentence(application: Application, at: datetime, user: User) -> str:
    """Until when it rests, in a sentence; nothing where it does not."""
    words = resting_words(facts_of(application), at, user.zone)
    return f"Paused {words}. No reminders until then." if words else ""
