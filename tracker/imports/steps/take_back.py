"""Taking back what was taken over from a sheet, but for what was changed here since."""

from collections.abc import Iterator
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.steps import take_back_facts, take_back_status
from tracker.imports.steps.remember import known_of
from tracker.imports.steps.take_back_facts import TakenChange, UndoContext
from tracker.models.application import Application
from tracker.models.import_row import ImportRow, KnownRow
from tracker.models.imports import Import
from tracker.models.user import User

AT_ONCE = 10
"""Rows in one transaction: each is several changes, and others write in between."""
TAKEN: dict[str, TakenChange] = {
    "facts": take_back_facts.TakenFacts(),
    "lead": take_back_facts.LeadFacts(),
    "applied": take_back_facts.Applied(),
    "held": take_back_facts.Held(),
    "interview": take_back_facts.Talk(),
    "note": take_back_facts.TakenWords(),
    "move": take_back_status.Move(),
    "alive": take_back_status.Alive(),
    "no": take_back_status.No(),
    "no_facts": take_back_status.NoFacts(),
    "offer": take_back_status.TakenOffer(),
    "offer_on": take_back_status.OfferDay(),
    "archive": take_back_status.PutAway(),
    "put_back": take_back_status.PutBack(),
}
"""By what was noted when it was done."""
MOVES = ("move", "alive", "no", "offer", "archive")


def taken_rows(import_id: int) -> Select[ImportRow]:
    """Rows of which something was taken over."""
    return ImportRow.of(import_id, ("taken",))


def changed_since(session: Session, user: User, import_id: int) -> Iterator[Application]:
    """Applications of which something that was taken over was changed here since."""
    context = UndoContext(session, user, user.created_at)
    for row in ImportRow.by_part(session, import_id, ("taken",)):
        steps = row.taken["done"] if row.taken else []
        application = session.get(Application, row.application_id or 0)
        if application is None or application.deleted_at is not None:
            continue
        if not all(TAKEN[done["what"]].stands(context, row, done) for done in _last_moves(steps)):
            yield application


def _last_moves(steps: list[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """What has to stand: of several moves the last, as those before it come up by its undo."""
    moves = [done["change"] for done in steps if done.get("change") is not None]
    return (done for done in steps if done.get("change") in (None, *moves[-1:]))


def take_rows_back(user: User, import_id: int, now: datetime, until: float) -> bool:
    """Take back for so long; False where there is more than there was time for."""
    while _is_more(import_id):
        with writing(user, now) as session:
            brought = session.get(Import, import_id)
            if brought is None or brought.state != "undoing":
                return False
            for row in session.scalars(taken_rows(import_id).limit(AT_ONCE)).all():
                take_back(session, user, row, now)
        if monotonic() > until:
            return not _is_more(import_id)
    return True


def take_back(session: Session, user: User, row: ImportRow, now: datetime) -> None:
    """What was done last goes first; what was changed since stays, and is written down."""
    if row.taken is None:  # of an account that came in as a file
        row.state = "taken_kept"
        return
    _forget(session, known_of(session, row), row.taken.get("known"))
    context = UndoContext(session, user, now)
    stays: list[dict[str, Any]] = []
    for done in reversed(row.taken["done"]):
        kind = TAKEN[done["what"]]
        moved_on = done["what"] == "put_back" and any(each["what"] in MOVES for each in stays)
        if not moved_on and kind.stands(context, row, done):
            kind.take_back(context, row, done)
            session.flush()
        else:
            stays.insert(0, done)
    row.taken = {**row.taken, "done": stays} if stays else None
    row.state = "taken_kept" if stays else "changed"


def _forget(session: Session, known: KnownRow | None, before: dict[str, Any] | None) -> None:
    """What the sheet said before that is what it said last: it may be brought again."""
    if known is None:
        return
    if before is None:
        session.delete(known)
    else:
        known.said, known.cells = before["said"], before["cells"]
        if known.lead_id is not None:
            known.application_id = None
    session.flush()


def _is_more(import_id: int) -> bool:
    rows = select(ImportRow.id).where(ImportRow.import_id == import_id, ImportRow.state == "taken")
    return db.session.scalar(rows.limit(1)) is not None
