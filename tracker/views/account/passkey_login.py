"""Signing in with a passkey: what it proves stands for the password and the code."""

from datetime import datetime

from flask import Blueprint, abort, request, session
from flask.typing import ResponseReturnValue
from flask_login import current_user
from sqlalchemy import select, update
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.device import PASSKEY, Device
from tracker.models.user import User
from tracker.models.way_in import Passkey
from tracker.views.account.after_login import after_login
from tracker.views.account.session import new_device
from tracker.web import rate_limit
from tracker.web.access import public
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.ways_in import webauthn

blueprint = Blueprint("passkey_login", __name__, url_prefix="/login/passkey")
STATE = "passkey"
"""In the session: when it was asked, and what the answer has to fit to.

The session is a cookie: whoever has a copy of it and of an answer could send both again. So an
answer to what was asked before the passkey was used last signs nobody in.
"""
REFUSED = "That passkey isn’t known here. Try another one, or sign in with your password."


@blueprint.get("")
@public
def new() -> ResponseReturnValue:
    """The question; only the browser knows which passkeys there are."""
    return see_other("/") if current_user.is_authenticated else show()


@blueprint.post("")
@public
def create() -> ResponseReturnValue:
    """Sign in; a passkey that was taken away and one that never was read the same."""
    here, asked = webauthn.site(), session.pop(STATE, None)
    if here is None or asked is None:
        return see_other("/login")
    wait = rate_limit.count_guess("passkey")
    if wait is not None:
        refused = show(rate_limit.words(wait), 429)
        refused.headers["Retry-After"] = str(rate_limit.seconds(wait))
        return refused
    device = sign_in(here, asked, request.form.get("answer", ""))
    return after_login(device, request.form.get("carried")) if device else show(REFUSED, 422)


def sign_in(here: webauthn.Site, asked: tuple[str, object], answer: str) -> Device | None:
    """A device, where the answer is right and new, and the key has not been copied."""
    try:
        asked_at, state = datetime.fromisoformat(asked[0]), asked[1]
        credential_id = webauthn.named_by(answer)
        known = db.session.scalar(select(Passkey).where(Passkey.credential_id == credential_id))
        if known is None:
            return None
        counter = webauthn.counter_of(here, state, known.public, known.user_id, answer)
    except (webauthn.PasskeyRefused, ValueError, TypeError, KeyError):
        return None
    row, user_id, at = known.id, known.user_id, now()
    db.session.rollback()
    fits = (Passkey.counter < counter) | ((Passkey.counter == 0) & (counter == 0))
    used_at = Passkey.used_at
    new = used_at.is_(None) | (used_at < asked_at) | (used_at > at)  # later: the clock was set back
    used = update(Passkey).where(Passkey.id == row, fits, new).values(counter=counter, used_at=at)
    with writing() as writer:
        done = writer.execute(used.execution_options(synchronize_session=False))
        if done.rowcount != 1:  # type: ignore[attr-defined]
            return None
        rate_limit.clear_guesses(writer, "passkey")
        return new_device(writer, writer.get_one(User, user_id), PASSKEY)


def show(refusal: str | None = None, status: int = 200) -> AnyResponse:
    """The page with its one button."""
    here = webauthn.site() or abort(404)
    options, state = webauthn.ask_to_sign_in(here)
    session[STATE] = [now().isoformat(), state]
    shown = page("account/login/passkey.html", options=options, refusal=refusal, status=status)
    return forbid_storing(shown)
