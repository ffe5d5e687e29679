"""What is said once a no is kept, with the way back."""

from datetime import date, datetime
from urllib.parse import urlencode

from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.changes.closing import latest_closing
from tracker.models.rejection import Rejection
from tracker.models.stage_change import StageChange
from tracker.web.toasts import undo_toast

KEPT = "Saved, and moved to Rejected."
"""The page that comes after it says the rest."""


def rejection_toast(
    application: Application, change: StageChange | None, bare: Rejection | None
) -> dict[str, object]:
    """Kind words, and a way back for the move; facts stay, but for the bare one of a single tap."""
    if change is None or change.after != application.stage:
        return {"text": "Saved."}
    undo = f"/applications/{application.id}/stage/{change.id}/reversal"
    if bare is not None:
        undo = f"/applications/{application.id}/rejection/{bare.id}/reversal"
    return undo_toast(KEPT, undo) | {"card": application.id, "stage": change.before}


def undo_of_taking_back(
    application: Application, row: Rejection, away: datetime | None, on: date | None
) -> dict[str, object]:
    """An Undo that puts the card away again, on the day it was."""
    was = urlencode({"at": away.isoformat() if away is not None else "", "on": on or ""})
    undo = f"/applications/{application.id}/rejection/{row.id}/reversal?{was}"
    return undo_toast(KEPT, undo)


def offer_to_reopen(
    session: Session, application: Application, yes_at: datetime | None
) -> dict[str, object]:
    """For a toast: the others that were closed for a job that is theirs no more."""
    closed_at = latest_closing(session, application.user_id, yes_at) if yes_at else None
    if closed_at is None:
        return {}
    at = urlencode({"at": closed_at.isoformat()})
    url = f"/applications/{application.id}/offer/accepted/others?{at}"
    return {"offer_url": url, "offer_label": "Open the others again"}
