"""Old imports are let go: what was never added, and what their rows held."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, delete, or_, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.import_row import ImportRow
from tracker.models.imports import WHOLE_ACCOUNT, Import, ImportFile
from tracker.models.lead import Lead

CELLS_KEPT = timedelta(days=30)


def sweep_imports(session: Session, user_id: int, now: datetime) -> None:
    """Let go of old imports that were never added, or were undone; and of the rows of others,
    but for those that still wait for somebody.
    """
    session.execute(delete(Import).where(Import.user_id == user_id, _left(now - CELLS_KEPT)))
    _forget_samples(session, user_id, now - CELLS_KEPT)
    settled = select(Import.id).where(
        Import.user_id == user_id, Import.state == "landed", Import.created_at < now - CELLS_KEPT
    )
    session.execute(delete(ImportRow).where(ImportRow.import_id.in_(settled), _bereft()))
    old = select(Import.id).where(
        Import.user_id == user_id, Import.state == "landed", Import.landed_at < now - CELLS_KEPT
    )
    session.execute(
        delete(ImportRow).where(
            ImportRow.import_id.in_(old),
            ImportRow.state.in_(("landed", "already_there", "taken")),
        )
    )
    read = select(Import.id).where(
        Import.user_id == user_id,
        or_(Import.state.in_(("landed", "undone", "failed")), Import.created_at < now - CELLS_KEPT),
    )
    session.execute(delete(ImportFile).where(ImportFile.import_id.in_(read)))


def _forget_samples(session: Session, user_id: int, before: datetime) -> None:
    """What stood in some cells, by which a person told the columns apart."""
    old = select(Import).where(
        Import.user_id == user_id, Import.state == "landed", Import.landed_at < before
    )
    for brought in session.scalars(old):
        columns = brought.mapping.get("columns", [])
        if any(column.get("samples") for column in columns):
            bare = [column | {"samples": []} for column in columns]
            brought.mapping = brought.mapping | {"columns": bare}


def _left(before: datetime) -> ColumnElement[bool]:
    """That nothing came of, and nobody is at."""
    never = ("choosing", "arriving", "uploaded", "staging", "staged", "failed", WHOLE_ACCOUNT)
    return or_(
        and_(Import.state.in_(never), Import.landed_at.is_(None), Import.created_at < before),
        and_(Import.state == "undone", Import.undone_at < before),
    )


def _bereft() -> ColumnElement[bool]:
    """Rows whose application or lead was deleted for good."""
    applications, leads = select(Application.id), select(Lead.id)
    return or_(
        and_(ImportRow.application_id.is_not(None), ImportRow.application_id.not_in(applications)),
        and_(ImportRow.lead_id.is_not(None), ImportRow.lead_id.not_in(leads)),
    )
