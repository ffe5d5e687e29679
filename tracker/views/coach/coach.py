"""Before meeting a coach: what to ask for, links, their notes; and how all of it will look."""

from datetime import datetime
from urllib.parse import urlencode

from flask import Blueprint, Response, abort, request
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.models.coach_note import CoachNote
from tracker.models.lists.cursor import ById
from tracker.models.share_link import ShareLink
from tracker.models.user import User
from tracker.sharing.record import read_record
from tracker.sharing.selection import BEHIND_LINKS
from tracker.values.date_range import DateRange
from tracker.values.days import day_of
from tracker.views.coach import coach_presenter, shared_page_body
from tracker.views.coach import links as coach_links
from tracker.views.coach.note_form import HelpForm
from tracker.views.coach.selection_form import SelectionForm
from tracker.views.coach.share_link_form import ShareLinkForm
from tracker.views.coach.shared_page_presenter import SharedPage
from tracker.web.access import me
from tracker.web.forms import Refusal, form_page, saving
from tracker.web.paging import cursor, next_url
from tracker.web.rendering import see_other
from tracker.web.toasts import say

blueprint = Blueprint("coach", __name__, url_prefix="/coach")
PAGE = 30
PREVIEW = "/coach/preview"


@blueprint.get("")
def index() -> ResponseReturnValue:
    """Links, what I would like help with, notes."""
    return render_coach_page(HelpForm.of(me()))


@blueprint.post("/help")
def update_help() -> ResponseReturnValue:
    """Keep it, unless another tab was faster."""
    form = HelpForm()
    with saving(form, myself, lambda user, form, why: render_coach_page(form, why)) as (_, user):
        user.help_wanted = form.help_wanted.data or ""
    at = now()
    seen = any(each.is_open(at) for each in db.session.scalars(ShareLink.of(me().id)))
    say(f"Saved. {'Your coach sees' if seen else 'A coach with a link will see'} it at the top.")
    return see_other("/coach#help")


@blueprint.post("/preview")
def ask_preview() -> ResponseReturnValue:
    """What was ticked, as an address of its own: nothing is made."""
    form = ShareLinkForm.offering()
    if not form.validate():
        return coach_links.render_link_form(form, Refusal(form.status))
    return see_other(f"{PREVIEW}?{urlencode(query_of(form), doseq=True)}")


@blueprint.get("/preview")
def preview() -> ResponseReturnValue:
    """As a coach would see it."""
    return shared_page_body.render_preview(page_asked_for(now()), "/coach/links/new")


@blueprint.get("/preview/applications/<id:application_id>")
def preview_application(application_id: int) -> ResponseReturnValue:
    """One application of that."""
    return shared_page_body.render_preview(
        page_asked_for(now()), "/coach/links/new", application_id
    )


@blueprint.get("/preview/applications/<id:application_id>/resume", defaults={"kind": "resume"})
@blueprint.get("/preview/applications/<id:application_id>/letter", defaults={"kind": "letter"})
def preview_paper(application_id: int, kind: str) -> ResponseReturnValue:
    """The résumé or the letter beside it."""
    shown = shared_page_body.send_paper(me().id, page_asked_for(now()), application_id, kind)
    return shown or abort(404)


def page_asked_for(at: datetime) -> SharedPage:
    """What the address asks to show; the usual where it asks for nothing."""
    asked = MultiDict(request.args)
    form = SelectionForm.offering(BEHIND_LINKS, formdata=asked if "parts" in asked else None)
    form.validate() or abort(404)
    user = me()
    span = form.chosen_span(day_of(at, user.zone)) if asked else DateRange()
    record = read_record(
        db.session(),
        user,
        form.choice.for_link(),
        span,
        at,
        quiet_days=usual_silence(db.session(), user, at),
    )
    query = f"?{request.query_string.decode('ascii', 'replace')}" if request.query_string else ""
    return SharedPage(record, PREVIEW, query)


def query_of(form: ShareLinkForm) -> dict[str, object]:
    """The choice and the span as the end of an address."""
    chosen: dict[str, object] = {
        "parts": sorted(form.choice.parts),
        "companies": form.companies.data,
        "span": form.span.data,
    }
    if form.people.data:
        chosen["people"] = "y"
    for field in (form.first_day, form.last_day):
        if form.span.data == "dates" and field.data:
            chosen[field.name] = field.data.isoformat()
    return chosen


def myself(session: Session) -> User:
    """The signed-in person's row."""
    return session.get_one(User, me().id)


def render_coach_page(form: HelpForm, refusal: Refusal | None = None) -> Response:
    """The page."""
    session, user, at = db.session(), me(), now()
    links = list(session.scalars(ShareLink.of(user.id)))
    if any(link.revoked_at is None and not link.is_open(at) for link in links):
        with writing() as writer:
            ShareLink.sweep(writer, at)
        links = list(session.scalars(ShareLink.of(user.id)))
    before = cursor(ById, "before")
    found = session.scalars(CoachNote.of(user.id, before).limit(PAGE + 1)).all()
    notes, more = ById.cut(found, PAGE)
    return form_page(
        "coach/index.html",
        form,
        refusal,
        HelpForm.of(user),
        links=coach_presenter.present_links(links, at, user.zone),
        notes=coach_presenter.present_notes(session, notes, at, user.zone),
        unread=any(note.read_at is None for note in found),
        more_url=next_url("/coach", "before", more),
        before=before,
    )
