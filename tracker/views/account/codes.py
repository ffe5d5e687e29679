"""Turning the code at sign-in on and off, and new recovery codes."""

from flask import Blueprint, current_app, request, session
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.database.lock import advisory_lock
from tracker.extensions import db
from tracker.models.way_in import RecoveryCode, SecondStep
from tracker.values import one_time_codes
from tracker.web.access import me
from tracker.web.account_events import Happened, note_event
from tracker.web.password_again import password_again
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("codes", __name__, url_prefix="/settings/codes")
blueprint.after_request(forbid_storing)
SALT = "second_step_salt"
"""In the session: what the secret is made of that the phone is just being told."""
WRONG = "That code doesn’t fit. Type the six digits that the app shows now."


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Whether it is on."""
    step = db.session.get(SecondStep, me().id)
    left = db.session.scalar(RecoveryCode.left(me().id))
    moved = step is not None and not step.fits_key(key())
    return page("account/codes/index.html", step=step, left=left, moved=moved)


@blueprint.get("/new")
@password_again
def new() -> ResponseReturnValue:
    """The secret, for the phone to read."""
    if db.session.get(SecondStep, me().id):
        return see_other("/settings/codes")
    session.setdefault(SALT, one_time_codes.new_salt())
    return show()


@blueprint.post("")
@password_again
def create() -> ResponseReturnValue:
    """On, once a code proves that the phone has the secret; sent twice, it shows new codes."""
    salt, user, at = session.get(SALT), me(), now()
    if not salt:
        return see_other("/settings/codes/new")
    secret = one_time_codes.derived_secret(key(), salt)
    counter = one_time_codes.counter_of(secret, request.form.get("code", ""), at)
    if counter is None:
        return show(WRONG, 422)
    db.session.rollback()
    with writing() as writer:
        advisory_lock(writer, f"codes {user.id}")
        step = writer.get(SecondStep, user.id)
        if step is not None and step.salt != salt:
            return see_other("/settings/codes")
        if step is None:
            made = {"user_id": user.id, "last_counter": counter, "made_at": at}
            writer.add(SecondStep.made_by(key(), salt, **made))
            note_event(writer, user.id, Happened.SECOND_STEP_ON)
        codes = RecoveryCode.renew(writer, user.id)
    session.pop(SALT, None)
    return page("account/codes/recovery.html", codes=codes, new=True)


@blueprint.post("/recovery")
@password_again
def renew() -> ResponseReturnValue:
    """Ten new recovery codes in place of those before."""
    if db.session.get(SecondStep, me().id) is None:
        return see_other("/settings/codes")
    with writing() as writer:
        codes = RecoveryCode.renew(writer, me().id)
        note_event(writer, me().id, Happened.NEW_CODES)
    return page("account/codes/recovery.html", codes=codes, new=False)


@blueprint.post("/ending")
@password_again
def end() -> ResponseReturnValue:
    """Off: the password alone signs in."""
    with writing() as writer:
        if SecondStep.end(writer, me().id):
            note_event(writer, me().id, Happened.SECOND_STEP_OFF)
    say("No code is asked for any more.")
    return see_other("/settings/codes")


def key() -> str:
    """The server's own."""
    found: str = current_app.config["SECRET_KEY"]
    return found


def show(refusal: str | None = None, status: int = 200) -> AnyResponse:
    """The QR code, the same as text, and the field for the first code."""
    import segno

    secret = one_time_codes.derived_secret(key(), session[SALT])
    address = one_time_codes.address_of(secret, me().email)
    drawn = segno.make(address, micro=False)
    return page(
        "account/codes/new.html",
        code=drawn.svg_data_uri(scale=6, border=3, light="#fff", svgclass=None, lineclass=None),
        address=address,
        key=one_time_codes.grouped(secret),
        refusal=refusal,
        status=status,
    )
