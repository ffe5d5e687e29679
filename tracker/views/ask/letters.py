"""The email: built from what is known, edited and sent by the person, never by Onward."""

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.loop.ask import LANGUAGES, TONES, mailto, tel
from tracker.loop.ask.letters import Letter
from tracker.loop.ask.mailto import LONGEST
from tracker.loop.ask_state import ASKS
from tracker.models.application import Application
from tracker.models.reads.ask import Ask, read_ask
from tracker.views.ask.ask import chosen_id, language_of, tone_of
from tracker.views.ask.ask_form import LetterForm
from tracker.views.ask.ask_presenter import TITLES, may_still_call
from tracker.views.ask.letter_builder import build
from tracker.web.access import me, own_application
from tracker.web.forms import form_key
from tracker.web.rendering import page

blueprint = Blueprint("letters", __name__)
PLACE = "/applications/<id:application_id>/ask/letter/<any(ask,nudge,probe,thanks):kind>"


@blueprint.get(PLACE)
def show(application_id: int, kind: str) -> ResponseReturnValue:
    """The words as they are built; a third message is not offered."""
    application = own_application(application_id)
    asking = read_ask(db.session(), application, me(), now())
    return render_letter_page(application, asking, kind)


@blueprint.post(PLACE)
def update(application_id: int, kind: str) -> ResponseReturnValue:
    """The link to the mail app, made again from what was typed; nothing is saved."""
    form = LetterForm()
    application = own_application(application_id)
    asking = read_ask(db.session(), application, me(), now())
    valid = form.validate()
    return render_letter_page(application, asking, kind, form, 200 if valid else form.status)


def render_letter_page(
    application: Application,
    asking: Ask,
    kind: str,
    form: LetterForm | None = None,
    status: int = 200,
) -> Response:
    """The page; tone, language and whom it is for may stand in the address or in the form."""
    user, to = me(), asking.to(chosen_id())
    tone, language = tone_of(request.values.get("tone", user.letter_tone)), language_of(user)
    built = build(asking, user, to, kind, tone, language)
    enough = (kind in ASKS and not asking.may_write) or (kind == "probe" and asking.probed)
    form = form or LetterForm(formdata=None, subject=built.subject, body=built.body)
    written = Letter(form.subject.data or "", form.body.data or "")
    typed = request.method == "POST"
    return page(
        "ask/letters/show.html",
        application=application,
        asking=asking,
        title=TITLES[kind],
        kind=kind,
        enough=enough,
        silent=kind in ASKS and asking.situation(user, to).kind == "silence",
        can_call=kind in ASKS and bool(to and tel(to.phone)) and may_still_call(asking),
        to=to,
        form=form,
        link=mailto(written, to.email if to else ""),
        longest=LONGEST,
        problem=built.problem,
        tone=tone,
        tones=TONES,
        language=language,
        languages=LANGUAGES,
        key=form_key(),
        typed=typed,
        status=409 if enough and status == 200 else status,
    )
