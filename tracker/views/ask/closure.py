"""Asking no further about a no, and asking after all."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.models.rejection import Rejection
from tracker.web.access import me, own_application
from tracker.web.rendering import see_other
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint(
    "closure", __name__, url_prefix="/applications/<id:application_id>/ask/closure"
)


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Stop asking; a no that isn't noted yet is noted first."""
    if not save_closure(application_id, stopped=True):
        return see_other(f"/applications/{application_id}/rejection")
    undo = f"/applications/{application_id}/ask/closure/reversal"
    say(undo_toast("You won’t be reminded to ask here.", undo))
    return see_other(f"/applications/{application_id}")


@blueprint.post("/reversal")
def reverse(application_id: int) -> ResponseReturnValue:
    """Ask after all."""
    save_closure(application_id, stopped=False)
    say("You can ask again.")
    return see_other(f"/applications/{application_id}/ask")


def save_closure(application_id: int, *, stopped: bool) -> bool:
    """Write it down with the no that it is about, if there is one."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)
        row = Rejection.latest(session, application)
        if row is not None:
            row.stopped_asking_at = (row.stopped_asking_at or at) if stopped else None
    return row is not None
