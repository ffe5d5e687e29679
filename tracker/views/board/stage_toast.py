"""What is said after a move, with the one thing that the stage is about."""

import uuid

from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.stage_fact import fact_is_missing
from tracker.models.reads.board import Board
from tracker.values.formatting import shortened

OFFERS = {
    Stage.INTERVIEW: ("interviews/new", "When is it?"),
    Stage.REJECTED: ("rejection", "What did they say?"),
    Stage.FEEDBACK_RECEIVED: ("feedback/new", "Write it down"),
    Stage.ACTION_TAKEN: ("lesson", "What did you do?"),
}
"""Where the fact that a stage stands for is written down."""


def place_in_column(application: Application) -> str:
    """Where it stands among all of its column, whatever is filtered: "3 of 45"."""
    board = Board(db.session(), application.user_id)
    return f"{board.ahead_of(application) + 1:,} of {board.counts()[application.stage]:,}"


def toast_for(
    application: Application, change_id: int, back: bool, before: str | None
) -> dict[str, object]:
    """The words after a move, with the one thing that the stage is about."""
    role = shortened(application.role, 50)
    if back:
        return {"text": f"{role} is back in {application.stage_label}."}
    if not change_id:
        return {"text": f"{role} moved to {place_in_column(application)}."}
    said: dict[str, object] = {
        "text": f"{role} moved to {application.stage_label}.",
        "undo_url": f"/applications/{application.id}/stage/{change_id}/reversal",
        "undo_key": str(uuid.uuid4()),
        "card": application.id,
        "stage": before,
    }
    if fact_is_missing(db.session(), application):
        place, label = OFFERS[Stage(application.stage)]
        said |= {"offer_url": f"/applications/{application.id}/{place}", "offer_label": label}
    return said
