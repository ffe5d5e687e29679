"""Undo of a deletion."""

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.models.contact import Contact
from tracker.models.interview import Interview
from tracker.models.removal import Removal, restore
from tracker.web.access import me, own, own_application, own_beside
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say

blueprint = Blueprint("removals", __name__)


@blueprint.post("/applications/<id:application_id>/removals/<id:removal_id>/reversal")
def beside(application_id: int, removal_id: int) -> ResponseReturnValue:
    """Put back what was taken off an application."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)

        def make() -> int:
            for row in restore(session, own_beside(Removal, removal_id, application, session)):
                if isinstance(row, Interview):
                    row.updated_at = at  # calendars were told that it is off
            return removal_id

        once(session, user, at, make)
    say("Back as it was.")
    return see_other(f"/applications/{application_id}")


@blueprint.post("/people/removals/<id:removal_id>/reversal")
def person(removal_id: int) -> ResponseReturnValue:
    """Put back a person, with the parts that they play."""
    at, user = now(), me()
    with writing(user, at) as session:

        def make() -> int:
            removal = own(Removal, removal_id, session)
            if removal.noun != "person":
                abort(404)
            contact: Contact = restore(session, removal)[0]
            return contact.id

        contact_id, _ = once(session, user, at, make)
    say("Back as they were.")
    return see_other(f"/people/{contact_id}")
