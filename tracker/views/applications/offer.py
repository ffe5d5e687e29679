"""An offer: received, accepted, declined; the latest of perhaps several rounds."""

from functools import partial

from flask import Blueprint, Response, abort
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.changes.offer import add_round, answer_offer, remove_offer, reopen_offer
from tracker.models.contact import Contact
from tracker.models.offer import Offer
from tracker.models.reads.mails.saved_emails import BY_EMAIL
from tracker.values.days import day_of
from tracker.views.applications.accepted import place_of
from tracker.views.applications.offer_form import OfferForm
from tracker.views.people.people_presenter import Person, present_person
from tracker.views.rejection.rejection_toast import offer_to_reopen
from tracker.web.access import me, own_application, own_on
from tracker.web.forms import Refusal, create_once, form_page, saving
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("offer", __name__, url_prefix="/applications/<id:application_id>/offer")

SAID = {
    None: "Saved. It stays on Today until you answer.",
    "accept": "Offer accepted.",
    "decline": "Declined. It is in your archive.",
    "keep": "Declined. The card stays on the board.",
}


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """The latest offer as it is kept, else an empty form; today is the day of what comes now."""
    application, today = own_application(application_id), day_of(now(), me().zone)
    row = latest_round(application_id)
    form = OfferForm.of(row)
    if row not in db.session():
        form.received_on.process(None, today)
    if not row.answered:
        form.decided_on.process(None, today)
    return render_offer_form(application, row, form)


@blueprint.post("")
def update(application_id: int) -> ResponseReturnValue:
    """Keep what they offer, and the answer where a button gave one."""
    at, form = now(), OfferForm()
    application = own_application(application_id)
    form.for_row(row := latest_round(application_id)).ask(application, row)
    with saving(
        form,
        partial(latest_round, application_id),
        partial(render_offer_form, application),
    ) as (session, row):
        application, given = own_application(application_id, session), form.answer.data
        form.write(row)
        if row not in session:
            add_round(session, application, row)
        application.touch(at)
        if given:
            answer_offer(session, application, given, form.decided_on.data, at)
    undo = f"/applications/{application_id}/offer/answer/reversal"
    say(undo_toast(SAID[given], undo) if given else str(SAID[None]))
    place = f"/applications/{application_id}"
    return see_other(place_of(application_id) if given == "accept" else place)


@blueprint.get("/rounds/new")
def new(application_id: int) -> ResponseReturnValue:
    """A further offer, with today as its day."""
    form = OfferForm(formdata=None, received_on=day_of(now(), me().zone))
    return render_round_form(own_application(application_id), form)


@blueprint.post("/rounds")
def create(application_id: int) -> ResponseReturnValue:
    """Keep it once, beside those before."""
    at, application, form = now(), own_application(application_id), OfferForm()
    form.ask(application, Offer.beside(application, at))

    def make(session: Session) -> int:
        application = own_application(application_id, session)
        row = Offer.beside(application, at)
        form.write(row)
        add_round(session, application, row)
        application.touch(at)
        return row.id

    create_once(form, make, partial(render_round_form, application))
    say("Saved. The earlier offer stays in the story.")
    return see_other(f"/applications/{application_id}/offer")


@blueprint.get("/<id:offer_id>")
def edit(application_id: int, offer_id: int) -> ResponseReturnValue:
    """One round of perhaps several."""
    row = own_on(Offer, offer_id, application_id)
    application = own_application(application_id)
    if row is Offer.latest(db.session(), application):
        return see_other(f"/applications/{application_id}/offer")
    return render_round_form(application, OfferForm.of(row), row=row)


@blueprint.post("/<id:offer_id>")
def update_round(application_id: int, offer_id: int) -> ResponseReturnValue:
    """Save what is noted of it, unless another version was saved in the meantime."""
    form, application = OfferForm(), own_application(application_id)
    form.for_row(row := own_on(Offer, offer_id, application_id)).ask(application, row)
    with saving(
        form,
        partial(own_on, Offer, offer_id, application_id),
        lambda row, form, why: render_round_form(application, form, why, row),
    ) as (_, row):
        form.write(row)
    say("Saved.")
    return see_other(f"/applications/{application_id}/offer")


@blueprint.post("/answer/reversal")
def unanswer(application_id: int) -> ResponseReturnValue:
    """The offer is open again."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)
        yes_at = application.archived_at if application.taken else None
        reopen_offer(session, application, at)
        others = offer_to_reopen(session, application, yes_at)
    say({"text": "The offer is open again."} | others)
    return see_other(f"/applications/{application_id}")


@blueprint.post("/removal")
def delete(application_id: int) -> ResponseReturnValue:
    """There was none after all; its words go into a note, so that none is lost. It has Undo."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)
        latest = Offer.latest(session, application)
        noted = latest is not None and latest.in_words

        def make() -> int:
            removal = remove_offer(session, application, at)
            return removal.id if removal is not None else abort(404)

        removal_id, _ = once(session, user, at, make)
    place = f"/applications/{application_id}"
    words = "Removed. What you wrote about it is a note now." if noted else "Removed."
    say(undo_toast(words, f"{place}/removals/{removal_id}/reversal"))
    return see_other(place)


def latest_round(application_id: int, session: Session | None = None) -> Offer:
    """The round that counts; a new one, not added yet, where there is none."""
    application = own_application(application_id, session)
    found = Offer.latest(session or db.session(), application)
    return found or Offer.beside(application, now())


def render_offer_form(
    application: Application, row: Offer, form: OfferForm, refusal: Refusal | None = None
) -> Response:
    """The latest as it is kept, its answers, and the form."""
    rounds = db.session().scalars(Offer.of(application.id)).all()
    return form_page(
        "applications/offer/form.html",
        form,
        refusal,
        OfferForm.of(row),
        application=application,
        offer=rounds[0] if rounds else None,
        earlier=rounds[1:],
        today=day_of(now(), me().zone),
        **words_of(rounds[0].note if rounds else ""),
        people=to_tell(application, rounds[0].note if rounds else ""),
    )


def words_of(note: str) -> dict[str, str]:
    """What they wrote, and who; of an email without its head."""
    if not note.startswith(BY_EMAIL):
        return {"words": note, "writer": ""}
    from tracker.mail.saved_words import read_words  # loaded only where there is an email

    mail = read_words(note)
    return {"words": mail.text, "writer": mail.name or mail.address}


def to_tell(application: Application, words: str) -> list[Person]:
    """Who is to hear the answer: whoever the offer names last has signed it, and comes first."""
    found = list(Contact.on(db.session(), application))
    found.sort(key=lambda each: max(map(words.rfind, named_by(each[0])), default=-1), reverse=True)
    return [present_person(contact, part) for contact, _, part in found]


def named_by(contact: Contact) -> list[str]:
    """By what a text names somebody."""
    return [each for each in (contact.name, contact.email) if each]


def render_round_form(
    application: Application,
    form: OfferForm,
    refusal: Refusal | None = None,
    row: Offer | None = None,
) -> Response:
    """A further offer, or what is noted of an earlier one."""
    saved = OfferForm.of(row) if row is not None else None
    return form_page(
        "applications/offer/round.html", form, refusal, saved, application=application, row=row
    )
