"""You got it: the way to this job, who helped, what is still open, and the story to keep."""

import uuid
from datetime import datetime
from urllib.parse import urlencode

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.insights.whole_search import read_whole_search
from tracker.loop.facts import SILENT_FOR
from tracker.models.application import Application
from tracker.models.changes.closing import (
    close_others,
    closed_then,
    latest_closing,
    reopen_others,
)
from tracker.models.reads.application_words import read_application_words
from tracker.models.reads.helpers import read_helpers
from tracker.models.reads.standing import AsOf, as_of
from tracker.models.reads.still_open import offers_to_answer, still_open
from tracker.models.user import User
from tracker.sharing.selection import FOR_LINKS, USUAL
from tracker.values.days import day_of
from tracker.values.formatting import plural
from tracker.views.applications.accepted_presenter import (
    present_helpers,
    present_milestones,
    present_way,
    taken_words,
)
from tracker.web.access import me, own_application
from tracker.web.idempotency import once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undo_toast
from tracker.web.undo import moment_before

blueprint = Blueprint(
    "accepted", __name__, url_prefix="/applications/<id:application_id>/offer/accepted"
)


def place_of(application_id: int) -> str:
    """Its address."""
    return f"/applications/{application_id}/offer/accepted"


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """The page; `at` in its address is when the others were closed in one step."""
    application, at, user = own_application(application_id), now(), me()
    if not application.taken:
        return see_other(f"/applications/{application_id}")
    session, today, moment = db.session(), day_of(at, user.zone), any_wait(at, user)
    search = read_whole_search(session, user, application, at)
    closed_at, going_on = moment_before(at), application.ended_on is None
    return page(
        "applications/offer/accepted.html",
        application=application,
        name=user.name,
        way=present_way(search),
        milestones=present_milestones(search, today),
        said_yes=taken_words(search, today),
        used=read_application_words(session, application).used,
        helpers=present_helpers(read_helpers(session, application)) if going_on else [],
        others=session.scalars(still_open(application, moment)).all() if going_on else [],
        offers=session.scalars(offers_to_answer(application, moment)).all() if going_on else [],
        closed=session.scalars(closed_then(user.id, closed_at)).all() if closed_at else [],
        undo_url=undo_of(application_id, closed_at) if closed_at else "",
        parts=[part.value for part in FOR_LINKS if part in USUAL],
        key=uuid.uuid4(),
    )


@blueprint.get("/others")
def show_closed(application_id: int) -> ResponseReturnValue:
    """What was closed in one step: also once the job is theirs no more, and the others matter."""
    application, closed_at = own_application(application_id), moment_before(now())
    closed = db.session().scalars(closed_then(me().id, closed_at)).all() if closed_at else []
    if closed_at is None or not closed:
        return see_other(f"/applications/{application_id}")
    return page(
        "applications/offer/closed.html",
        application=application,
        closed=closed,
        undo_url=undo_of(application_id, closed_at),
        key=uuid.uuid4(),
    )


@blueprint.post("/others")
def close(application_id: int) -> ResponseReturnValue:
    """All that still wait are withdrawn, in one step with one Undo; nothing is sent to anybody."""
    at, user = now(), me()
    closed_at: datetime | None = at
    with writing(user, at) as session:
        application = taken(own_application(application_id, session))
        number, new = once(
            session,
            user,
            at,
            lambda: (
                close_others(session, application, any_wait(at, user), at) if application else 0
            ),
        )
        if not new:
            closed_at = latest_closing(session, user.id)
    if not number or closed_at is None:
        say("Nothing else is open.")
        return see_other(place_of(application_id))
    words = f"{plural(number, 'application')} closed, as withdrawn."
    say(undo_toast(words, undo_of(application_id, closed_at)))
    return see_other(
        f"{place_of(application_id)}?{urlencode({'at': closed_at.isoformat()})}#others"
    )


@blueprint.post("/others/reversal")
def reopen(application_id: int) -> ResponseReturnValue:
    """Back where each stood; what was changed since stays as it is."""
    at, user = now(), me()
    closed_at = moment_before(at)
    with writing(user, at) as session:
        application = own_application(application_id, session)
        number = reopen_others(session, user.id, closed_at, at) if closed_at else 0
        still_theirs = application.taken
    say(f"{plural(number, 'application')} back on the board." if number else "Undone.")
    return see_other(f"{place_of(application_id)}#others" if still_theirs else "/board")


def taken(application: Application) -> Application | None:
    """The job that was taken and goes on, else none: then there is nothing to close for it."""
    return application if application.taken and application.ended_on is None else None


def any_wait(at: datetime, user: User) -> AsOf:
    """The silent ones wait too, so it does not matter after how many days it is silence."""
    return as_of(at, user.zone, SILENT_FOR)


def undo_of(application_id: int, closed_at: datetime) -> str:
    """Where the one Undo is sent."""
    at = urlencode({"at": closed_at.isoformat()})
    return f"{place_of(application_id)}/others/reversal?{at}"
