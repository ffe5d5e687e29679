"""Links for a coach: made, shown once, previewed, ended."""

from datetime import datetime
from typing import Any

from flask import Blueprint, Response, abort, session
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.insights.figures.usual_reply_time import usual_silence
from tracker.models.coach_note import CoachNote
from tracker.models.share_link import UNNAMED, ShareLink
from tracker.models.user import User
from tracker.sharing.record import read_record
from tracker.sharing.selection import Selection
from tracker.values.days import day_of
from tracker.views.coach import coach_presenter
from tracker.views.coach.share_link_form import ShareLinkForm
from tracker.views.coach.shared_note import present_notes
from tracker.views.coach.shared_page_body import render_preview, send_paper
from tracker.views.coach.shared_page_presenter import SharedPage
from tracker.web.access import me, own
from tracker.web.account_events import Happened, note_event
from tracker.web.forms import Refusal, form_page
from tracker.web.idempotency import KeySpent, once
from tracker.web.password_again import password_again
from tracker.web.rendering import forbid_storing, page, see_other
from tracker.web.toasts import say, undo_toast
from tracker.web.urls import link as address_of

blueprint = Blueprint("links", __name__, url_prefix="/coach/links")
blueprint.after_request(forbid_storing)
ONCE = "coach_link"
STAYS_ENDED = "It is turned off for good. Make a new one; it takes two taps."


@blueprint.get("/new")
@password_again
def new() -> ResponseReturnValue:
    """What it shows, until when; the usual is ticked."""
    return render_link_form(ShareLinkForm.offering(formdata=None))


@blueprint.post("")
@password_again
def create() -> ResponseReturnValue:
    """Make it once; its secret is shown on the next page and never again."""
    at, user, form = now(), me(), ShareLinkForm.offering()
    if not form.validate() or not form.check_end(day_of(at, user.zone)):
        return render_link_form(form, Refusal(form.status))
    made: dict[str, Any] = {}
    try:
        with writing(user) as writer:

            def make() -> int:
                link, made["token"] = ShareLink.issue(user.id, at, **link_facts(form, at, user))
                writer.add(link)
                writer.get_one(User, user.id).want_help_with(form.help_wanted.data or "")
                writer.flush()
                note_event(writer, user.id, Happened.LINK_MADE)
                return link.id

            number, fresh = once(writer, user, at, make)
            if not fresh and not shown_before(number):
                made["token"] = own(ShareLink, number, writer).renew_token()
    except KeySpent as spent:
        return render_link_form(form, Refusal(409, made_before=spent.result_id))
    if "token" in made:
        session[ONCE] = {"id": number, "token": made["token"]}
    return see_other(f"/coach/links/{number}")


@blueprint.get("/<id:link_id>")
def show(link_id: int) -> ResponseReturnValue:
    """One link: its secret this one time, what it shows, how often it was opened."""
    link, at = own(ShareLink, link_id), now()
    kept = session.get(ONCE) or {}
    token = kept.get("token") if kept.get("id") == link_id else None
    if token:
        session[ONCE] = {"id": link_id}
    address = address_of(f"/s/{token}") if token else None
    return page(
        "coach/links/show.html",
        link=coach_presenter.present_share_link(link, at, me().zone),
        choice=coach_presenter.selection_facts(link, day_of(at, me().zone)),
        address=address,
        code=coach_presenter.qr_code(address) if address else None,
        only_here=coach_presenter.only_here(address) if address else False,
    )


@blueprint.get("/<id:link_id>/preview")
def preview(link_id: int) -> ResponseReturnValue:
    """As its coach sees it."""
    return render_preview(page_of_link(own(ShareLink, link_id), now()), f"/coach/links/{link_id}")


@blueprint.get("/<id:link_id>/preview/applications/<id:application_id>")
def preview_application(link_id: int, application_id: int) -> ResponseReturnValue:
    """One application of that."""
    shown = page_of_link(own(ShareLink, link_id), now())
    return render_preview(shown, f"/coach/links/{link_id}", application_id)


@blueprint.get(
    "/<id:link_id>/preview/applications/<id:application_id>/resume", defaults={"kind": "resume"}
)
@blueprint.get(
    "/<id:link_id>/preview/applications/<id:application_id>/letter", defaults={"kind": "letter"}
)
def preview_paper(link_id: int, application_id: int, kind: str) -> ResponseReturnValue:
    """The résumé or the letter beside it."""
    shown = page_of_link(own(ShareLink, link_id), now())
    return send_paper(me().id, shown, application_id, kind) or abort(404)


@blueprint.post("/<id:link_id>/revocation")
def revoke(link_id: int) -> ResponseReturnValue:
    """End it, from this moment on."""
    own(ShareLink, link_id)
    with writing(me()) as writer:
        own(ShareLink, link_id, writer).revoke(now())
        note_event(writer, me().id, Happened.LINK_ENDED)
    say(
        undo_toast(
            "Turned off. Nobody can open it any more.",
            f"/coach/links/{link_id}/revocation/reversal",
        )
    )
    return see_other("/coach")


@blueprint.post("/<id:link_id>/revocation/reversal")
def unrevoke(link_id: int) -> ResponseReturnValue:
    """A slip of the finger, for a few minutes only: after that it stays ended."""
    own(ShareLink, link_id)
    with writing(me()) as writer:
        link, at = own(ShareLink, link_id, writer), now()
        if not link.is_open(at):
            if not link.can_be_taken_back(at):
                abort(409, description=STAYS_ENDED)
            link.revoked_at = None
            note_event(writer, me().id, Happened.LINK_REOPENED)
    say("It is open again.")
    return see_other("/coach")


def link_facts(form: ShareLinkForm, at: datetime, user: User) -> dict[str, Any]:
    """What the form says, as the link keeps it."""
    dates = form.span.data == "dates"
    return {
        "label": form.label.data or UNNAMED,
        "choice": form.choice.for_link().as_json(),
        "span": form.span.data,
        "first_day": form.first_day.data if dates else None,
        "last_day": form.last_day.data if dates else None,
        "expires_at": form.end(at, day_of(at, user.zone), user.zone),
    }


def shown_before(number: int) -> bool:
    """Whether this browser was given the secret of that link: then it stays as it is."""
    return bool((session.get(ONCE) or {}).get("id") == number)


def page_of_link(link: ShareLink, at: datetime) -> SharedPage:
    """What the link shows."""
    reader: Session = db.session()
    choice, span = Selection.from_json(link.choice).for_link(), link.span_on(day_of(at, me().zone))
    quiet_days = usual_silence(reader, me(), at)
    record = read_record(reader, me(), choice, span, at, quiet_days=quiet_days)
    notes = present_notes(reader.scalars(CoachNote.through(link.id)), record)
    place, seen_at = f"/coach/links/{link.id}/preview", link.new_since(at)
    return SharedPage(record, place, notes=notes, seen_at=seen_at)


def render_link_form(form: ShareLinkForm, refusal: Refusal | None = None) -> Response:
    """The form."""
    return form_page("coach/links/new.html", form, refusal, help_wanted=me().help_wanted)
