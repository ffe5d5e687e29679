"""What a coach sees through a link: no account, no cookie, nothing that leads outside."""

import uuid
from datetime import datetime, timedelta
from typing import NoReturn

from flask import Blueprint, Response, abort, g, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.extensions import csrf, db
from tracker.models.coach_note import MOST, CoachNote
from tracker.models.share_link import ShareLink
from tracker.models.user import User
from tracker.views.coach.note_form import CoachNoteForm
from tracker.views.coach.shared_note import save_note
from tracker.views.coach.shared_page_body import (
    body_of,
    cached,
    load_shared_page,
    render_shared_application,
    render_shared_page,
    send_paper,
)
from tracker.views.coach.shared_page_link import count_reading, link_is_over, link_of_token
from tracker.views.coach.shared_page_presenter import SharedPage
from tracker.web import rate_limit
from tracker.web.access import public
from tracker.web.rate_limit import Limit
from tracker.web.rendering import page, see_other

blueprint = Blueprint("shared_page", __name__, url_prefix="/s")
csrf.exempt(blueprint)  # the secret in the address is what allows it; the origin is checked

NOTES = Limit("coach note", pair=10, whole=30)
JUST_SAVED, A_MOMENT = "kept", timedelta(minutes=1)
FULL = "There is no room for more notes here. Please tell the person who gave you the link."


@blueprint.get("/<token>")
@public
def show(token: str) -> ResponseReturnValue:
    """The whole story in a minute, then the details."""
    at = now()
    link = link_of_token(token, at)
    if request.method == "GET" and not request.args:
        g.opened_link_id = link.id
    return render_link_page(link, token, at)


@blueprint.get("/<token>/applications/<id:application_id>")
@public
def application(token: str, application_id: int) -> ResponseReturnValue:
    """One application, with room for a note beside it."""
    at = now()
    return render_link_page(link_of_token(token, at), token, at, application_id)


@blueprint.get("/<token>/applications/<id:application_id>/resume", defaults={"kind": "resume"})
@blueprint.get("/<token>/applications/<id:application_id>/letter", defaults={"kind": "letter"})
@public
def paper(token: str, application_id: int, kind: str) -> ResponseReturnValue:
    """The résumé or the letter that it was sent with, where that is ticked."""
    at = now()
    link = link_of_token(token, at)
    shared = load_shared_page(link, token, at)
    return send_paper(link.user_id, shared, application_id, kind) or nothing_here(token)


@blueprint.post("/<token>/notes", defaults={"application_id": None})
@blueprint.post("/<token>/applications/<id:application_id>/notes")
@public
def create_note(token: str, application_id: int | None) -> ResponseReturnValue:
    """Keep a note once, however often it is sent; its owner reads it on Today."""
    at, form = now(), CoachNoteForm()
    link = link_of_token(token, at)
    if application_id is not None:
        load_shared_page(link, token, at).application(application_id) or nothing_here(token)
    if not form.validate():
        return render_link_page(link, token, at, application_id, form, form.status)
    wait = rate_limit.count_guess(f"note {link.id}", NOTES)
    if wait is not None:
        return render_refused_note(
            link, token, at, application_id, form, 429, rate_limit.words(wait)
        )
    if CoachNote.count_through(db.session(), link.id) >= MOST:
        return render_refused_note(link, token, at, application_id, form, 422, FULL)
    number = save_note(link, at, application_id, form)
    beside = f"/applications/{application_id}" if application_id is not None else ""
    return see_other(f"/s/{token}{beside}?{JUST_SAVED}={number}#notes")


@blueprint.get("/<path:anything>")
@public
def dead_address(anything: str) -> ResponseReturnValue:
    """What looks like no link at all reads as one that is over."""
    link_is_over(anything, now())


def nothing_here(token: str) -> NoReturn:
    """An application that this link does not show."""
    abort(page("coach/shared_page/missing.html", status=404, place=f"/s/{token}"))


def render_link_page(
    link: ShareLink,
    token: str,
    at: datetime,
    application_id: int | None = None,
    form: CoachNoteForm | None = None,
    status: int = 200,
) -> Response:
    """The page, with the form for a note."""
    shared = load_shared_page(link, token, at, all_of_it=application_id is not None)
    fresh = form is None
    context = {
        "form": form or CoachNoteForm(formdata=None),
        "key": uuid.uuid4() if fresh else request.form.get("key") or uuid.uuid4(),
        "just_kept": fresh and note_was_just_saved(shared, at),
    }
    if application_id is None:
        owner = db.session.get_one(User, link.user_id)
        mark = (link.token_hash, owner.revision, shared.record.span, token, shared.seen_at)
        body = cached(link.id, "page", mark, lambda: body_of(owner, shared))
        return render_shared_page(shared, body, status, **context)
    shown = render_shared_application(
        shared, application_id, status, owner_id=link.user_id, **context
    )
    return shown or nothing_here(token)


def note_was_just_saved(shared: SharedPage, at: datetime) -> bool:
    """Whether the address names a note of this moment: looked at again, it is old news."""
    number = request.args.get(JUST_SAVED, "")
    return any(str(note.id) == number and at - note.at < A_MOMENT for note in shared.notes)


def render_refused_note(
    link: ShareLink,
    token: str,
    at: datetime,
    application_id: int | None,
    form: CoachNoteForm,
    status: int,
    words: str,
) -> Response:
    """The page with what was typed, and why it could not be kept now."""
    form.body.errors = [*form.body.errors, words]
    return render_link_page(link, token, at, application_id, form, status)


@blueprint.after_request
def forbid_storing(response: Response) -> Response:
    """Nobody keeps a copy, and no search engine lists it, whatever the answer is."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    return response


@blueprint.teardown_request
def note_reading(error: BaseException | None) -> None:
    """After the answer, in a short transaction of its own: counted against too many, and told."""
    read, counted = g.pop("read_link_id", None), g.pop("opened_link_id", None)
    if read is None or error is not None:
        return
    at = now()
    with optional_write(), writing() as session:
        count_reading(session, read, at)
        if counted is not None:
            ShareLink.opened(session, counted, at)
