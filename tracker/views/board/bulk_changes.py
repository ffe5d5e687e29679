"""What was changed at once, for 30 days, and its Undo."""

from urllib.parse import parse_qsl

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.extensions import db
from tracker.models.changes.many_undo import Undone, undo_many
from tracker.models.many.bulk_change import KEPT, BulkChange
from tracker.values.days import day_of
from tracker.values.formatting import day, plural
from tracker.views.board.many_page import CHANGED
from tracker.views.board.many_presenter import URL, undone_words
from tracker.web.access import me, own
from tracker.web.idempotency import once
from tracker.web.paging import address
from tracker.web.rendering import page, see_other
from tracker.web.return_to import came_from
from tracker.web.toasts import say

blueprint = Blueprint("bulk_changes", __name__, url_prefix="/board/many")


@blueprint.get("/changes")
def index() -> ResponseReturnValue:
    """Those that can be undone still, the latest first."""
    at, user = now(), me()
    found = db.session().scalars(BulkChange.of(user.id, at - KEPT)).all()
    today = day_of(at, user.zone)
    return page(
        "board/many/changes.html",
        changes=[
            (each.id, each.said, plural(each.changed, "application"), day_of(each.at, user.zone))
            for each in found
        ],
        day=lambda on: day(on, today),
    )


@blueprint.post("/<id:bulk_id>/reversal")
def reverse(bulk_id: int) -> ResponseReturnValue:
    """All as they were, but for those that were changed since: these are named."""
    at, user = now(), me()
    undone: Undone | None = None
    with writing(user, at) as session:
        change = own(BulkChange, bulk_id, session)

        def make() -> int:
            nonlocal undone
            if change.undone_at is None:
                undone = undo_many(session, user, change, at)
            return change.id

        once(session, user, at, make)
    say(undone_words(undone.back, undone.stay) if undone is not None else "That is undone.")
    return see_other(place_to_go_back_to())


def place_to_go_back_to() -> str:
    """Where it was asked for, if that was among these pages."""
    came = came_from()
    if came.path not in (URL, f"{URL}/changes"):
        return URL
    asked = [(name, value) for name, value in parse_qsl(came.query) if name != CHANGED]
    return address(came.path, dict(asked))
