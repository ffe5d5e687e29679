"""An offer: received, accepted, declined."""

import uuid
from datetime import date

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.models.application import Application
from tracker.models.changes.offer import answer, forget, receive, reopen
from tracker.values.days import day_of
from tracker.views.applications.offer_form import OfferForm
from tracker.web.access import me, own_application
from tracker.web.edit_conflicts import Conflict, conflict, version_of
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undoing

blueprint = Blueprint("offer", __name__, url_prefix="/applications/<id:application_id>/offer")

SAID = {
    None: "Kept. It stands on top of its column until you answer.",
    "accept": "Congratulations. You did it, and every no on the way was part of it.",
    "decline": "Declined and put away. Knowing what you want is worth something.",
    "keep": "Declined. The card stays on the board.",
}


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """The offer as it is kept, else an empty form with today as its day."""
    application = own_application(application_id)
    form = OfferForm.of(application)
    if application.offer_received_on is None:
        form.received_on.process(None, day_of(now(), me().zone))
    return shown(application, form)


@blueprint.post("")
def update(application_id: int) -> ResponseReturnValue:
    """Keep what they offer, and the answer where a button gave one."""
    at, user, form = now(), me(), OfferForm()
    application = own_application(application_id)
    if not form.validate():
        return shown(application, form, form.status)
    on, note, given = form.received_on.data or date.min, form.note.data or "", form.answer.data
    with writing(user, at) as session:
        application = own_application(application_id, session)
        both = in_the_way(application, form)
        if both is None:
            receive(application, on, note, at)
            if given:
                answer(application, given, at)
    if both is not None:
        return shown(application, form, 409, both)
    undo = f"/applications/{application_id}/offer/answer/reversal"
    say(undoing(SAID[given], undo) if given else str(SAID[None]))
    return see_other(f"/applications/{application_id}")


@blueprint.post("/answer/reversal")
def unanswer(application_id: int) -> ResponseReturnValue:
    """The offer is open again."""
    at, user = now(), me()
    with writing(user, at) as session:
        reopen(session, own_application(application_id, session), at)
    say("The offer is open again.")
    return see_other(f"/applications/{application_id}")


@blueprint.post("/removal")
def delete(application_id: int) -> ResponseReturnValue:
    """There was none after all; its words go into a note, so that none is lost."""
    at, user = now(), me()
    with writing(user, at) as session:
        forget(session, own_application(application_id, session), at)
    say("There is no offer on this one now.")
    return see_other(f"/applications/{application_id}")


def in_the_way(application: Application, form: OfferForm) -> Conflict | None:
    """Both versions, where the offer was changed in the meantime; the answer is a button."""
    form.answer.data, given = None, form.answer.data
    try:
        return conflict(form, OfferForm.of(application))
    finally:
        form.answer.data = given


def shown(
    application: Application, form: OfferForm, status: int = 200, both: Conflict | None = None
) -> Response:
    """The form."""
    version = version_of(OfferForm.of(application))
    return page(
        "applications/offer/form.html",
        application=application,
        form=form,
        conflict=both,
        today=day_of(now(), me().zone),
        version=request.form.get("version") if status in (413, 422) else version,
        key=request.form.get("key") or uuid.uuid4(),
        typed=status != 200,
        status=status,
    )
