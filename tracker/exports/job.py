"""Making a file in a request of its own: it can be left, and begun again where it died.

Who makes one has a lease on it, renewed with each word on how far it is; whoever comes after a
silence of a minute takes over, and the first one's work is thrown away.
"""

import logging
from datetime import date, datetime, timedelta

from flask import current_app
from sqlalchemy.orm import Session

from tracker.clock import now
from tracker.database import optional_write, writing
from tracker.database.faults import is_busy, is_full
from tracker.exports.formats import FORMATS
from tracker.exports.request import CannotMake, ExportRequest
from tracker.extensions import db
from tracker.models.export import Export
from tracker.models.user import User
from tracker.sharing.selection import Selection
from tracker.values.date_range import DateRange
from tracker.values.days import day_of

EVERY = timedelta(seconds=0.5)
"""How often it says how far it is."""
BROKE = "Something broke on our side while it was made. Try it once more."
FULL = "The server’s disk is full. Tell the owner of the server, then try again."
BUSY = "The server was too busy. Try it once more."
log = logging.getLogger("onward")


class Overtaken(Exception):
    """Somebody else makes it by now, or it was deleted."""


def create_export(session: Session, user: User, wanted: ExportRequest, at: datetime) -> Export:
    """A file to be made; inside `writing(user)`."""
    Export.forget_old(session, at)
    Export.make_room(session, user.id)
    kept = {"span": wanted.span.name, "options": dict(wanted.options)}
    export = Export(
        user_id=user.id,
        format=wanted.format,
        choice=wanted.choice.as_json() | kept,
        first_day=wanted.span.first,
        last_day=wanted.span.last,
        filename=filename(wanted.format, day_of(at, user.zone)),
        media_type=FORMATS[wanted.format].media_type,
        created_at=at,
    )
    session.add(export)
    session.flush()
    return export


def filename(name: str, day: date) -> str:
    """Such as onward-report-2026-11-25.pdf: nothing of the person's, and safe everywhere."""
    return f"{FORMATS[name].stem}-{day.isoformat()}{FORMATS[name].suffix}"


def request_of(export: Export) -> ExportRequest:
    """What was asked for, as it was kept."""
    kept = export.choice
    span = DateRange(str(kept.get("span", "all")), export.first_day, export.last_day)
    return ExportRequest(export.format, Selection.from_json(kept), span, kept.get("options") or {})


def run_job(user: User, export_id: int) -> None:
    """Make it, unless it is made or somebody is at it; what goes wrong is kept in words."""
    at = now()
    with writing() as session:
        if not Export.take(session, export_id, at):
            return
    lease = Lease(export_id, at)
    try:
        content = _make(user, export_id, lease)
        lease.end(state="made", content=content, size=len(content), done=100)
    except Overtaken:
        db.session.rollback()
    except Exception as error:
        db.session.rollback()
        if not isinstance(error, CannotMake):
            log.error("an export broke", exc_info=error)
        with optional_write(patient=True):
            lease.end(state="failed", reason=_reason(error))


def _make(user: User, export_id: int, lease: "Lease") -> bytes:
    """The bytes; the read that they came from is over."""
    session = db.session()
    wanted = request_of(session.get_one(Export, export_id))
    content = FORMATS[wanted.format].make(session, user, wanted, now(), lease)
    session.rollback()
    return content


def _reason(error: Exception) -> str:
    """Words for the person."""
    if isinstance(error, CannotMake):
        return str(error)
    if is_full(error):
        return FULL
    return BUSY if is_busy(error) else BROKE


class Lease:
    """The right to make one; called with how far it is, it says so now and then."""

    def __init__(self, export_id: int, taken_at: datetime) -> None:
        self.export_id, self.taken_at = export_id, taken_at

    def __call__(self, done: int) -> None:
        """In a session of its own, so that the one that reads goes on. Raises Overtaken."""
        at = now()
        if at - self.taken_at < EVERY:
            return
        with current_app.app_context(), optional_write():
            self.end(done=done, taken_at=at)
            self.taken_at = at

    def end(self, **values: object) -> None:
        """Write it down. Raises Overtaken."""
        with writing() as session:
            if not Export.go_on(session, self.export_id, self.taken_at, values):
                raise Overtaken
