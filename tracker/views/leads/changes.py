"""A lead is applied for, or deleted; each can be taken back."""

import uuid

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.models.application import Application
from tracker.models.changes.bin import purge
from tracker.models.changes.lead import convert_lead, undo_conversion
from tracker.models.lead import Lead
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.views.leads.lead_form import LeadForm
from tracker.views.leads.leads import name_of, render_lead_form
from tracker.views.leads.ticked import LIST, answer_in_list
from tracker.web.access import me, own
from tracker.web.paging import address
from tracker.web.queued_changes import queueable
from tracker.web.rendering import see_other
from tracker.web.return_to import return_url
from tracker.web.ticked import came_from_list
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("changes", __name__, url_prefix="/leads/<id:lead_id>")


@blueprint.post("/application")
@queueable("applied", "/leads")
def apply(lead_id: int) -> ResponseReturnValue:
    """ "I applied": it becomes an application, once, however often it is tapped."""
    at, user, lead = now(), me(), own(Lead, lead_id)
    form = form_of_lead(lead)
    if not form.whole():
        return render_lead_form(form, str(uuid.uuid4()), lead, form.status, applying=True)
    with writing(user, at) as session:
        lead = own(Lead, lead_id, session)
        lead.change(form.data)
        application = convert_lead(session, user, lead, at, day_of(at, user.zone))
    if came_from_list(LIST):
        return answer_in_list(lead)
    say(applied_toast(application, lead_id))
    return see_other(return_url() or f"/board#card-{application.id}")


def form_of_lead(lead: Lead) -> LeadForm:
    """The form as it was sent along; from the list it is not, and the lead says what it says."""
    if "role" in request.form:
        return LeadForm()
    return LeadForm.of(lead)


@blueprint.post("/application/reversal")
def unapply(lead_id: int) -> ResponseReturnValue:
    """A lead again."""
    at, user = now(), me()
    with writing(user, at) as session:
        lead = own(Lead, lead_id, session)
        undo_conversion(session, lead, at)
    if came_from_list(LIST):
        return answer_in_list(lead)
    say("It is a lead again.")
    return see_other(return_url() or f"/leads/{lead_id}")


@blueprint.post("/deletion")
def delete(lead_id: int) -> ResponseReturnValue:
    """Into the bin."""
    at, user = now(), me()
    with writing(user, at) as session:
        lead = own(Lead, lead_id, session)
        lead.deleted_at = lead.deleted_at or at
        purge(session, user.id, at)
    name = name_of(LeadForm.of(lead).data)
    undo = address(f"/leads/{lead_id}/deletion/reversal", {"from": return_url()})
    say(undo_toast(f"{name} is in the bin for 30 days.", undo))
    return see_other(return_url() or "/leads")


@blueprint.post("/deletion/reversal")
def undelete(lead_id: int) -> ResponseReturnValue:
    """Out of the bin."""
    with writing(me()) as session:
        own(Lead, lead_id, session).deleted_at = None
    say("It is back among your leads.")
    return see_other(return_url() or "/leads")


def applied_toast(application: Application, lead_id: int) -> dict[str, object]:
    """Good wishes, with a way back."""
    words = f"Good luck with {shortened(application.role, 60)}!"
    undo = address(f"/leads/{lead_id}/application/reversal", {"from": return_url()})
    return undo_toast(words, undo)
