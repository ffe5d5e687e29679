"""Taking over what has changed in a sheet, by the same verbs as a person's own change."""

from collections.abc import Sequence
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.reading.rows import ReadRow
from tracker.imports.steps import take_facts, take_status
from tracker.imports.steps.compare import propose_for_row
from tracker.imports.steps.existing import Existing
from tracker.imports.steps.remember import known_of, remember
from tracker.imports.steps.row_update import RowUpdate
from tracker.models.application import Application
from tracker.models.import_row import ImportRow
from tracker.models.imports import Import
from tracker.models.lead import Lead
from tracker.models.user import User

AT_ONCE = 10
"""Rows in one transaction: each is several changes, and others write in between."""


def begin(session: Session, brought: Import) -> None:
    """All rows of which something is wanted; the others go on waiting."""
    for row in ImportRow.by_part(session, brought.id, ("changed",)):
        if _is_wanted(row):
            row.state = "taking"


def is_all_unticked(session: Session, brought: Import) -> bool:
    """Whether rows wait, and of none of them anything is wanted."""
    wanted = [_is_wanted(row) for row in ImportRow.by_part(session, brought.id, ("changed",))]
    return bool(wanted) and not any(wanted)


def _is_wanted(row: ImportRow) -> bool:
    return any(each.get("take") for each in row.changes or ())


def choose(row: ImportRow, wanted: Sequence[str]) -> None:
    """Tick these of a row's changes, and no others."""
    row.changes = [{**each, "take": each["name"] in wanted} for each in row.changes or ()]


def take_rows(user: User, import_id: int, now: datetime, until: float) -> bool:
    """Take over for so long; False where more is to be taken than there was time for."""
    while _taking(import_id):
        with writing(user, now) as session:
            brought = session.get(Import, import_id)
            if brought is None or brought.state != "landing":
                return False
            rows = session.scalars(ImportRow.of(import_id, ("taking",)).limit(AT_ONCE)).all()
            for row in rows:
                take(session, user, row, now)
        if monotonic() > until:
            return not _taking(import_id)
    return True


def take(session: Session, user: User, row: ImportRow, now: datetime) -> None:
    """Take over what is ticked of one row, unless what is here was changed meanwhile."""
    known = known_of(session, row)
    there = Existing(row.application_id, row.lead_id if not row.application_id else None, [])
    there.known_row = known.id if known else None
    read = ReadRow.from_json(row.reading or {"number": row.number})
    fresh = propose_for_row(session, user, read, there)
    wanted = [each for each in row.changes or () if each.get("take")]
    if any(_shown(each) not in map(_shown, fresh) for each in wanted):
        row.state, row.changes = ("changed", fresh) if fresh else ("already_there", None)
        if not fresh:
            remember(session, [row])
        return
    before = {"said": known.said, "cells": known.cells} if known else None
    update = RowUpdate(session, user, now, read, row.import_id, known.said if known else {})
    names = [each["name"] for each in wanted]
    _take(update, row, names)
    row.taken = {"done": update.done, "known": before}
    row.state = "taken"
    session.flush()
    remember(session, [row])


def _take(update: RowUpdate, row: ImportRow, names: Sequence[str]) -> None:
    session = update.session
    if row.application_id is None:
        lead = session.get_one(Lead, row.lead_id)
        if "applied" in names:
            row.application_id = take_facts.apply(update, lead)
            take_status.take_all(update, session.get_one(Application, row.application_id))
            del update.done[1:]  # all of it goes with the application
        else:
            take_facts.change_lead(update, lead, names)
        return
    application = session.get_one(Application, row.application_id)
    take_facts.change(update, application, names)
    for name in names:
        if name.startswith("interview:"):
            take_facts.hold(update, application, name)
    if "status" in names:
        take_status.take(update, application)
    take_status.details(update, application, names)
    if "notes" in names:
        take_facts.add_notes(update, application)
    if "private_notes" in names:
        take_facts.add_notes(update, application, private=True)


def _shown(change: dict[str, Any]) -> tuple[Any, ...]:
    return change.get("name"), change.get("here"), change.get("sheet")


def _taking(import_id: int) -> bool:
    row = select(ImportRow.id).where(ImportRow.import_id == import_id, ImportRow.state == "taking")
    return db.session.scalar(row.limit(1)) is not None
