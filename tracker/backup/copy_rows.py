"""Every row of one database into another that is empty, and whether it is the same there."""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import JSON, Connection, MetaData, Table, Text, cast, func, insert, select, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.types import TypeDecorator

from tracker.backup import BackupFailed, reason
from tracker.models import Base, search

AT_ONCE = 500
Told = Callable[[str, int], None]
"""Is told of each table and its rows once they are copied and compared."""


class Copied(NamedTuple):
    """How much there was."""

    tables: int
    rows: int


def copy_rows(source: Connection, target: Connection, told: Told) -> Copied:
    total = 0
    on_sqlite = target.dialect.name == "sqlite"
    if on_sqlite:  # filled in one go in the end; PostgreSQL's is on the rows themselves
        search.drop(target)
    for table in Base.metadata.sorted_tables:
        target.execute(table.delete())  # what a migration has put there
    for table in Base.metadata.sorted_tables:
        rows = _copy_table(source, target, table)
        read, written = digest(source, table), digest(target, table)
        if read != written or read.rows != rows:
            raise BackupFailed(
                f"The rows of {table.name} were not the same, so nothing was copied."
            )
        told(table.name, rows)
        total += rows
    if on_sqlite:
        search.create(target)
    for table in Base.metadata.sorted_tables:
        if "id" in table.columns:
            _go_on_with(target, table, _last_number(source, table))
    return Copied(len(Base.metadata.sorted_tables), total)


def _copy_table(source: Connection, target: Connection, table: Table) -> int:
    rows, made = 0, insert(unread(table, target))
    try:
        for part in _parts(source, table):
            target.execute(made, [dict(row) for row in part])
            rows += len(part)
    except SQLAlchemyError as error:
        raise BackupFailed(
            f"A row of {table.name} can't be kept there ({reason(error)}), so nothing was copied."
        ) from error
    return rows


class JsonText(TypeDecorator[str]):
    """PostgreSQL's JSON as the text that it is kept as: a JSON null is another thing than none."""

    impl = Text
    cache_ok = True

    def column_expression(self, column: Any) -> Any:
        """As text."""
        return cast(column, Text)

    def bind_expression(self, bindparam: Any) -> Any:
        """From text."""
        return cast(bindparam, JSON)


def unread(table: Table, connection: Connection) -> Table:
    """The table with its JSON left as text."""
    copied = table.to_metadata(MetaData())
    kept = Text() if connection.dialect.name == "sqlite" else JsonText()
    for column in copied.columns:
        if isinstance(column.type, JSON):
            column.type = kept
    return copied


def _parts(connection: Connection, table: Table) -> Iterator[Sequence[Any]]:
    table = unread(table, connection)
    asked = select(table).order_by(*table.primary_key.columns)
    found = connection.execute(asked, execution_options={"yield_per": AT_ONCE})
    yield from found.mappings().partitions(AT_ONCE)


class Digest(NamedTuple):
    """A table's rows and a checksum of every value in them."""

    rows: int
    sum: str


def digest(connection: Connection, table: Table) -> Digest:
    """The same for the same rows, whatever kind of database they are in."""
    summed, rows = hashlib.blake2b(digest_size=16), 0
    names = sorted(table.columns.keys())
    keys = sorted(column.name for column in table.primary_key.columns)
    numbered = keys == ["id"]
    lines = []
    for part in _parts(connection, table):
        for row in part:
            line = "\x1f".join(_plain(row[name]) for name in names).encode("utf-8", "surrogatepass")
            rows += 1
            if numbered:
                summed.update(line + b"\x1e")
            else:  # databases sort words in orders of their own
                lines.append(hashlib.blake2b(line, digest_size=16).digest())
    for line in sorted(lines):
        summed.update(line)
    return Digest(rows, summed.hexdigest())


def _plain(value: Any) -> str:
    """A value as text that tells it from every other one."""
    if isinstance(value, bytes | memoryview):
        return "b" + hashlib.blake2b(bytes(value), digest_size=16).hexdigest()
    if hasattr(value, "isoformat"):
        return "t" + str(value.isoformat())
    return f"{type(value).__name__[0]}{value}"


def _last_number(connection: Connection, table: Table) -> int:
    """The last number that was given out, of rows that are gone too: none is given out twice."""
    highest = connection.scalar(select(func.max(table.c.id))) or 0
    if connection.dialect.name == "sqlite":
        asked = text("SELECT seq FROM sqlite_sequence WHERE name = :name")
        return max(highest, connection.scalar(asked, {"name": table.name}) or 0)
    sequence = connection.scalar(text(SEQUENCE), {"name": table.name})
    given, used = connection.execute(text(f"SELECT last_value, is_called FROM {sequence}")).one()  # noqa: S608
    return max(highest, given if used else 0)


SEQUENCE = "SELECT pg_get_serial_sequence(quote_ident(:name), 'id')"


def _go_on_with(connection: Connection, table: Table, number: int) -> None:
    if not number:
        return
    if connection.dialect.name == "sqlite":
        named = {"name": table.name, "number": number}
        connection.execute(text("DELETE FROM sqlite_sequence WHERE name = :name"), named)
        connection.execute(text("INSERT INTO sqlite_sequence VALUES (:name, :number)"), named)
        return
    sequence = connection.scalar(text(SEQUENCE), {"name": table.name})
    connection.execute(
        text("SELECT setval(:sequence, :number)"), {"sequence": sequence, "number": number}
    )
