"""Signing in as whom the proxy in front names (Authelia, Tailscale and the like)."""

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.database import writing
from tracker.extensions import db
from tracker.models.device import PROXY
from tracker.models.user import User
from tracker.views.account.after_login import after_login
from tracker.views.account.session import new_device
from tracker.web.access import public
from tracker.web.rendering import see_other
from tracker.web.trusted_user import trusted_user

blueprint = Blueprint("proxy", __name__, url_prefix="/login/proxy")


@blueprint.route("", methods=["GET", "POST"])
@public
def create() -> ResponseReturnValue:
    """A device that holds as long as the proxy vouches; accounts are never made here."""
    user = vouched_for()
    if user is None:
        return see_other("/login")
    db.session.rollback()
    with writing() as writer:
        device = new_device(writer, writer.get_one(User, user.id), PROXY)
    return after_login(device, request.form.get("carried"))


def vouched_for() -> User | None:
    """Whose account the proxy names, if there is one."""
    email = trusted_user()
    return db.session.scalar(User.by_email(email)) if email else None
