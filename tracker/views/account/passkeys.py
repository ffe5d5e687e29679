"""One's passkeys: added, named, taken away."""

from flask import Blueprint, request, session
from flask.typing import ResponseReturnValue
from sqlalchemy import delete
from sqlalchemy.exc import IntegrityError
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.way_in import Passkey
from tracker.values.text import clean_line
from tracker.web.access import me, own
from tracker.web.account_events import Happened, note_event
from tracker.web.password_again import password_again
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say
from tracker.web.user_agent import label
from tracker.web.ways_in import webauthn

blueprint = Blueprint("passkeys", __name__, url_prefix="/settings/passkeys")
STATE = "new_passkey"
LONGEST = 100
NOT_MADE = "That didn’t work out. Try once more."


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Which there are, and whether more can be made here."""
    return page(
        "account/passkeys/index.html",
        passkeys=db.session.scalars(Passkey.of(me().id)).all(),
        here=webauthn.site(),
        installed=webauthn.is_installed(),
        at=now(),
        zone=me().zone,
    )


@blueprint.get("/new")
@password_again
def new() -> ResponseReturnValue:
    """The question for the browser."""
    here, user = webauthn.site(), me()
    if here is None:
        return see_other("/settings/passkeys")
    known = [bytes.fromhex(each.credential_id) for each in db.session.scalars(Passkey.of(user.id))]
    options, session[STATE] = webauthn.ask_to_make(here, user, known)
    made_on = label(request.user_agent.string)
    return forbid_storing(page("account/passkeys/new.html", options=options, made_on=made_on))


@blueprint.post("")
@password_again
def create() -> ResponseReturnValue:
    """Keep its public half."""
    here, state, user_id = webauthn.site(), session.pop(STATE, None), me().id
    if here is None or state is None:
        return see_other("/settings/passkeys")
    try:
        made = webauthn.made_by(here, state, request.form.get("answer", ""))
    except webauthn.PasskeyRefused:
        return refuse()
    name = clean_line(request.form.get("label", ""))[:LONGEST] or label(request.user_agent.string)
    facts = {"credential_id": made.credential_id, "public": made.public, "counter": made.counter}
    db.session.rollback()
    try:
        with writing() as writer:
            writer.add(Passkey(user_id=user_id, label=name, made_at=now(), **facts))
            note_event(writer, user_id, Happened.PASSKEY_MADE)
    except IntegrityError:
        return refuse()
    say("Added. You can sign in with it from now on.")
    return see_other("/settings/passkeys")


@blueprint.post("/<id:passkey_id>/ending")
@password_again
def end(passkey_id: int) -> ResponseReturnValue:
    """It signs nobody in any more."""
    found = own(Passkey, passkey_id)
    with writing() as writer:
        writer.execute(delete(Passkey).where(Passkey.id == found.id))
        note_event(writer, me().id, Happened.PASSKEY_GONE)
    say("It signs nobody in any more.")
    return see_other("/settings/passkeys")


def refuse() -> AnyResponse:
    """Back to the list."""
    say(NOT_MADE)
    return see_other("/settings/passkeys")
