"""JSON: everything that is the person's, to keep or to bring to another Onward (docs/json.md)."""

import base64
import json
from collections.abc import Callable, Iterator
from datetime import date, datetime
from io import BytesIO
from typing import Any

from sqlalchemy import Date, LargeBinary, select
from sqlalchemy.orm import Session

from tracker.account_file import FORMAT, VERSION
from tracker.account_file.tables import ORDER, PERSON, PRIVATE, TABLES, FileTable
from tracker.exports.request import ExportRequest, ProgressCallback
from tracker.models.base import UtcDateTime
from tracker.models.imports import WHOLE_ACCOUNT
from tracker.models.user import User
from tracker.paths import version
from tracker.sharing.selection import SharedPart

AT_ONCE = 1_000
COLUMN = Callable[[Any], Any]


def make(
    session: Session, user: User, wanted: ExportRequest, now: datetime, told: ProgressCallback
) -> bytes:
    """The whole file, whatever the span and the parts are; private writing has to be ticked."""
    private = SharedPart.PRIVATE in wanted.choice
    file = BytesIO()
    head = {
        "format": FORMAT,
        "version": VERSION,
        "made_by": f"Onward {version()}",
        "made_at": now.isoformat(),
        "private_writing": private,
        "user": person_facts(session, user),
    }
    file.write(dumped(head)[:-1] + b',\n"tables":{')
    for number, name in enumerate(ORDER):
        file.write(b",\n" if number else b"\n")
        file.write(dumped(name) + b":[")
        _write(file, table_rows(session, TABLES[name], user.id, private))
        told(100 * (number + 1) // len(ORDER))
    file.write(b"\n}}\n")
    return file.getvalue()


def person_facts(session: Session, user: User) -> dict[str, Any]:
    """The facts of the person."""
    row = session.execute(select(*PERSON).where(User.id == user.id)).one()
    return {
        column.name: column_writer(column)(value) for column, value in zip(PERSON, row, strict=True)
    }


def table_rows(
    session: Session, kept: FileTable, user_id: int, private: bool
) -> Iterator[dict[str, Any]]:  # fmt: skip
    """The rows of one table in the order in which they were made."""
    if kept.name in PRIVATE and not private:
        return
    names = [column.name for column in kept.columns]
    made = [column_writer(column) for column in kept.columns]
    every = 1 if kept.name == "documents" else AT_ONCE
    found = (
        session.connection()
        .execution_options(yield_per=every)
        .execute(rows_of_person(kept, user_id, private))
    )
    for row in found:
        yield {name: each(value) for name, each, value in zip(names, made, row, strict=True)}


def rows_of_person(kept: FileTable, user_id: int, private: bool) -> Any:
    """The rows of one table that belong to a person, by their own column or by what they join."""
    table = kept.table
    found: Any = select(*kept.columns)
    if "user_id" in table.columns:
        found = found.where(table.c.user_id == user_id).order_by(table.c.id)
    else:
        first, owner = next(iter(kept.names.items()))
        parent = TABLES[owner].table
        found = found.join(parent, parent.c.id == table.c[first]).where(parent.c.user_id == user_id)
        found = found.order_by(*table.primary_key.columns)
    if kept.name == "notes" and not private:
        found = found.where(table.c.private.is_(False))
    if kept.name == "imports":
        found = found.where(table.c.state != WHOLE_ACCOUNT)
    if kept.name == "import_rows":
        imports = TABLES["imports"].table
        found = found.join(imports, imports.c.id == table.c.import_id).where(
            imports.c.state != WHOLE_ACCOUNT
        )
    return found


def column_writer(column: Any) -> COLUMN:
    """How a column's values are written in JSON."""
    if isinstance(column.type, UtcDateTime | Date):
        return _moment
    if isinstance(column.type, LargeBinary):
        return _encoded
    return _as_is


def dumped(value: Any) -> bytes:
    """In one line of UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _write(file: BytesIO, made: Iterator[dict[str, Any]]) -> None:
    for number, row in enumerate(made):
        file.write(b",\n" if number else b"\n")
        file.write(dumped(row))
    file.write(b"]")


def _moment(value: date | None) -> str | None:
    return None if value is None else value.isoformat()


def _encoded(value: bytes | None) -> str | None:
    return None if value is None else base64.b64encode(value).decode("ascii")


def _as_is(value: Any) -> Any:
    return value
