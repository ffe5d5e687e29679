"""Changing one's password; a new one ends the other devices."""

from flask import Blueprint
from flask.typing import ResponseReturnValue
from werkzeug.wrappers import Response as AnyResponse

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.device import Device
from tracker.models.sign_in import PasswordReset
from tracker.models.user import User
from tracker.values import passwords
from tracker.views.account.account_forms import PasswordForm
from tracker.web import rate_limit
from tracker.web.access import device, me
from tracker.web.account_events import Happened, note_event
from tracker.web.fields.account import typed_text_of
from tracker.web.password_again import ACCOUNT
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("password", __name__, url_prefix="/settings/password")
WRONG = "That is not your password now."


@blueprint.get("")
def edit() -> ResponseReturnValue:
    """The old one and the new one."""
    return show(PasswordForm(me()))


@blueprint.post("")
def update() -> ResponseReturnValue:
    """Check the old one as slowly as a sign-in, then keep the new one."""
    form, user = PasswordForm(me()), me()
    if not form.validate():
        return show(form, 422)
    rate_limit.check_limit(ACCOUNT.format(user.id))
    right = passwords.verify_password(user.password_hash, typed_text_of(form.current_password))
    if not right or not save_password(user, passwords.hash_password(typed_text_of(form.password))):
        form.current_password.errors = [WRONG]
        return show(form, 422)
    say("Your new password works now. Other devices are signed out.")
    return see_other("/settings")


def save_password(user: User, hashed: str) -> bool:
    """Links to set one end, and other devices; False where it was changed in the meantime."""
    db.session.rollback()
    with writing(user) as session:
        fresh = session.get_one(User, user.id)
        if fresh.password_hash != user.password_hash:
            return False
        fresh.password_hash = hashed
        PasswordReset.spend(session, user.id, now())
        Device.end(session, user.id, but=device().id)
        session.get_one(Device, device().id).proved_at = now()
        note_event(session, user.id, Happened.PASSWORD_CHANGED)
        rate_limit.clear_guesses(session, ACCOUNT.format(user.id))
    return True


def show(form: PasswordForm, status: int = 200) -> AnyResponse:
    """The form; passwords are never filled in."""
    return page("account/password/edit.html", form=form, user=me(), status=status)
