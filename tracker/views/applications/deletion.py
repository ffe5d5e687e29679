"""Deleting an application: a toast with Undo, then the bin."""

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.models.changes.bin import purge, put_in_bin, take_out
from tracker.web.access import me, own_application
from tracker.web.rendering import see_other
from tracker.web.toasts import named, say, undo_toast

blueprint = Blueprint("deletion", __name__, url_prefix="/applications/<id:application_id>/deletion")


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """Into the bin; what has been there for 30 days goes."""
    at, user = now(), me()
    own_application(application_id, binned=True)
    with writing(user, at) as session:
        application = own_application(application_id, session, binned=True)
        put_in_bin(application, at)
        purge(session, user.id, at)
    words = f"{named(application.role)} is in the bin for 30 days."
    say(undo_toast(words, f"/applications/{application_id}/deletion/reversal"))
    return see_other("/board")


@blueprint.post("/reversal")
def reverse(application_id: int) -> ResponseReturnValue:
    """Out of the bin, back where it was."""
    at, user = now(), me()
    own_application(application_id, binned=True)
    with writing(user, at) as session:
        application = own_application(application_id, session, binned=True)
        take_out(session, application, at)
    away = application.archived_at is not None
    say("Back in the archive." if away else "It is back on the board.")
    anchor = f"/applications/{application_id}" if away else f"/board#card-{application_id}"
    return see_other(anchor)
