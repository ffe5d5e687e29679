"""Reading the kept rows under a mapping, step by step: what is new, there already, unclear."""

from collections.abc import Sequence
from datetime import datetime
from time import monotonic
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.reading.mapping import Mapping
from tracker.imports.steps.match_rows import RowMatcher
from tracker.imports.steps.row_reader import NOT_THERE, compared, kept_readings, reader
from tracker.models.import_row import ImportRow
from tracker.models.imports import Import
from tracker.models.user import User

AT_ONCE = 2_000
UNDECIDED = ("raw", "ready", "already_there", "changed", "likely_double", "needs_a_look")


def begin(session: Session, brought: Import, mapping: Mapping) -> None:
    """Read all rows anew, but for those that the person decided about or that have landed."""
    brought.mapping = mapping.as_json()
    again(session, brought, UNDECIDED)


def again(session: Session, brought: Import, states: Sequence[str]) -> None:
    """Read the rows in these states anew."""
    session.execute(
        update(ImportRow)
        .where(
            ImportRow.import_id == brought.id,
            ImportRow.state.in_(states),
            ImportRow.by_hand.is_(False),
        )
        .values(state="raw", application_id=None, lead_id=None, changes=None)
        .execution_options(synchronize_session=False)
    )
    brought.state = "staging"
    brought.staged = 0


def stage_rows(user: User, import_id: int, now: datetime, seconds: float) -> None:
    """Read rows for so long; then they wait, or join those that have landed before."""
    until = monotonic() + seconds
    brought = db.session.get(Import, import_id)
    if brought is None or brought.state != "staging":
        return
    row_reader = reader(user, brought, Mapping.from_json(brought.mapping), now, anew=False)
    done = brought.staged
    while rows := _next(import_id):
        changes = row_reader.read_all(rows)
        with writing() as session:
            if not _advance(session, import_id, done, len(rows)):
                return
            session.execute(update(ImportRow), changes)
        done += len(rows)
        if monotonic() > until:
            return
    _compare_the_rest(user, import_id, row_reader.known)
    with writing(user) as session:
        brought = session.get(Import, import_id)
        if brought is not None and brought.state == "staging":
            brought.state = "landing" if brought.landed_at and not brought.undone_at else "staged"


def _compare_the_rest(user: User, import_id: int, known: RowMatcher) -> None:
    """Rows that were not the same in every cell: which of them are there all the same?"""
    if not known:
        return
    session = db.session()
    new = (
        ImportRow.import_id == import_id,
        ImportRow.state.in_(NOT_THERE),
        ImportRow.by_hand.is_(False),
        ImportRow.application_id.is_(None),
        ImportRow.lead_id.is_(None),
    )
    there = known.assign(kept_readings(session, *new))
    for changes in compared(
        session, user, there, lambda ids: dict(kept_readings(session, ImportRow.id.in_(ids)))
    ):
        with writing() as writer:
            brought = writer.get(Import, import_id)
            if brought is None or brought.state != "staging":
                return
            writer.execute(update(ImportRow), changes)


def _next(import_id: int) -> Sequence[Any]:
    return db.session.execute(
        select(ImportRow.id, ImportRow.number, ImportRow.cells, ImportRow.double_of)
        .where(ImportRow.import_id == import_id, ImportRow.state == "raw")
        .order_by(ImportRow.number)
        .limit(AT_ONCE)
    ).all()


def _advance(session: Session, import_id: int, done: int, count: int) -> bool:
    """False where another process has taken this step already."""
    moved = session.execute(
        update(Import)
        .where(Import.id == import_id, Import.staged == done, Import.state == "staging")
        .values(staged=done + count)
        .execution_options(synchronize_session=False)
    )
    return bool(moved.rowcount == 1)  # type: ignore[attr-defined]
