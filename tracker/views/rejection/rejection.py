"""They said no: what came, how, and in their words; every part may be skipped."""

import uuid

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.changes.rejection import current, reject, take_back
from tracker.models.rejection import WAYS, Rejection
from tracker.models.removal import remove
from tracker.models.stage_change import StageChange
from tracker.models.summary import facts_of
from tracker.values.days import day_of
from tracker.views.rejection.rejection_form import RejectionForm
from tracker.views.rejection.rest_presenter import resting_until
from tracker.web.access import me, own_application, own_beside
from tracker.web.edit_conflicts import Conflict, conflict, version_of
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint(
    "rejection", __name__, url_prefix="/applications/<id:application_id>/rejection"
)


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """The form: of the no that is recorded, else an empty one with today as its day."""
    application = own_application(application_id)
    row = current(db.session(), application)
    if row is not None:
        return shown(application, RejectionForm.of(row), row=row)
    how = request.args.get("how", "")
    today = day_of(now(), me().zone)
    form = RejectionForm(formdata=None, on=today, how=how if how in WAYS else None)
    return shown(application, form)


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Keep it, and move an open card to Rejected, all in one; a second one says more about it."""
    at, user, form = now(), me(), RejectionForm()
    application = own_application(application_id)
    bare = "told" in request.form
    if bare:
        form.on.data = day_of(at, user.zone)
    if not form.validate():
        return shown(application, form, form.status)
    with writing(user, at) as session:
        application = own_application(application_id, session)
        row = current(session, application) or Rejection.beside(application, at)

        def make() -> int:
            if not (bare and row in session):
                form.write(row)
            change = reject(session, application, row, at, user)
            return change.id if change is not None else 0

        try:
            change_id, _ = once(session, user, at, make)
        except KeySpent:
            change_id = make()
        change = session.get(StageChange, change_id) if change_id else None
    say(recorded(application, change, row if bare else None))
    return see_other(f"/applications/{application_id}/after")


@blueprint.get("/<id:rejection_id>")
def edit(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """One no of perhaps several."""
    application = own_application(application_id)
    row = own_beside(Rejection, rejection_id, application)
    return shown(application, RejectionForm.of(row), row=row)


@blueprint.post("/<id:rejection_id>")
def update(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, user, form = now(), me(), RejectionForm()
    application = own_application(application_id)
    row = own_beside(Rejection, rejection_id, application)
    if not form.validate():
        return shown(application, form, form.status, row=row)
    with writing(user, at) as session:
        application = own_application(application_id, session)
        row = own_beside(Rejection, rejection_id, application, session)
        both = conflict(form, RejectionForm.of(row))
        if both is None:
            form.write(row)
    if both is not None:
        return shown(application, form, 409, row=row, both=both)
    say("Saved.")
    resting = resting_until(facts_of(application), at, user.zone)
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
                take_back(session, application, row, at)
            except ValueError:
                abort(409, description="The card has moved on since, so that can’t be undone.")
            return 0

        once(session, user, at, make)
    say(f"Back in {application.stage_label}, as if nothing was tapped.")
    return see_other(f"/applications/{application_id}")


@blueprint.post("/<id:rejection_id>/removal")
def delete(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """Take the fact away, without moving the card; Undo brings it back."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)

        def make() -> int:
            row = own_beside(Rejection, rejection_id, application, session)
            removal = remove(session, "rejection", [row], at, application)
            return removal.id

        removal_id, _ = once(session, user, at, make)
    undo = f"/applications/{application_id}/removals/{removal_id}/reversal"
    say(undoing("Deleted. The card stays where it is.", undo))
    return see_other(f"/applications/{application_id}")


def shown(
    application: Application,
    form: RejectionForm,
    status: int = 200,
    row: Rejection | None = None,
    both: Conflict | None = None,
) -> Response:
    """The form."""
    version = version_of(RejectionForm.of(row)) if row is not None else None
    if status in (413, 422):
        version = request.form.get("version")
    return page(
        "rejection/form.html",
        application=application,
        form=form,
        row=row,
        conflict=both,
        key=request.form.get("key") or uuid.uuid4(),
        version=version,
        typed=status != 200,
        status=status,
    )


def recorded(
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
    return undoing(text, undo) | {"card": application.id, "stage": change.before}
