"""Who looks after this server beside its owner: made one, and no longer one."""

from flask import Blueprint, abort, request
from werkzeug.wrappers import Response as AnyResponse

from tracker.database import writing
from tracker.database.lock import advisory_lock
from tracker.models.user import KEEPER, MEMBER, User
from tracker.views.account.removal import KEEPERS_LOCK, LAST_KEEPER
from tracker.web.access import keeper_only
from tracker.web.account_events import Happened, note_event
from tracker.web.password_again import password_again
from tracker.web.rendering import see_other
from tracker.web.toasts import named, say, undo_toast

blueprint = Blueprint("ownership", __name__, url_prefix="/settings/members/<id:user_id>/ownership")
blueprint.before_request(keeper_only)


@blueprint.post("")
@password_again
def create(user_id: int) -> AnyResponse:
    """One owner more; whoever waits for that to delete their own account goes back to it."""
    said = f"{become(user_id, KEEPER)} is an owner of this server now."
    say(undo_toast(said, f"/settings/members/{user_id}/ownership/reversal"))
    leaving = request.form.get("then") == "removal"
    return see_other("/settings/removal" if leaving else "/settings/members")


@blueprint.post("/reversal")
@password_again
def end(user_id: int) -> AnyResponse:
    """One owner fewer, who keeps the account; a 409 for the last one."""
    said = f"{become(user_id, MEMBER)} is no longer an owner."
    say(undo_toast(said, f"/settings/members/{user_id}/ownership"))
    return see_other("/settings/members")


def become(user_id: int, role: str) -> str:
    """The person's name, once the role is theirs; what happened to their account tells it."""
    with writing() as session:
        advisory_lock(session, KEEPERS_LOCK)
        user = session.get(User, user_id)
        if user is None:
            abort(404)
        if user.is_keeper and role == MEMBER and User.keepers(session) < 2:
            abort(409, description=LAST_KEEPER)
        if user.role != role:
            user.role = role
            kind = Happened.MADE_OWNER if role == KEEPER else Happened.OWNER_NO_LONGER
            note_event(session, user_id, kind)
        return named(user.name or user.email)
