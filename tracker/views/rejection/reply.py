"""They wrote after all, to what was closed without an answer."""

import uuid

from flask import Blueprint, abort, request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.reply import come_alive, undo_coming_alive
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.web.access import me, own_application, own_on
from tracker.web.idempotency import once
from tracker.web.rendering import page, see_other
from tracker.web.toasts import say, undo_toast

blueprint = Blueprint("reply", __name__, url_prefix="/applications/<id:application_id>/reply")


@blueprint.get("")
def show(application_id: int) -> ResponseReturnValue:
    """What did they write?"""
    application = own_application(application_id)
    row = Rejection.latest(db.session(), application)
    if application.ending != "no_answer" or row is None:
        return see_other(f"/applications/{application_id}")
    return page(
        "rejection/reply/show.html",
        application=application,
        row=row,
        before=Stage(row.stage_reached if row.stage_reached in Stage.OPEN else Stage.APPLIED),
        key=uuid.uuid4(),
    )


@blueprint.post("")
def create(application_id: int) -> ResponseReturnValue:
    """It is open again, in the stage that was chosen."""
    at, user, stage = now(), me(), request.form.get("stage", "")
    own_application(application_id)
    if stage not in Stage.OPEN:
        abort(422, description="Choose Applied or Interview.")
    with writing(user, at) as session:
        application = own_application(application_id, session)

        def make() -> int:
            if application.ending != "no_answer":
                abort(409, description="It has an answer already.")
            change = come_alive(session, application, Stage(stage), at)
            return change.id if change is not None else 0

        change_id, _ = once(session, user, at, make)
    say(reply_toast(application, change_id))
    return see_other(f"/applications/{application_id}")


@blueprint.post("/<id:change_id>/reversal")
def reverse(application_id: int, change_id: int) -> ResponseReturnValue:
    """It was a slip: no answer came."""
    at, user = now(), me()
    with writing(user, at) as session:
        application = own_application(application_id, session)

        def make() -> int:
            change = own_on(StageChange, change_id, application_id, session)
            try:
                undo_coming_alive(session, application, change, at)
            except ValueError:
                abort(409, description="The card has moved since, so that can’t be undone.")
            return 0

        once(session, user, at, make)
    say("Undone. No answer came.")
    return see_other(f"/applications/{application_id}")


def reply_toast(application: Application, change_id: int) -> dict[str, object]:
    """Good news, and for an interview the question when it is."""
    undo = f"/applications/{application.id}/reply/{change_id}/reversal"
    said = undo_toast(f"Back on the board, in {application.stage_label}.", undo)
    if application.stage == Stage.INTERVIEW:
        said |= {
            "offer_url": f"/applications/{application.id}/interviews/new",
            "offer_label": "When is it?",
        }
    return said
