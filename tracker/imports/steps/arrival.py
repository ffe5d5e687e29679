"""A file that was put away is read: row by row into the database, from where it stopped."""

from datetime import datetime
from itertools import islice
from time import monotonic
from typing import Any

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.files import read_sheet
from tracker.imports.files.table import EMPTY, Table, Unreadable
from tracker.imports.steps import stored_file
from tracker.imports.steps.batch_size import BatchSize
from tracker.imports.steps.proposal import propose
from tracker.imports.steps.upload import AT_ONCE, staged_rows, stored_rows
from tracker.models.import_row import ImportRow
from tracker.models.imports import Import
from tracker.models.user import User

LONGEST_REASON = 500


def arrive(user: User, import_id: int, now: datetime, seconds: float) -> None:
    """Keep rows for so long, from where it stopped; then say how they might be read.

    What can't be read is kept as a reason; a file that was cut short has to be sent again.
    """
    brought = db.session.get(Import, import_id)
    if brought is None or brought.state != "arriving":
        return
    try:
        if not brought.total:
            with stored_file.opened(brought) as stream:
                table = read_sheet(stream, brought.sheet)
                if not _keep_rows(user, brought, table, seconds):
                    return
        _propose(user, import_id, now)
    except Unreadable as refused:
        fail(user, import_id, str(refused))


def _keep_rows(user: User, brought: Import, table: Table, seconds: float) -> bool:
    """Whether all are kept by now."""
    until, pace = monotonic() + seconds, BatchSize(AT_ONCE, seconds)
    import_id, sheet, done = brought.id, brought.sheet, brought.staged
    last = db.session.scalar(
        select(func.max(ImportRow.number)).where(ImportRow.import_id == import_id)
    )
    rows = staged_rows(user.id, import_id, table.rows())
    while part := list(islice(rows, pace.size)):
        part = [row for row in part if last is None or row["number"] > last]
        if not part:
            continue
        share = min(999, int(table.gauge.share * 1000))
        with pace.transaction(len(part)), writing() as session:
            told = {"staged": done + len(part), "share": share, "headers": list(table.headers)}
            if not _still_at(session, import_id, sheet, done, told):
                return False
            session.execute(insert(ImportRow), part, execution_options={"render_nulls": True})
        done += len(part)
        if monotonic() > until:
            return False
    if not done:
        raise Unreadable(EMPTY)
    with writing() as session:
        told = {"total": done, "share": 1000, "headers": list(table.headers)}
        return _still_at(session, import_id, sheet, done, told)


def _still_at(
    session: Session, import_id: int, sheet: str, done: int, told: dict[str, Any]
) -> bool:
    """False where somebody else went on, or another table was chosen."""
    moved = session.execute(
        update(Import)
        .where(
            Import.id == import_id,
            Import.state == "arriving",
            Import.sheet == sheet,
            Import.staged == done,
        )
        .values(**told)
        .execution_options(synchronize_session=False)
    )
    return bool(moved.rowcount == 1)  # type: ignore[attr-defined]


def _propose(user: User, import_id: int, now: datetime) -> None:
    """How the rows that were kept might be read."""
    db.session.rollback()
    brought = db.session.get_one(Import, import_id)
    sheet, done = brought.sheet, brought.staged
    table = Table(tuple(brought.headers), 0, lambda: stored_rows(import_id))
    mapping = propose(db.session(), user, table, now)
    told = {"state": "uploaded", "staged": 0, "mapping": mapping.as_json()}
    with writing(user) as session:
        arrived = _still_at(session, import_id, sheet, done, told)
    if arrived and len(brought.tables) < 2:
        stored_file.forget(import_id)


def fail(user: User, import_id: int, reason: str) -> None:
    """It can't be read; its rows go, and the reason is kept for the person."""
    stored_file.forget(import_id)
    with writing(user) as session:
        brought = session.get(Import, import_id)
        if brought is not None and brought.state == "arriving":
            gone = delete(ImportRow).where(ImportRow.import_id == import_id)
            session.execute(gone.execution_options(synchronize_session=False))
            brought.state, brought.reason = "failed", reason[:LONGEST_REASON]
            brought.total = brought.staged = 0
