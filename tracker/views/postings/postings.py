"""The one field for a posting, and the look at what was read of it before it is saved."""

import uuid
from typing import Any

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.postings.paste import pasted
from tracker.values.days import day_of
from tracker.views.applications.application_form import ApplicationForm
from tracker.views.applications.form_groups import YOU, field_group
from tracker.views.applications.form_options import add_options, suggestions
from tracker.views.applications.new import render_new_form
from tracker.views.applications.previous import present_previous
from tracker.views.leads.lead_form import LeadForm
from tracker.views.leads.leads import render_lead_form
from tracker.views.postings.posting_reader import ReadPosting, put_together, read_for
from tracker.views.postings.prefill import fill, found_words
from tracker.views.postings.same_opening import same_openings
from tracker.views.postings.ways import render_ways
from tracker.web.access import me
from tracker.web.forms import form_key
from tracker.web.rendering import page

blueprint = Blueprint("postings", __name__)
LONGEST = 1_500_000
"""Characters of what is put in."""
IN_VIEW = ("company", "role", "location", "link", "closes_on")


@blueprint.get("/postings/new")
def new() -> ResponseReturnValue:
    """One field for a link or a whole ad; a bookmark or a share may have filled it."""
    return render_capture(*(request.args.get(name, "") for name in ("title", "text", "url")))


@blueprint.get("/capture")
def capture() -> ResponseReturnValue:
    """The same, at the address that bookmarks and shortcuts know."""
    return new()


@blueprint.post("/postings/look")
def look() -> ResponseReturnValue:
    """What was read, in the fields of the form that it was put into, to be looked at."""
    put_in = request.form.get("ad", "")[:LONGEST]
    into, only_words = request.form.get("into", ""), "only_words" in request.form
    unread = request.form.get("link", "") if not into else ""
    if unread and put_in.strip():
        another = pasted(put_in)
        only_words = not another.link or bool(another.words)
        put_in = f"{unread}\n\n{put_in}" if only_words else put_in
    if not put_in.strip() and request.form.get("from") == "ways":
        return render_ways(nothing=True)
    if not put_in.strip() and not into:
        return page("postings/new.html", put_in="", nothing=True, status=422)
    data = request.form.get("data", "")[:LONGEST]
    return render_look(put_in, data, only_words, into)


def render_capture(title: str = "", text: str = "", url: str = "") -> Response:
    """The one field, filled with what was shared; nothing is read until the person says so."""
    return page("postings/new.html", put_in=put_together(title, url, text)[:LONGEST])


def render_look(put_in: str, data: str = "", only_words: bool = False, into: str = "") -> Response:
    """Read what was put in, and show it in a form to be saved."""
    read = read_for(me(), put_in, data, only_words) if put_in.strip() else None
    if into == "application":
        form = ApplicationForm()
        return render_new_form(form, form_key(), **_seen(form, read))
    if into == "lead":
        lead = LeadForm()
        return render_lead_form(lead, form_key(), **_seen(lead, read))
    form = ApplicationForm(formdata=None, stage=Stage.APPLIED)
    return _look_page(form, _seen(form, read))


def _seen(form: ApplicationForm | LeadForm, read: ReadPosting | None) -> dict[str, Any]:
    """Fill a form, and say what was read and whether it is there already."""
    if read is None:
        return {"seen": {"nothing": True}}
    fill(form, read.posting)
    company, role, link = (str(form[name].data or "") for name in ("company", "role", "link"))
    return {
        "seen": {
            "told": found_words(read.posting.known_facts),
            "unread": read.unread,
            "same": same_openings(db.session(), me().id, company, role, link),
        }
    }


def _look_page(form: ApplicationForm, seen: dict[str, Any]) -> Response:
    session, user = db.session(), me()
    today = day_of(now(), user.zone)
    add_options(session, user.id, form)
    shown = [each.name for each in form if _is_shown(each.name)]
    job = [name for name in shown if name not in YOU]
    own = [name for name in YOU if name in shown]
    groups = [
        field_group(form, today, "The job", "Kind of work, pay, where you found it", job),
        field_group(form, today, "The posting and you", "The ad, skills, what excites you", own),
    ]
    return page(
        "postings/look.html",
        form=form,
        groups=groups,
        in_view=[form[name] for name in IN_VIEW],
        key=str(uuid.uuid4()),
        today=today.isoformat(),
        suggestions=suggestions(session, user.id),
        earlier=present_previous(session, user.id, form.company.data or ""),
        **seen,
    )


def _is_shown(name: str) -> bool:
    """What both a lead and an application can keep, and does not stand above already."""
    return hasattr(LeadForm, name) and name not in IN_VIEW
