"""A file arrives: its rows are kept as they stand, so that any process can go on with them."""

import json
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from typing import Any

from sqlalchemy import insert, select, update
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.extensions import db
from tracker.imports.files.table import Row, Table
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.rows import fingerprint
from tracker.imports.reading.survey import count_questions
from tracker.models.imports import Import, ImportRow
from tracker.models.user import User
from tracker.values.currency import of_country
from tracker.values.text import clean_line

AT_ONCE = 2_500
"""Rows in one transaction: others may write in between."""


def begin(
    session: Session, user: User, filename: str, table: Table, mapping: Mapping, now: datetime
) -> Import:
    """The import itself, without its rows; call inside `writing(user)`."""
    Import.sweep(session, user.id, now)
    brought = Import(
        user_id=user.id,
        filename=kept_name(filename),
        headers=list(table.headers),
        mapping=mapping.as_json(),
        other_sheets=list(table.left_unread),
        created_at=now,
    )
    session.add(brought)
    session.flush()
    return brought


def kept_name(filename: str) -> str:
    """A file's name as it is shown."""
    return clean_line(filename)[-200:] or "A file without a name"


def is_same(session: Session, import_id: int, filename: str, mapping: Mapping) -> bool:
    """Whether an import is of the very same file: a form sent twice, not another file later."""
    brought = session.get(Import, import_id)
    same = json.loads(json.dumps(mapping.as_json()))
    return brought is not None and (brought.filename, brought.mapping) == (
        kept_name(filename),
        same,
    )


def store_rows(user: User, import_id: int, table: Table) -> None:
    """Keep the rows; nothing reads them before the last has come."""
    rows = _kept(user.id, import_id, table.rows())
    total = 0
    while part := list(islice(rows, AT_ONCE)):
        total += len(part)
        with writing() as session:
            if session.get(Import, import_id) is None:  # forgotten meanwhile
                return
            session.execute(insert(ImportRow), part, execution_options={"render_nulls": True})
    with writing(user) as session:
        session.execute(
            update(Import).where(Import.id == import_id).values(total=total, state="uploaded")
        )


def _kept(user_id: int, import_id: int, rows: Iterable[Row]) -> Iterator[dict[str, Any]]:
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
    """The rows as they stood in the file, in order."""
    rows = (
        select(ImportRow.number, ImportRow.cells)
        .where(ImportRow.import_id == import_id)
        .order_by(ImportRow.number)
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
