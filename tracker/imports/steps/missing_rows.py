"""Rows of a sheet, as it was brought before, that are no longer in it."""

from typing import Any

from sqlalchemy import ColumnElement, Select, false, func, not_, or_, select
from sqlalchemy.orm import Session

from tracker.imports.reading.earlier_mapping import same_columns
from tracker.models.application import Application
from tracker.models.import_row import ImportRow, KnownRow
from tracker.models.imports import Import
from tracker.models.lead import Lead

LOOKED_THROUGH = 20
"""Earlier imports."""


def no_longer_there(session: Session, brought: Import) -> int:
    """How many; none where more than half is missing: then it is likely another sheet."""
    earlier = _earlier(session, brought)
    if earlier is None:
        return 0
    here = (ImportRow.import_id == brought.id, ImportRow.user_id == brought.user_id)
    found = _in(
        select(ImportRow.application_id).where(*here, ImportRow.application_id.is_not(None)),
        select(ImportRow.lead_id).where(*here, ImportRow.lead_id.is_not(None)),
    )
    binned = _in(
        *(
            select(model.id).where(model.user_id == brought.user_id, model.deleted_at.is_not(None))
            for model in (Application, Lead)
        )
    )
    known = select(func.count(KnownRow.id)).where(KnownRow.user_id == brought.user_id)
    gone = known.where(KnownRow.import_id == earlier, not_(found), not_(binned))
    there = known.where(KnownRow.import_id.in_((earlier, brought.id)), found)
    missing = session.scalar(gone) or 0
    return missing if missing <= (session.scalar(there) or 0) else 0


def _in(applications: Select[Any], leads: Select[Any]) -> ColumnElement[bool]:
    either = or_(KnownRow.application_id.in_(applications), KnownRow.lead_id.in_(leads))
    return func.coalesce(either, false())


def _earlier(session: Session, brought: Import) -> int | None:
    """The last one before it with the same columns."""
    before = (
        select(Import.id, Import.headers)
        .where(Import.user_id == brought.user_id, Import.id < brought.id, Import.state == "landed")
        .order_by(Import.id.desc())
        .limit(LOOKED_THROUGH)
    )
    alike = (n for n, names in session.execute(before) if same_columns(names, brought.headers))
    return next(alike, None)
