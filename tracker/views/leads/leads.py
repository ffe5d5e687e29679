"""Openings saved for later."""

import uuid
from datetime import date
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.base import LINE
from tracker.models.lead import Lead
from tracker.values.days import day_of
from tracker.values.formatting import shortened
from tracker.values.text import clean_line
from tracker.values.whole_number import whole_number
from tracker.views.applications.form_options import sparks, suggestions
from tracker.views.leads.lead_facts import lead_facts
from tracker.views.leads.lead_form import LeadForm
from tracker.views.leads.leads_presenter import present_leads, present_one
from tracker.web.access import me, own
from tracker.web.fields.link_or_ad import keep_unread
from tracker.web.forms import Refusal, create_once, form_key
from tracker.web.paging import page_number
from tracker.web.queued_changes import queueable
from tracker.web.rendering import page, see_other
from tracker.web.ticked import ticked_here
from tracker.web.toasts import named, say, settled_draft, undo_toast

blueprint = Blueprint("leads", __name__, url_prefix="/leads")


@blueprint.get("")
def index() -> ResponseReturnValue:
    """The likeliest first, or in another order (`sort=`)."""
    user, sort = me(), request.args.get("sort", "")
    today = day_of(now(), user.zone)
    shown = present_leads(db.session(), user.id, today, page_number(), sort, ticked_here())
    return page("leads/index.html", **shown)


@blueprint.get("/new")
def new() -> ResponseReturnValue:
    """The short form; what is looked for may be in its address."""
    form = LeadForm()
    form.role.data = clean_line(request.args.get("role", ""))[:LINE]
    return render_lead_form(form, str(uuid.uuid4()))


@blueprint.post("")
@queueable("lead", "/leads")
def create() -> ResponseReturnValue:
    """Save it once, however often the form is sent."""
    at, user, form = now(), me(), LeadForm()
    keep_unread(form, request.form.get("ad", ""))

    def make(session: Session) -> int:
        lead = Lead(user_id=user.id, created_at=at, **form.data)
        session.add(lead)
        session.flush()
        return lead.id

    made, _ = create_once(form, make, again)
    say(undo_toast(f"Saved {name_of(form.data)}.", f"/leads/{made}/deletion") | settled_draft())
    like = looked_from()
    return see_other(f"/leads/like/{like}" if like else "/leads")


@blueprint.get("/<id:lead_id>")
def show(lead_id: int) -> ResponseReturnValue:
    """What is known of it and why it is worth a look."""
    user, lead = me(), own(Lead, lead_id)
    today = day_of(now(), user.zone)
    shown, skills = present_one(db.session(), user.id, lead, today)
    facts = lead_facts(lead, skills, today, not shown.closes or lead.application_id is not None)
    return page("leads/show.html", lead=lead, shown=shown, facts=facts)


@blueprint.get("/<id:lead_id>/edit")
def edit(lead_id: int) -> ResponseReturnValue:
    """The same as a form."""
    lead = own(Lead, lead_id)
    return render_lead_form(LeadForm.of(lead), str(uuid.uuid4()), lead)


@blueprint.post("/<id:lead_id>")
def update(lead_id: int) -> ResponseReturnValue:
    """Save what is known of it."""
    user, form = me(), LeadForm()
    lead = own(Lead, lead_id)
    if not form.validate():
        return render_lead_form(form, request.form.get("key", ""), lead, form.status)
    facts = form.data
    with writing(user) as session:
        lead = own(Lead, lead_id, session)
        lead.change(facts)
    say({"text": f"Saved {name_of(facts)}."} | settled_draft())
    return see_other(f"/leads/{lead_id}")


def looked_from() -> int | None:
    """The application for which more like it were looked for."""
    return whole_number(request.values.get("like", ""))


def name_of(facts: dict[str, str | int | date | None]) -> str:
    """A lead in a few words."""
    said = facts["role"] or facts["company"] or facts["link"]
    return named(str(said))


def said_of(form: LeadForm) -> str:
    """What is known beyond the first fields; where nothing is, what can be."""
    excites = f"excites you {form.excitement.data} of 5" if form.excitement.data else ""
    words = [form.location.data, form.source.data, form.pay_text.data, excites]
    words += [form.sparks.data]
    words += ["notes" if form.notes.data else "", "the posting" if form.posting.data else ""]
    return shortened(" · ".join(filter(None, words)), 90) or "Place, pay, notes, the ad"


def again(form: LeadForm, refusal: Refusal) -> Response:
    """Back, edit, save: the changes go to the one that was made, or make another."""
    if refusal.status != 409:
        return render_lead_form(form, form_key(refusal), status=refusal.status)
    lead = db.session().scalar(Lead.open(me().id).where(Lead.id == refusal.made_before))
    return render_lead_form(form, str(uuid.uuid4()), lead, 409, again=True)


def render_lead_form(
    form: LeadForm,
    key: str,
    lead: Lead | None = None,
    status: int = 200,
    again: bool = False,
    **seen: Any,
) -> Response:
    """The form, for a new one or for one that is there; `seen` is what was read of a posting."""
    form.sparks.offered = sparks(db.session(), me().id)
    return page(
        "leads/form.html",
        status=status,
        form=form,
        key=key,
        lead=lead,
        said=said_of(form),
        again=again,
        like=looked_from(),
        spent=request.form.get("key", "") if again else "",
        suggestions=suggestions(db.session(), me().id),
        **seen,
    )
