"""Asking for advice: by phone, with its words in view, or by email."""

import uuid
from typing import get_args

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.ask import LANGUAGES, TONES, script
from tracker.loop.ask.letter_facts import Language, Tone
from tracker.loop.ask_first import LETTERS, first_of
from tracker.loop.ask_state import RESULTS
from tracker.loop.reasons import ASKING
from tracker.models.application import Application
from tracker.models.reads.ask import Ask, read_ask
from tracker.models.rejection import Rejection
from tracker.models.user import User
from tracker.values.whole_number import whole_number
from tracker.views.ask import ask_presenter
from tracker.views.ask.ask_form import AskForm
from tracker.views.ask.letter_builder import build, instance
from tracker.views.people.contact_form import NewPartForm
from tracker.web.access import me, own_application
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("ask", __name__, url_prefix="/applications/<id:application_id>/ask")


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """What to do now about asking, and all that it takes."""
    application = own_application(application_id)
    return render_ask_page(application, read_ask(db.session(), application, me(), now()))


@blueprint.post("")
def update(application_id: int) -> ResponseReturnValue:
    """Keep the questions, the tone and the number."""
    user, form = me(), AskForm()
    application = own_application(application_id)
    asking = read_ask(db.session(), application, user, now())
    if not form.validate():
        return render_ask_page(application, asking, form, form.status)
    if form.questions and asking.rejection is None:
        return render_ask_page(application, asking, form, 409)
    with writing(user) as session:
        application = own_application(application_id, session)
        person = session.get_one(User, user.id)
        person.letter_tone, person.phone = form.tone.data, form.my_phone.data or ""
        if "language" in request.form:
            person.letter_language = form.language.data
        row = Rejection.latest(session, application)
        if row is not None:
            row.questions = form.questions
    say("Saved. The script is updated.")
    to = chosen_id()
    return see_other(f"/applications/{application_id}/ask{f'?to={to}' if to else ''}")


def render_ask_page(
    application: Application, asking: Ask, form: AskForm | None = None, status: int = 200
) -> Response:
    """The page; `to` in the address names whom to ask, `now` that they are on the phone."""
    user, told_now = me(), request.values.get("now") == "1"
    chosen = asking.to(chosen_id())
    people = [ask_presenter.present_recipient(each, chosen) for each in asking.people]
    to = next((each for each in people if each.chosen), None)
    first = first_of(
        asking.state,
        stopped=asking.stopped,
        told_now=told_now,
        can_call=bool(to and to.tel),
        by_phone=request.values.get("by") == "call",
    )
    language = language_of(user)
    tone, facts = tone_of(user.letter_tone), asking.situation(user, chosen)
    letter_kind = LETTERS.get(asking.state.next, "ask")
    written = first == "letter" and build(asking, user, chosen, letter_kind, tone, language)
    return page(
        "ask/show.html",
        application=application,
        asking=asking,
        first=first,
        why=ask_presenter.why_words(asking, first, to),
        open_still=application.is_open and application.live,
        letter_kind=letter_kind,
        ready=ask_presenter.READY[letter_kind],
        preview=ask_presenter.heart_of(written.body) if written else "",
        tones=TONES,
        languages=LANGUAGES,
        people=people,
        to=to,
        can_call=bool(to and to.tel) and ask_presenter.may_still_call(asking),
        silent=facts.kind == "silence" and first in ("call", "letter") and not asking.feedback,
        script=script(
            facts,
            tone,
            "told_now" if told_now else "call",
            instance(),
            language,
        ),
        language=language,
        aside=ask_presenter.ASIDE,
        called={name: RESULTS[name] for name in ask_presenter.CALLED},
        in_the_call=ask_presenter.IN_THE_CALL,
        replies=ask_presenter.REPLIES,
        tried=ask_presenter.present_attempts(asking),
        form=form or AskForm.asking(asking.questions, user),
        tone=tone,
        person=NewPartForm(formdata=None, part="interviewer"),
        key=uuid.uuid4(),
        shape_key=request.form.get("key") if form else uuid.uuid4(),
        person_key=uuid.uuid4(),
        typed=status != 200,
        asking_reason=ASKING,
        status=status,
    )


def chosen_id() -> int:
    """Whom to ask, as the address or the form says; 0 for nobody in particular."""
    return whole_number(request.values.get("to", "")) or 0


def tone_of(word: str) -> Tone:
    """A tone by its name."""
    return next((each for each in get_args(Tone) if each == word), "warm")


def language_of(user: User) -> Language:
    """The language of this letter or script."""
    wanted = request.values.get("language", user.letter_language)
    return "de" if wanted == "de" else "en"
