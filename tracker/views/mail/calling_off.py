"""An interview ahead that an email takes off: by calling it off, or by asking for a later time."""

from datetime import datetime
from typing import Any

from sqlalchemy.orm import Session

from tracker.models.changes.interviews import call_off
from tracker.models.interview import CANCELLED, POSTPONED, Interview
from tracker.views.applications.cancellation import DROPPED, SAID
from tracker.views.applications.interview_moves import remembered
from tracker.views.mail.interview_moves import remember
from tracker.web.toasts import undo_toast

DONE = {CANCELLED: "Marked as cancelled, with their words.", POSTPONED: SAID[POSTPONED]}
WAITS = "Saved, with their words. The interview waits for its new time."
"""Of one that they cancelled with a word that they will name another time."""


def cancel_by_email(
    session: Session,
    row: Interview,
    at: datetime,
    outcome: str = CANCELLED,
    planned: str = "",
    said: str = "",
) -> dict[str, Any]:
    """Says so, with its Undo; the email's words are kept already."""
    was = remembered(row)
    dropped = call_off(session, [row], at, outcome)
    undo = remember(session, was, row, at)
    text = f"{said or DONE[outcome]}{DROPPED if dropped else ''}{planned}"
    return {"toast": undo_toast(text, undo)}
