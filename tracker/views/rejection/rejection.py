"""They said no: what came, how, and in their words; every part may be skipped."""

from functools import partial

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.changes.rejection import current_rejection, reject, undo_rejection
from tracker.models.rejection import WAYS, Rejection
from tracker.models.stage_change import StageChange
from tracker.models.summary import facts_of
from tracker.values.days import day_of
from tracker.views.rejection.rejection_form import RejectionForm
from tracker.views.rejection.rest_presenter import resting_words
from tracker.web.access import me, own_application, own_beside, own_on
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast
from tracker.web.undo import take_off

blueprint = Blueprint(
    "rejection", __name__, url_prefix="/applications/<id:application_id>/rejection"
)


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """The form: of the no that is recorded, else an empty one with today as its day."""
    application = own_application(application_id)
    row = current_rejection(db.session(), application)
    if row is not None:
        return render_rejection_form(application, RejectionForm.of(row), row=row)
    how = request.args.get("how", "")
    today = day_of(now(), me().zone)
    form = RejectionForm(formdata=None, on=today, how=how if how in WAYS else None)
    return render_rejection_form(application, form)


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Keep it, and move an open card to Rejected, all in one; a second one says more about it."""
    at, user, form = now(), me(), RejectionForm()
    application = own_application(application_id)
    bare = "told" in request.form
    if bare:
        form.on.data = day_of(at, user.zone)
    else:
        known = current_rejection(db.session(), application)
        ask_about(form.on, "no", application, known.on if known is not None else None)
    if not form.validate():
        return render_rejection_form(application, form, Refusal(form.status))
    with writing(user, at) as session:
        application = own_application(application_id, session)
        row = current_rejection(session, application) or Rejection.beside(application, at)

        def make() -> int:
            if not (bare and row in session):
                form.write(row)
            change = reject(session, application, row, at, user)
            return change.id if change is not None else 0

        change_id, _ = once(session, user, at, make, anew=True)
        change = session.get(StageChange, change_id) if change_id else None
    say(rejection_toast(application, change, row if bare else None))
    return see_other(f"/applications/{application_id}/after")


@blueprint.get("/<id:rejection_id>")
def edit(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """One no of perhaps several."""
    application = own_application(application_id)
    row = own_beside(Rejection, rejection_id, application)
    return render_rejection_form(application, RejectionForm.of(row), row=row)


@blueprint.post("/<id:rejection_id>")
def update(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, user, form = now(), me(), RejectionForm()
    application = own_application(application_id)
    ask_about(form.on, "no", application, own_on(Rejection, rejection_id, application_id).on)
    with saving(
        form,
        partial(own_on, Rejection, rejection_id, application_id),
        lambda row, form, why: render_rejection_form(application, form, why, row),
    ) as (_, row):
        form.write(row)
    say("Saved.")
    resting = resting_words(facts_of(application), at, user.zone)
    return see_other(f"/applications/{application_id}{'/after' if resting else ''}")


@blueprint.post("/<id:rejection_id>/reversal")
def reverse(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """It was a slip of the finger."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)

        def make() -> int:
            row = own_beside(Rejection, rejection_id, application, session)
            try:
                undo_rejection(session, application, row, at)
            except ValueError:
                abort(409, description="The card has moved on since, so that can’t be undone.")
            return 0

        once(session, user, at, make)
    say(f"Back in {application.stage_label}, as if nothing was tapped.")
    return see_other(f"/applications/{application_id}")


@blueprint.post("/<id:rejection_id>/removal")
def delete(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """Take the fact away, without moving the card; Undo brings it back."""
    words = "Deleted. The card stays where it is."
    return take_off("rejection", Rejection, rejection_id, application_id, words)


def render_rejection_form(
    application: Application,
    form: RejectionForm,
    refusal: Refusal | None = None,
    row: Rejection | None = None,
) -> Response:
    """The form."""
    saved = RejectionForm.of(row) if row is not None else None
    return form_page("rejection/form.html", form, refusal, saved, application=application, row=row)


def rejection_toast(
    application: Application, change: StageChange | None, bare: Rejection | None
) -> dict[str, object]:
    """Kind words, and a way back for the move; facts stay, but for the bare one of a single tap."""
    if change is None or change.after != application.stage:
        return {"text": "Kept, in your own time."}
    text = "Kept. It rests until tomorrow; nothing more to do today."
    if application.rest_until is None:
        text = "Kept, and moved to Rejected."
    undo = f"/applications/{application.id}/stage/{change.id}/reversal"
    if bare is not None:
        undo = f"/applications/{application.id}/rejection/{bare.id}/reversal"
    return undo_toast(text, undo) | {"card": application.id, "stage": change.before}
