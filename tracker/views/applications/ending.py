"""A job that was taken ended: the yes to it stays, and a new hunt begins."""

from functools import partial

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.models.application import Application
from tracker.values.days import day_of
from tracker.views.applications.ending_form import EndingForm
from tracker.web.access import me, own_application
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.rendering import page, see_other
from tracker.web.toasts import named, say, undo_toast

blueprint = Blueprint("ending", __name__, url_prefix="/applications/<id:application_id>/ending")


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """When it ended: as it is kept, else today."""
    application = job_taken(application_id)
    form = EndingForm.of(application)
    if application.ended_on is None:
        form.ended_on.process(None, day_of(now(), me().zone))
    return render_ending_form(application, form)


@blueprint.post("")
def update(application_id: int) -> ResponseReturnValue:
    """Keep the day."""
    at, form = now(), EndingForm()
    with saving(form, partial(job_taken, application_id), render_ending_form) as (_, application):
        form.write(application)
        application.touch(at)
    undo = f"/applications/{application_id}/ending/reversal"
    words = f"Saved. Your time as {named(application.role)} stays in your story."
    say(undo_toast(words, undo))
    return see_other(f"/applications/{application_id}/ending/onward")


@blueprint.get("/onward")
def onward(application_id: int) -> ResponseReturnValue:
    """A kind word, and where a new hunt may begin."""
    return page("applications/ending/onward.html", application=job_taken(application_id))


@blueprint.post("/reversal")
def reverse(application_id: int) -> ResponseReturnValue:
    """The job goes on."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)
        application.ended_on = None
        application.touch(at)
    say("This job goes on.")
    return see_other(f"/applications/{application_id}")


def job_taken(application_id: int, session: Session | None = None) -> Application:
    """One whose offer was accepted, or a 404."""
    application = own_application(application_id, session)
    if not application.taken:
        abort(404)
    return application


def render_ending_form(
    application: Application, form: EndingForm, refusal: Refusal | None = None
) -> Response:
    """The form."""
    saved = EndingForm.of(application)
    return form_page("applications/ending/form.html", form, refusal, saved, application=application)
