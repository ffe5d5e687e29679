"""They said no: what came, how, and in their words; every part may be skipped."""

from functools import partial

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.outcome import Outcome
from tracker.models.changes.archival import put_away_again
from tracker.models.changes.interviews import cancel_coming
from tracker.models.changes.rejection import (
    current_rejection,
    date_the_no,
    reject,
    rest_until,
    take_back,
    undo_rejection,
    undo_taking_back,
)
from tracker.models.offer import TAKEN_BACK
from tracker.models.rejection import WAYS, Rejection
from tracker.models.stage_change import StageChange
from tracker.models.summary import facts_of
from tracker.values.days import day_of
from tracker.views.rejection.rejection_form import NewRejectionForm, RejectionForm
from tracker.views.rejection.rejection_of_others import (
    move_elsewhere,
    new_form,
    saved_form,
    sent_form,
)
from tracker.views.rejection.rejection_page import of_a_yes, offer_on, render_rejection_form
from tracker.views.rejection.rejection_toast import (
    offer_to_reopen,
    rejection_toast,
    undo_of_taking_back,
)
from tracker.views.rejection.rest_presenter import resting_words
from tracker.web.access import me, own_application, own_beside, own_on
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, saving
from tracker.web.idempotency import once
from tracker.web.queued_changes import queueable
from tracker.web.rendering import see_other
from tracker.web.toasts import say
from tracker.web.undo import day_before, moment_before, take_off

blueprint = Blueprint(
    "rejection", __name__, url_prefix="/applications/<id:application_id>/rejection"
)


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """The form: of the no that is recorded, else an empty one with today as its day."""
    application = own_application(application_id)
    row = current_rejection(db.session(), application)
    if row is not None and not of_a_yes(application):
        return render_rejection_form(application, saved_form(application, row), row=row)
    how = request.args.get("how", "")
    today = day_of(now(), me().zone)
    known = how if how in WAYS else None
    form = new_form(application, of_a_yes(application), formdata=None, on=today, how=known)
    return render_rejection_form(application, form)


@blueprint.post("")
@queueable("rejection", "/applications/$1")
def create(application_id: int) -> ResponseReturnValue:
    """Keep it, and move an open card to Rejected, all in one; a second one says more about it."""
    at, user = now(), me()
    application = own_application(application_id)
    form = new_form(application, of_a_yes(application))
    bare = "told" in request.form
    if bare:
        form.on.data = day_of(at, user.zone)
    else:
        known = current_rejection(db.session(), application)
        came = offer_on(application) if application.offer_open or of_a_yes(application) else None
        saved = known.on if known is not None else None
        ask_about(form.on, "no", application, saved, offered_on=came)
    if not form.validate():
        return render_rejection_form(application, form, Refusal(form.status))
    about = form.about.data if "about" in form else application_id
    with writing(user, at) as session:
        application = own_application(about, session)
        away, yes = (application.archived_at, application.archived_on), of_a_yes(application)
        found = None if yes else current_rejection(session, application)
        row = found or Rejection.beside(application, at)

        called_off = 0

        def make() -> int:
            nonlocal called_off
            if not (bare and row in session):
                form.write(row)
            record = take_back if yes else reject
            change = record(session, application, row, at, user)
            if bare or form.cancels.data:
                called_off = cancel_coming(session, application, at)
            return change.id if change is not None else 0

        change_id, _ = once(session, user, at, make, anew=True)
        change = session.get(StageChange, change_id) if change_id else None
    toast = rejection_toast(application, change, row if bare else None)
    if bare and called_off:
        toast["text"] = f"{toast['text']} The interview ahead is cancelled too."
    if yes and change is not None:
        toast |= undo_of_taking_back(application, row, *away)
        toast |= offer_to_reopen(db.session(), application, away[0])
    say(toast)
    return see_other(f"/applications/{about}/after")


@blueprint.get("/<id:rejection_id>")
def edit(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """One no of perhaps several."""
    application = own_application(application_id)
    row = own_beside(Rejection, rejection_id, application)
    form = saved_form(application, row)
    if not row.is_said and "wrote" in request.args:
        form.on.data, form.how.data = day_of(now(), me().zone), None
    return render_rejection_form(application, form, row=row)


@blueprint.post("/<id:rejection_id>")
def update(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """Save it, unless another version was saved in the meantime."""
    at, user = now(), me()
    application = own_application(application_id)
    form = sent_form(application, own_beside(Rejection, rejection_id, application))
    elsewhere = form.elsewhere if isinstance(form, NewRejectionForm) else None
    saved = own_on(Rejection, rejection_id, application_id).on
    came = offer_on(application) if application.ending == "taken_back" else None
    ask_about(form.on, "no", application, saved, offered_on=came)
    with saving(
        form,
        partial(own_on, Rejection, rejection_id, application_id),
        lambda row, form, why: render_rejection_form(application, form, why, row),
        RejectionForm.of,
    ) as (session, row):
        if elsewhere is not None:
            application, row = move_elsewhere(session, application_id, row, elsewhere)
        was_silence = not row.is_said
        form.write(row)
        if row not in session:
            reject(session, application, row, at, user)
        else:
            date_the_no(session, own_application(application.id, session), row)
        if was_silence == row.is_said:
            row.rest_until = rest_until(row, at, user)
    say("Saved.")
    application_id = application.id
    resting = resting_words(facts_of(application), at, user.zone)
    return see_other(f"/applications/{application_id}{'/after' if resting else ''}")


@blueprint.post("/<id:rejection_id>/reversal")
def reverse(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """It was a slip of the finger."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)

        away = moment_before(at)

        def make() -> int:
            row = own_beside(Rejection, rejection_id, application, session)
            yes = application.offer_decision == TAKEN_BACK and "at" in request.args
            undone = undo_taking_back if yes else undo_rejection
            try:
                undone(session, application, row, at)
            except ValueError:
                abort(409, description="The card has moved since, so that can’t be undone.")
            if yes and away is not None:
                on = day_before(away)
                put_away_again(application, Outcome.OFFER_ACCEPTED, away, on, at)
            return 0

        once(session, user, at, make)
    where = "your archive" if application.archived_at else application.stage_label
    say(f"Back in {where}, and the no is removed.")
    return see_other(f"/applications/{application_id}")


@blueprint.post("/<id:rejection_id>/removal")
def delete(application_id: int, rejection_id: int) -> ResponseReturnValue:
    """Take the fact away, without moving the card; Undo brings it back."""
    words = "Deleted. The card stays where it is."
    return take_off("rejection", Rejection, rejection_id, application_id, words)
