"""An interview that an email put on another day, and its way back."""

from datetime import date, datetime
from typing import Any

from flask import session
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.changes.mails.from_mail_back import forget_words
from tracker.models.interview import Interview
from tracker.models.interview_plans import restore_dropped
from tracker.views.mail.way_back import check_left, taken_back, undo_of
from tracker.web.access import own, own_application

MOVED = "moved"
"""What the last one was that an email moved, in the person's own session."""
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
        "updated": row.updated_at.isoformat() if row.updated_at else "",
        "place": (row.place or "")[:LONGEST],
        "people": (row.people or "")[:LONGEST],
    }


def remember(stored: Session, was: dict[str, Any], row: Interview, at: datetime) -> str:
    """For as long as nothing else is moved; gives the address that undoes it."""
    session[MOVED] = was | {"id": row.id, "at": at.isoformat()}
    return undo_of(stored, "interviews", row, "move/reversal")


def reverse_move(interview_id: int) -> ResponseReturnValue:
    """The earlier day again, and the mail's words go; once, however often it is sent."""
    was = session.get(MOVED) or {}

    def take(stored: Session, at: datetime) -> Application:
        row = own(Interview, interview_id, stored)
        moved = datetime.fromisoformat(was["at"]) if was.get("id") == row.id else None
        if moved is None or row.updated_at != moved:
            raise ValueError("more has happened since")
        check_left(row)
        forget_words(stored, row.application_id, moved)
        restore_dropped(stored, row.application_id, moved, at)
        put_back(row, was)
        application = own_application(row.application_id, stored)
        application.touch(at)  # by which a calendar hears that it changed
        return application

    answer = taken_back(take)
    session.pop(MOVED, None)
    return answer


def put_back(row: Interview, was: dict[str, Any]) -> None:
    """As it was, with the moment by which what was planned for it is known."""
    row.on = date.fromisoformat(was["on"]) if was["on"] else None
    row.starts_at = datetime.fromisoformat(was["starts"]) if was["starts"] else None
    row.hour_known, row.minutes, row.kind = was["hour"], was["minutes"], was["kind"]
    row.outcome = was.get("outcome")
    for name in ("place", "people"):
        if len(was[name]) < LONGEST:
            setattr(row, name, was[name])
    row.updated_at = datetime.fromisoformat(was["updated"]) if was.get("updated") else None
