"""Attempts to get advice: told in one tap, corrected, taken back."""

from functools import partial

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.ask import script
from tracker.loop.ask_state import SPOKEN
from tracker.models.application import Application
from tracker.models.attempt import KINDS, Attempt
from tracker.models.changes.attempt import TooManyMessages, save_attempt
from tracker.models.reads.ask import Ask, read_ask
from tracker.models.user import User
from tracker.views.ask import ask as asking
from tracker.views.ask import letters
from tracker.views.ask.ask_form import AttemptEditForm, AttemptForm, attempt_of_form
from tracker.views.ask.ask_presenter import next_page_and_toast
from tracker.views.ask.letter_builder import instance
from tracker.web.access import me, own_application, own_beside, own_on
from tracker.web.fields_doubt import ask_about
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.idempotency import KeySpent, once
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast
from tracker.web.undo import take_off

blueprint = Blueprint("attempts", __name__, url_prefix="/applications/<id:application_id>/attempts")


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Keep what happened; the same form sent again with another answer corrects it."""
    at, user, form = now(), me(), AttemptForm()
    application = own_application(application_id)
    if not form.validate():
        return render_refused_form(application, form, form.status)
    try:
        with writing(user, at) as session:
            application = own_application(application_id, session)
            ask = read_ask(session, application, user, at)
            facts = attempt_of_form(form, *attempt_facts(ask, form, user))

            def make(row: Attempt | None = None) -> int:
                made = save_attempt(session, ask, row, facts, user, at)
                return made.id

            try:
                made, _ = once(session, user, at, make)
            except KeySpent as spent:
                made = make(attempt_made_before(session, ask, spent.result_id))
            session.get_one(User, user.id).letter_tone = form.tone.data
            ask = read_ask(session, application, user, at)
            row = session.get_one(Attempt, made)
            place, words = next_page_and_toast(row, ask)
    except TooManyMessages:
        return render_refused_form(own_application(application_id), form, 409)
    say(undo_toast(words, f"/applications/{application_id}/attempts/{made}/removal"))
    return see_other(f"/applications/{application_id}{place}")


@blueprint.get("/<id:attempt_id>")
def edit(application_id: int, attempt_id: int) -> ResponseReturnValue:
    """One attempt, as it is kept."""
    application = own_application(application_id)
    row = own_beside(Attempt, attempt_id, application)
    return render_attempt_form(application, row, AttemptEditForm.of(row))


@blueprint.post("/<id:attempt_id>")
def update(application_id: int, attempt_id: int) -> ResponseReturnValue:
    """Correct it, unless another version was saved in the meantime."""
    form = AttemptEditForm()
    application = own_application(application_id)
    saved = own_beside(Attempt, attempt_id, application).on
    ask_about(form.on, "attempt", application, saved)
    with saving(
        form,
        partial(own_on, Attempt, attempt_id, application_id),
        lambda row, form, why: render_attempt_form(application, row, form, why),
    ) as (_, row):
        form.write(row)
    say("Saved.")
    return see_other(f"/applications/{application_id}/ask")


@blueprint.post("/<id:attempt_id>/removal")
def delete(application_id: int, attempt_id: int) -> ResponseReturnValue:
    """Take it away; Undo brings it back."""
    words = "Undone. Your request stands as before."
    return take_off("attempt", Attempt, attempt_id, application_id, words, "/ask")


def attempt_facts(ask: Ask, form: AttemptForm, user: User) -> tuple[int | None, str, str]:
    """Who was asked, which script or letter it was, and its words."""
    sent = asking.chosen_id()
    to = next((each for each in ask.people if each.id == sent), None)
    situation, tone = ask.situation(user, to), asking.tone_of(form.tone.data)
    told_now = request.form.get("now") == "1"
    if form.channel.data in SPOKEN and not form.body.data:
        moment = "told_now" if told_now else situation.kind
        language = asking.language_of(user)
        words = script(
            situation, tone, "told_now" if told_now else "call", instance(), language
        ).text
        wording = f"{moment}/{tone}" if language == "en" else f"{moment}/{tone}/{language}"
        return (to.id if to else None), wording, words
    name = situation.kind if form.kind.data == "ask" else form.kind.data
    wording = f"{name}/{tone}/{form.language.data}"
    return (to.id if to else None), wording, form.body.data or ""


def attempt_made_before(session: Session, ask: Ask, attempt_id: int | None) -> Attempt | None:
    """The attempt that this form made before, if it is still there."""
    row = session.get(Attempt, attempt_id) if attempt_id else None
    return row if row is not None and row.application_id == ask.application.id else None


def render_refused_form(application: Application, form: AttemptForm, status: int) -> Response:
    """The page that the form came from, with what was typed."""
    ask = read_ask(db.session(), application, me(), now())
    if form.channel.data in SPOKEN and status != 413:
        return asking.render_ask_page(application, ask, status=status)
    kind = form.kind.data if form.kind.data in KINDS else "ask"
    return letters.render_letter_page(application, ask, kind, form, status)


def render_attempt_form(
    application: Application,
    row: Attempt,
    form: AttemptEditForm,
    refusal: Refusal | None = None,
) -> Response:
    """The form."""
    saved = AttemptEditForm.of(row)
    return form_page(
        "ask/attempts/form.html", form, refusal, saved, application=application, row=row
    )
