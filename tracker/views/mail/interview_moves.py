"""An interview that an email put on another day, and its way back."""

from datetime import date, datetime
from typing import Any

from flask import abort, session
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.models.changes.from_mail import forget_words
from tracker.models.interview import Interview
from tracker.models.interview_plans import restore_dropped
from tracker.web.access import me, own
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say

MOVED = "moved"
"""What the last one was that an email moved, in the person's own session."""
TOO_LATE = "More has happened since, so that can’t be undone."
LONGEST = 600
"""Characters of a place or of names that a session holds."""


def remembered(row: Interview) -> dict[str, Any]:
    """What it is before the move."""
    return {
        "on": row.on.isoformat() if row.on else "",
        "starts": row.starts_at.isoformat() if row.starts_at else "",
        "hour": row.hour_known,
        "minutes": row.minutes,
        "kind": row.kind,
        "outcome": row.outcome,
        "place": (row.place or "")[:LONGEST],
        "people": (row.people or "")[:LONGEST],
    }


def remember(was: dict[str, Any], row: Interview, at: datetime) -> str:
    """For as long as nothing else is moved; gives the address that undoes it."""
    session[MOVED] = was | {"id": row.id, "at": at.isoformat()}
    return f"/mail/interviews/{row.id}/move/reversal"


def reverse_move(interview_id: int) -> ResponseReturnValue:
    """The earlier day again, and the mail's words go; once, however often it is sent."""
    at, user, was = now(), me(), session.get(MOVED) or {}
    with writing(user, at) as stored:

        def make() -> int:
            row = own(Interview, interview_id, stored)
            moved = datetime.fromisoformat(was["at"]) if was.get("id") == row.id else None
            if moved is None or row.updated_at != moved:
                abort(409, description=TOO_LATE)
            forget_words(stored, row.application_id, moved)
            restore_dropped(stored, row.application_id, moved, at)
            put_back(row, was, at)
            return row.application_id

        application_id, _ = once(stored, user, at, make)
    session.pop(MOVED, None)
    say("Undone.")
    return see_other(f"/applications/{application_id}")


def put_back(row: Interview, was: dict[str, Any], at: datetime) -> None:
    """As it was; a calendar hears that it changed."""
    row.on = date.fromisoformat(was["on"]) if was["on"] else None
    row.starts_at = datetime.fromisoformat(was["starts"]) if was["starts"] else None
    row.hour_known, row.minutes, row.kind = was["hour"], was["minutes"], was["kind"]
    row.outcome = was.get("outcome")
    for name in ("place", "people"):
        if len(was[name]) < LONGEST:
            setattr(row, name, was[name])
    row.updated_at = at
