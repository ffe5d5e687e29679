"""The second step of signing in: a code from the phone, or one of those that were put aside."""

from datetime import timedelta
from typing import Any

from flask import Blueprint, current_app, request
from flask.typing import ResponseReturnValue
from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy.orm import Session
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.device import Device, digest
from tracker.models.user import User
from tracker.models.way_in import RecoveryCode, SecondStep
from tracker.views.account.after_login import after_login
from tracker.views.account.session import new_device
from tracker.web import pending_form, rate_limit
from tracker.web.access import public
from tracker.web.account_events import Happened, note_event, note_refused_sign_in
from tracker.web.rate_limit import CODES
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("second_step", __name__, url_prefix="/login/code")
LASTS = timedelta(minutes=10)
"""For so long the right password is remembered while the phone is looked for."""
REFUSED = "That code doesn’t fit, or it was used. Wait for the next one, and type that."
MOVED = (
    "This server was moved or got a new key since you turned this on, so no code from your phone"
    " fits any more. One of your recovery codes does."
)
TOO_LATE = "That took a while. Please sign in once more."


@blueprint.get("")
@public
def new() -> ResponseReturnValue:
    """Reached by nothing but a page that was loaded again: signing in begins with the password."""
    return see_other("/login")


@blueprint.post("")
@public
def create() -> ResponseReturnValue:
    """Sign in; whatever is wrong with a code reads the same."""
    half = request.form.get("half", "")
    user = begun_by(half)
    if user is None:
        say(TOO_LATE)
        return see_other("/login")
    wait = rate_limit.count_guess(f"code {user.id}", CODES)
    if wait is not None:
        refused = show(half, rate_limit.words(wait), 429)
        refused.headers["Retry-After"] = str(rate_limit.seconds(wait))
        return refused
    db.session.rollback()
    with writing() as writer:
        device = sign_in_by_code(writer, user)
        if device is None:
            note_refused_sign_in(writer, user.email, Happened.CODE_REFUSED)
    if device is None:
        return show(half, MOVED if is_moved(user.id) else REFUSED, 422)
    return after_login(device, request.form.get("carried"))


def sign_in_by_code(writer: Session, user: User) -> Device | None:
    """Inside `writing()`: a device where the code or the recovery code fits; it is spent then."""
    step = writer.get(SecondStep, user.id)
    code, recovery = request.form.get("code", ""), request.form.get("recovery", "")
    if step is not None and not step.use(writer, code, current_app.config["SECRET_KEY"], now()):
        if not RecoveryCode.use(writer, user.id, recovery):
            return None
        note_event(writer, user.id, Happened.CODE_USED)
    rate_limit.clear_guesses(writer, f"code {user.id}", CODES)
    return new_device(writer, writer.get_one(User, user.id))


def ask(user: User, carried: str | None = None) -> AnyResponse:
    """The page that asks for the code, once the password was right."""
    half = _signer().dumps([user.id, digest(user.password_hash or "")])
    return show(half, MOVED if is_moved(user.id) else None, carried=carried)


def is_moved(user_id: int) -> bool:
    """Whether the codes were made by another key: a backup, restored on another server."""
    step = db.session.get(SecondStep, user_id)
    return step is not None and not step.fits_key(current_app.config["SECRET_KEY"])


def begun_by(half: str) -> User | None:
    """Whose password was right a moment ago, and is still theirs."""
    try:
        (user_id, sign), at = _signer().loads(half, return_timestamp=True)
    except (BadData, ValueError, TypeError):
        return None
    user = db.session.get(User, user_id)
    if user is None or sign != digest(user.password_hash or "") or abs(now() - at) > LASTS:
        return None
    return user


def show(
    half: str, refusal: str | None = None, status: int = 200, carried: str | None = None
) -> AnyResponse:
    """The page; what was typed before signing in comes along."""
    packed = carried or request.form.get("carried", "")
    context: dict[str, Any] = {
        "half": half,
        "carried": packed if pending_form.unpack(packed) else "",
        "refusal": refusal,
        "recovering": bool(request.form.get("recovery")) or refusal == MOVED,
    }
    return forbid_storing(page("account/login/code.html", status=status, **context))


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(current_app.config["SECRET_KEY"], salt="half")
