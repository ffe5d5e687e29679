"""A file arrives: its rows are kept as they stand, so that any process can go on with them."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from math import inf
from typing import Any

from sqlalchemy import delete, insert, select, update
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.files.choice import TableChoice
from tracker.imports.files.table import Row, Table
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.rows import fingerprint
from tracker.imports.reading.survey import count_questions
from tracker.imports.steps.batch_size import BatchSize
from tracker.imports.steps.stored_file import Measure
from tracker.models.changes.sweep_imports import sweep_imports
from tracker.models.import_row import ImportRow
from tracker.models.imports import Import
from tracker.models.user import User
from tracker.values.currency import of_country
from tracker.values.text import clean_line

AT_ONCE = 1_000
"""Rows in one transaction: others may write in between."""


def begin(
    session: Session, user: User, filename: str, table: Table, mapping: Mapping, now: datetime
) -> Import:
    """The import of a table at hand, without its rows; call inside `writing(user)`."""
    brought = _new(session, user, filename, now)
    brought.headers, brought.mapping = list(table.headers), mapping.as_json()
    brought.other_sheets, brought.sheet = list(table.left_unread), table.name
    session.add(brought)
    session.flush()
    return brought


def begin_file(
    session: Session, user: User, filename: str, found: TableChoice, file: Measure, now: datetime
) -> Import:
    """The import of a file that is to be kept first; call inside `writing(user)`."""
    brought = _new(session, user, filename, now)
    brought.size, brought.digest = file.size, file.digest
    brought.tables = [[each.name, each.rows, each.more] for each in found.candidates]
    choose_table(session, brought, found.candidates[0].name)
    if not found.sure:
        brought.state = "choosing"
    session.add(brought)
    session.flush()
    return brought


def _new(session: Session, user: User, filename: str, now: datetime) -> Import:
    sweep_imports(session, user.id, now)
    return Import(
        user_id=user.id, filename=kept_name(filename), headers=[], mapping={}, created_at=now
    )


def choose_table(session: Session, brought: Import, name: str) -> None:
    """Read this table of the file, from its first row."""
    if brought.id is not None:
        gone = delete(ImportRow).where(ImportRow.import_id == brought.id)
        session.execute(gone.execution_options(synchronize_session=False))
    brought.state, brought.sheet, brought.reason = "arriving", name, ""
    brought.headers, brought.mapping = [], {}
    brought.total = brought.staged = brought.share = 0
    brought.other_sheets = [each[0] for each in brought.tables or () if each[0] != name]


def kept_name(filename: str) -> str:
    """A file's name as it is shown."""
    return clean_line(filename)[-200:] or "A file without a name"


def is_same(session: Session, import_id: int, filename: str, file: Measure) -> bool:
    """Whether an import is of the very same file: a form sent twice, not another file later."""
    brought = session.get(Import, import_id)
    return brought is not None and (brought.filename, brought.digest) == (
        kept_name(filename),
        file.digest,
    )


def store_rows(user: User, import_id: int, table: Table) -> None:
    """Keep the rows; nothing reads them before the last has come."""
    rows = staged_rows(user.id, import_id, table.rows())
    total = 0
    pace = BatchSize(AT_ONCE, inf)
    while part := list(islice(rows, pace.size)):
        total += len(part)
        with pace.transaction(len(part)), writing() as session:
            if session.get(Import, import_id) is None:  # forgotten meanwhile
                return
            session.execute(insert(ImportRow), part, execution_options={"render_nulls": True})
    with writing(user) as session:
        session.execute(
            update(Import).where(Import.id == import_id).values(total=total, state="uploaded")
        )


def staged_rows(user_id: int, import_id: int, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
    """Rows with something in them, as they are kept, each with the earlier one that it repeats."""
    seen: dict[bytes, int] = {}
    for number, cells in rows:
        if any(cell and not cell.isspace() for cell in cells):
            earlier = seen.setdefault(fingerprint(cells), number)
            yield {
                "user_id": user_id,
                "import_id": import_id,
                "number": number,
                "cells": cells,
                "state": "raw",
                "reading": None,
                "double_of": earlier if earlier != number else None,
                "by_hand": False,
            }


def stored_rows(import_id: int) -> Iterator[Row]:
    """The rows as they stood in the file, in the order in which they came.

    By their number SQLite would sort them, all of them with their cells in memory.
    """
    rows = (
        select(ImportRow.number, ImportRow.cells)
        .where(ImportRow.import_id == import_id)
        .order_by(ImportRow.id)
        .execution_options(yield_per=AT_ONCE)
    )
    yield from db.session.execute(rows)


def currency_of(user: User) -> str:
    """What a bare number most likely means to this person."""
    return of_country(user.country) or "AUD"


def rematch(brought: Import, mapping: Mapping, today: date) -> None:
    """Statuses, dates and years once more, after columns were chosen otherwise."""
    mapping.settle(stored_rows(brought.id), today)
    count_questions(mapping, stored_rows(brought.id))
