"""The bin: what was deleted in the last 30 days."""

from datetime import datetime
from typing import NamedTuple

from flask import Blueprint, abort
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.changes.bin import RETENTION, destroy, is_past_retention, purge
from tracker.models.lead import Lead
from tracker.models.user import User
from tracker.values import formatting
from tracker.values.days import day_of, days_after
from tracker.web.access import me, own, own_application
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say

blueprint = Blueprint("bin", __name__, url_prefix="/bin")
SHOWN = 200


class Binned(NamedTuple):
    """One thing in the bin."""

    role: str
    company: str
    until: str
    back_url: str
    gone_url: str


@blueprint.get("")
def index() -> ResponseReturnValue:
    """The latest first; what is past its 30 days goes as the bin is opened."""
    at, user, session = now(), me(), db.session()
    if is_past_retention(session, user.id, at):
        with writing(user) as writer:
            purge(writer, user.id, at)
    applications = session.scalars(Application.binned(user.id).limit(SHOWN))
    leads = session.scalars(Lead.binned(user.id).limit(SHOWN))
    return page(
        "applications/bin/index.html",
        applications=[present_binned(each, "applications", user) for each in applications],
        leads=[present_binned(each, "leads", user) for each in leads],
    )


@blueprint.post("/applications/<id:application_id>/deletion")
def destroy_application(application_id: int) -> ResponseReturnValue:
    """Gone for good, with its notes, people's parts, interviews and history."""
    user = me()
    if own_application(application_id, binned=True).deleted_at is None:
        abort(409, description="It isn’t in the bin any more.")
    with writing(user) as session:
        application = own_application(application_id, session, binned=True)
        destroy(session, user.id, [application.id])
    say("Deleted for good.")
    return see_other("/bin")


@blueprint.post("/leads/<id:lead_id>/deletion")
def destroy_lead(lead_id: int) -> ResponseReturnValue:
    """Gone for good."""
    with writing(me()) as session:
        lead = own(Lead, lead_id, session)
        if lead.deleted_at is None:
            abort(409, description="It isn’t in the bin any more.")
        session.delete(lead)
    say("Deleted for good.")
    return see_other("/bin")


def present_binned(row: Application | Lead, noun: str, user: User) -> Binned:
    """One row in words."""
    deleted_at: datetime = row.deleted_at or now()
    gone_on = days_after(day_of(deleted_at, user.zone), RETENTION.days)
    return Binned(
        role=row.role or row.link or "Without a name",
        company=row.company,
        until=formatting.day(gone_on, day_of(now(), user.zone)),
        back_url=f"/{noun}/{row.id}/deletion/reversal",
        gone_url=f"/bin/{noun}/{row.id}/deletion",
    )
