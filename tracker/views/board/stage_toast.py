"""What is said after a move, with the one thing that the stage is about."""

import uuid

from tracker.extensions import db
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.position import Placement
from tracker.models.changes.stage_fact import fact_is_missing
from tracker.models.reads.board import Board
from tracker.models.stage_change import StageChange
from tracker.web.paging import address
from tracker.web.toasts import named

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


def toast_of_undo(application: Application, back: str) -> dict[str, object]:
    """What is said of a move that was taken back."""
    return {"text": f"{_named(application)} is {back}."}


def toast_of_order(application: Application, stood: Placement | None) -> dict[str, object]:
    """What is said of another place in the same column, with the way back where it is known."""
    said: dict[str, object] = {
        "text": f"{_named(application)} moved to {place_in_column(application)}."
    }
    beside = {name: card for name, card in vars(stood).items() if card} if stood else {}
    if beside:
        path = f"/applications/{application.id}/stage/place/reversal"
        said |= _undo(application, address(path, beside), application.stage)
    return said


def toast_of_move(application: Application, change: StageChange) -> dict[str, object]:
    """The words after a move, with the one thing that the stage is about."""
    said: dict[str, object] = {"text": f"{_named(application)} moved to {application.stage_label}."}
    path = f"/applications/{application.id}/stage/{change.id}/reversal"
    said |= _undo(application, path, change.before)
    if fact_is_missing(db.session(), application):
        place, label = OFFERS[Stage(application.stage)]
        said |= {"offer_url": f"/applications/{application.id}/{place}", "offer_label": label}
    return said


def _undo(application: Application, url: str, stage: str | None) -> dict[str, object]:
    return {
        "undo_url": url,
        "undo_key": str(uuid.uuid4()),
        "card": application.id,
        "stage": stage,
    }


def _named(application: Application) -> str:
    return named(application.role)
