"""An interview that was put on another day: what it was before, and its way back."""

from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from flask import Blueprint, abort, session
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import writing
from tracker.models.application import Application
from tracker.models.changes.mails.from_mail_back import forget_words
from tracker.models.interview import Interview
from tracker.models.interview_plans import restore_dropped
from tracker.models.note import Note
from tracker.values.formatting import TIME_TO_COME, clock, full_day
from tracker.web.access import me, own_application, own_on
from tracker.web.idempotency import once
from tracker.web.rendering import see_other
from tracker.web.toasts import say
from tracker.web.undo import BACK

MOVED = "moved"
"""What the last one was that was changed, in the person's own session."""
LONGEST = 600
"""Characters of a place or of names that a session holds."""
TOO_LATE = "More has happened since, so that can’t be undone."

blueprint = Blueprint(
    "interview_moves",
    __name__,
    url_prefix="/applications/<id:application_id>/interviews/<id:interview_id>/move",
)


@blueprint.post("/reversal")
def reverse(application_id: int, interview_id: int) -> ResponseReturnValue:
    """The earlier day again; words on how it went or what to ask stay."""
    at, user = now(), me()
    with writing(user, at) as stored:

        def make() -> int:
            row = own_on(Interview, interview_id, application_id, stored)
            try:
                return take_move_back(stored, row, at).id
            except ValueError:
                abort(409, description=TOO_LATE)

        once(stored, user, at, make)
    session.pop(MOVED, None)
    say(BACK)
    return see_other(f"/applications/{application_id}")


def remembered(row: Interview) -> dict[str, Any]:
    """What it is before the move."""
    return {
        "on": row.on.isoformat() if row.on else "",
        "starts": row.starts_at.isoformat() if row.starts_at else "",
        "hour": row.hour_known,
        "minutes": row.minutes,
        "kind": row.kind,
        "round": row.round,
        "outcome": row.outcome,
        "updated": row.updated_at.isoformat() if row.updated_at else "",
        "place": (row.place or "")[:LONGEST],
        "people": (row.people or "")[:LONGEST],
    }


def remember(was: dict[str, Any], row: Interview, at: datetime) -> str:
    """For as long as nothing else is moved; gives the address that undoes it."""
    session[MOVED] = was | {"id": row.id, "at": at.isoformat()}
    return f"/applications/{row.application_id}/interviews/{row.id}/move/reversal"


def take_move_back(stored: Session, row: Interview, at: datetime) -> Application:
    """As it was, without what was written down of the move; ValueError where more came since."""
    was = session.get(MOVED) or {}
    moved = datetime.fromisoformat(was["at"]) if was.get("id") == row.id else None
    if moved is None or row.updated_at != moved:
        raise ValueError("more has happened since")
    forget_words(stored, row.application_id, moved)
    restore_dropped(stored, row.application_id, moved, at)
    put_back(row, was)
    application = own_application(row.application_id, stored)
    application.touch(at)  # by which a calendar hears that it changed
    return application


def put_back(row: Interview, was: dict[str, Any]) -> None:
    """As it was, with the moment by which what was planned for it is known."""
    row.on = date.fromisoformat(was["on"]) if was["on"] else None
    row.starts_at = datetime.fromisoformat(was["starts"]) if was["starts"] else None
    row.hour_known, row.minutes, row.kind = was["hour"], was["minutes"], was["kind"]
    row.round, row.outcome = was.get("round", row.round), was.get("outcome")
    for name in ("place", "people"):
        if len(was[name]) < LONGEST:
            setattr(row, name, was[name])
    row.updated_at = datetime.fromisoformat(was["updated"]) if was.get("updated") else None


def note_new_time(
    application: Application, was: dict[str, Any], row: Interview, at: datetime, zone: ZoneInfo
) -> Note:
    """For the story: from which day to which."""
    words = f"Now it is {_when(row.on, row.begins, zone)}."
    if was["on"]:
        starts = datetime.fromisoformat(was["starts"]) if was["hour"] else None
        words = f"It was {_when(date.fromisoformat(was['on']), starts, zone, '')}. {words}"
    note = Note.beside(application, at, words)
    note.kept_as = MOVED
    return note


def _when(
    on: date | None, starts: datetime | None, zone: ZoneInfo, otherwise: str = f", {TIME_TO_COME}"
) -> str:
    day = full_day(on) if on else ""
    return f"{day}, {clock(starts, zone)}" if starts else f"{day}{otherwise}"
