"""Taking a whole import back; what was changed since is kept until the person says otherwise."""

from collections.abc import Sequence
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy import Select, and_, delete, or_, select, update
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.steps.batch_size import BatchSize
from tracker.imports.steps.edited import changed
from tracker.imports.steps.take_back import take_rows_back
from tracker.models.application import Application
from tracker.models.changes.bin import destroy
from tracker.models.import_row import ADDED, ImportRow
from tracker.models.imports import Import
from tracker.models.lead import Lead
from tracker.models.user import User

AT_ONCE = 1_000


def changed_applications(import_id: int) -> Select[Application]:
    """Applications of an import that were changed since."""
    return (
        select(Application)
        .join(
            ImportRow,
            and_(
                ImportRow.application_id == Application.id,
                ImportRow.user_id == Application.user_id,
            ),
        )
        .where(ImportRow.import_id == import_id, ImportRow.state.in_(ADDED), changed())
        .order_by(Application.updated_at.desc(), Application.id.desc())
    )


def converted_leads(import_id: int) -> Select[Lead]:
    """Leads of an import that became applications since."""
    return (
        select(Lead)
        .join(ImportRow, and_(ImportRow.lead_id == Lead.id, ImportRow.user_id == Lead.user_id))
        .where(ImportRow.import_id == import_id, ImportRow.state.in_(ADDED))
        .where(Lead.application_id.is_not(None))
        .order_by(Lead.id.desc())
    )


def begin(session: Session, brought: Import, everything: bool) -> None:
    """Set aside what is kept; the rest goes in steps."""
    brought.state, brought.staged = "undoing", 0
    rows = update(ImportRow).where(ImportRow.import_id == brought.id)
    if everything:
        back = rows.where(ImportRow.state == "kept").values(state="landed")
        session.execute(back.execution_options(synchronize_session=False))
        return
    spare = or_(
        ImportRow.application_id.in_(
            changed_applications(brought.id).with_only_columns(Application.id).order_by(None)
        ),
        ImportRow.lead_id.in_(
            converted_leads(brought.id).with_only_columns(Lead.id).order_by(None)
        ),
    )
    keep = rows.where(ImportRow.state == "landed", spare).values(state="kept")
    session.execute(keep.execution_options(synchronize_session=False))


def undo_rows(user: User, import_id: int, now: datetime, seconds: float) -> None:
    """Take applications back for so long; the rows wait, ready to be brought in once more."""
    until = monotonic() + seconds
    pace = BatchSize(AT_ONCE, seconds)
    while rows := _landed(import_id, pace.size):
        with pace.transaction(len(rows)), writing(user) as session:
            brought = session.get(Import, import_id)
            if brought is None or brought.state != "undoing":
                return
            _take_back(session, user.id, rows)
        if monotonic() > until:
            return
    if not take_rows_back(user, import_id, now, until):
        return
    with writing(user) as session:
        brought = session.get(Import, import_id)
        if brought is not None and brought.state == "undoing":
            brought.state, brought.undone_at = "undone", now
            brought.added = brought.counts(session)["kept"]


def _landed(import_id: int, count: int) -> Sequence[Any]:
    return db.session.execute(
        select(ImportRow.id, ImportRow.application_id, ImportRow.lead_id)
        .where(ImportRow.import_id == import_id, ImportRow.state == "landed")
        .order_by(ImportRow.number)
        .limit(count)
    ).all()


def _take_back(session: Session, user_id: int, rows: Sequence[Any]) -> None:
    destroy(session, user_id, [application for _, application, _ in rows if application])
    leads = [lead for _, _, lead in rows if lead]
    for part in (leads[start : start + 500] for start in range(0, len(leads), 500)):
        mine = (Lead.user_id == user_id, Lead.id.in_(part))
        taken = select(Lead.application_id).where(*mine, Lead.application_id.is_not(None))
        destroy(session, user_id, [number for number in session.scalars(taken) if number])
        gone = delete(Lead).where(*mine)
        session.execute(gone.execution_options(synchronize_session=False))
    session.execute(
        update(ImportRow),
        [{"id": row[0], "state": "ready", "application_id": None, "lead_id": None} for row in rows],
    )
