"""What is said after a move, with the one thing that the stage is about."""

import uuid

from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.stage_fact import fact_is_missing

OFFERS = {
    Stage.INTERVIEW: ("interviews/new", "When is it?"),
    Stage.REJECTED: ("rejection", "What did they say?"),
    Stage.FEEDBACK_RECEIVED: ("feedback/new", "Write it down"),
    Stage.ACTION_TAKEN: ("lesson", "What did you do?"),
}
"""Where the fact that a stage stands for is written down."""


def toast_for(
    application: Application, change_id: int, back: bool, before: str | None
) -> dict[str, object]:
    """The words after a move, with the one thing that the stage is about."""
    if back:
        return {"text": f"Back in {application.stage_label}."}
    if not change_id:
        return {"text": "Moved."}
    said: dict[str, object] = {
        "text": f"Moved to {application.stage_label}.",
        "undo_url": f"/applications/{application.id}/stage/{change_id}/reversal",
        "undo_key": str(uuid.uuid4()),
        "card": application.id,
        "stage": before,
    }
    if fact_is_missing(db.session(), application):
        place, label = OFFERS[Stage(application.stage)]
        said |= {"offer_url": f"/applications/{application.id}/{place}", "offer_label": label}
    return said
