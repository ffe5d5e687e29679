"""An offer: received, accepted, declined."""

from datetime import date
from functools import partial

from flask import Blueprint, Response
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.models.application import Application
from tracker.models.changes.offer import answer_offer, record_offer, remove_offer, reopen_offer
from tracker.values.days import day_of
from tracker.views.applications.offer_form import OfferForm
from tracker.web.access import me, own_application
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast

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
    return render_offer_form(application, form)


@blueprint.post("")
def update(application_id: int) -> ResponseReturnValue:
    """Keep what they offer, and the answer where a button gave one."""
    at, form, saved = now(), OfferForm(), own_application(application_id)
    ask_about(form.received_on, "offer", saved, saved.offer_received_on)
    with saving(form, partial(own_application, application_id), render_offer_form) as (
        _,
        application,
    ):
        on, note, given = form.received_on.data or date.min, form.note.data or "", form.answer.data
        record_offer(application, on, note, at)
        if given:
            answer_offer(application, given, at)
    undo = f"/applications/{application_id}/offer/answer/reversal"
    say(undo_toast(SAID[given], undo) if given else str(SAID[None]))
    return see_other(f"/applications/{application_id}")


@blueprint.post("/answer/reversal")
def unanswer(application_id: int) -> ResponseReturnValue:
    """The offer is open again."""
    at, user = now(), me()
    with writing(user, at) as session:
        reopen_offer(session, own_application(application_id, session), at)
    say("The offer is open again.")
    return see_other(f"/applications/{application_id}")


@blueprint.post("/removal")
def delete(application_id: int) -> ResponseReturnValue:
    """There was none after all; its words go into a note, so that none is lost."""
    at, user = now(), me()
    with writing(user, at) as session:
        remove_offer(session, own_application(application_id, session), at)
    say("There is no offer on this one now.")
    return see_other(f"/applications/{application_id}")


def render_offer_form(
    application: Application, form: OfferForm, refusal: Refusal | None = None
) -> Response:
    """The form."""
    return form_page(
        "applications/offer/form.html",
        form,
        refusal,
        OfferForm.of(application),
        application=application,
        today=day_of(now(), me().zone),
    )
