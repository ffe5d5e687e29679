"""A link to set a password: made by the keeper, used once, good for two days."""

from typing import NoReturn

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.device import Device
from tracker.models.sign_in import PasswordReset
from tracker.models.user import User
from tracker.models.way_in import SecondStep
from tracker.values import passwords
from tracker.views.account import second_step
from tracker.views.account.account_forms import NewPasswordForm
from tracker.views.account.session import begin_session, new_device
from tracker.web import rate_limit
from tracker.web.access import public
from tracker.web.account_events import Happened, note_event
from tracker.web.fields.account import typed_text_of
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("reset", __name__, url_prefix="/reset/<token>")
SPENT = "This link was used, or is older than two days. Ask the owner of this server for a new one."


@blueprint.get("")
@public
def edit(token: str) -> ResponseReturnValue:
    """The form; a dead link and one that never was read the same."""
    user = person(token)
    return show(NewPasswordForm(user), user)


@blueprint.post("")
@public
def update(token: str) -> ResponseReturnValue:
    """Keep the password, end every other device and link, and sign in."""
    user = person(token)
    form = NewPasswordForm(user)
    if not form.validate():
        return show(form, user, 422)
    hashed = passwords.hash_password(typed_text_of(form.password))
    db.session.rollback()
    with writing(user) as session:
        link = session.scalar(PasswordReset.by_token(token, now()))
        if link is None:
            raise_dead_link()
        if link.ends_second_step and SecondStep.end(session, user.id):
            note_event(session, user.id, Happened.SECOND_STEP_OFF)
        session.get_one(User, user.id).password_hash = hashed
        PasswordReset.spend(session, user.id, now())
        Device.end(session, user.id)
        note_event(session, user.id, Happened.PASSWORD_SET)
        fresh = session.get_one(User, user.id)
        asked = session.get(SecondStep, user.id) is not None
        device = None if asked else new_device(session, user)
    if device is None:
        return second_step.ask(fresh)
    begin_session(device)
    say("Your password is set, and you are signed in.")
    return see_other("/today")


def person(token: str) -> User:
    """Whose link it is, or a 404."""
    reset = db.session.scalar(PasswordReset.by_token(token, now()))
    if reset is None:
        if request.method == "POST":
            rate_limit.check_limit("reset")
        raise_dead_link()
    return db.session.get_one(User, reset.user_id)


def raise_dead_link() -> NoReturn:
    """The same for every dead link."""
    abort(404, description=SPENT)


def show(form: NewPasswordForm, user: User, status: int = 200) -> AnyResponse:
    """The form, kept by nobody and found by nobody."""
    response = page("account/reset/edit.html", form=form, user=user, status=status)
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response
