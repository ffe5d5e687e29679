"""An interview ahead that an email takes off: by calling it off, or by asking for a later time."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.models.changes.interviews import call_off
from tracker.models.interview import CANCELLED, POSTPONED, Interview
from tracker.views.applications.cancellation import DROPPED, SAID
from tracker.views.mail.interview_moves import remember, remembered
from tracker.web.toasts import undo_toast

DONE = {CANCELLED: "Marked as cancelled, with their words.", POSTPONED: SAID[POSTPONED]}


def cancel_by_email(
    session: Session, row: Interview, at: datetime, outcome: str = CANCELLED, planned: str = ""
) -> dict[str, Any]:
    """Says so, with its Undo; the email's words are kept already."""
    was = remembered(row)
    dropped = call_off(session, [row], at, outcome)
    undo = remember(session, was, row, at)
    text = f"{DONE[outcome]}{DROPPED if dropped else ''}{planned}"
    return {"toast": undo_toast(text, undo)}
