"""`onward copy-to`: the whole database into an empty one of either kind, each value compared.

Nobody may use either of them meanwhile. In the target everything is one transaction, or a file that
takes its name in the end, so that it is all there or nothing is.
"""

import hashlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import (
    JSON,
    Connection,
    MetaData,
    Table,
    Text,
    cast,
    create_engine,
    func,
    insert,
    select,
    text,
)
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool
from sqlalchemy.types import TypeDecorator

from tracker import schema
from tracker.backup import CannotKeep, files, in_use, postgresql, reason
from tracker.backup.schema_check import differences
from tracker.config import Misconfigured, Settings, database_url
from tracker.models import Base, search
from tracker.schema import State

AT_ONCE = 500
Told = Callable[[str, int], None]
"""Is told of each table and its rows once they are copied and compared."""


class Copied(NamedTuple):
    """How much there was."""

    tables: int
    rows: int


def copy_to(settings: Settings, given: str, told: Told) -> Copied:
    """Copy the database into one that is empty. Raises CannotKeep; nothing is left there then."""
    target = target_settings(settings, given)
    if target.database_url == settings.database_url:
        raise CannotKeep("That is the database itself.")
    try:
        with ExitStack() as alone:
            alone.enter_context(in_use.exclusive_use(settings.sqlite_file))
            source = alone.enter_context(reading(settings))
            alone.enter_context(empty_target(target))
            return _copy(source, alone.enter_context(writing(target)), told)
    except in_use.InUse as error:
        raise CannotKeep("Onward is running on this database. Stop it first.") from error
    except CannotKeep:
        raise
    except OSError as error:
        raise CannotKeep(f"The copy can't be written ({files.why(error)}).") from error
    except Exception as error:
        raise CannotKeep(f"Nothing was copied: {reason(error)}.") from error


def target_settings(settings: Settings, given: str) -> Settings:
    """Where to: a PostgreSQL database's address, or a file that is to be. Raises CannotKeep."""
    if "://" not in given:
        given = f"sqlite:///{Path(given).expanduser().absolute()}"
    try:
        return replace(settings, database_url=database_url(given, settings.instance))
    except Misconfigured as error:
        raise CannotKeep(
            "Where to is an address that begins with postgresql://, or a file."
        ) from error


@contextmanager
def reading(settings: Settings) -> Iterator[Connection]:
    """One moment of a database that is up to date and that nobody else uses."""
    file = settings.sqlite_file
    if file is not None and not file.is_file():
        raise CannotKeep("There is no database yet.")
    if file is None:
        postgresql.refuse_if_used(settings.database_url)
    engine = create_engine(
        settings.database_url,
        poolclass=NullPool,
        **({} if file else {"isolation_level": "REPEATABLE READ"}),
    )
    try:
        if schema.state(engine) is not State.CURRENT:
            raise CannotKeep("The database is of another version: start Onward on it once.")
        with engine.connect() as connection:
            found = differences(connection)
            if any(not each.startswith("index ") for each in found):
                raise CannotKeep(f"The database is not as it should be: {found[0]}.")
            yield connection
    finally:
        engine.dispose()


@contextmanager
def empty_target(target: Settings) -> Iterator[None]:
    """Refuse a target with anything in it; where the copy fails, it is as empty as before."""
    file = target.sqlite_file
    if file is not None:
        if not file.parent.is_dir():
            raise CannotKeep(f"There is no folder {file.parent}.")
        if file.exists():
            raise CannotKeep(f"{file} is there already. Name a file that is to be.")
        yield
        return
    postgresql.refuse_if_used(target.database_url)
    with postgresql.connected(target.database_url) as connection:
        if connection.execute(postgresql.TABLES).first() is not None:
            raise CannotKeep("There are tables in that database already. It must be empty.")
    yield


@contextmanager
def writing(target: Settings) -> Iterator[Connection]:
    """The target with its schema, in a transaction in which references may wait for their rows."""
    file = target.sqlite_file
    if file is None:
        with _in_postgresql(target) as connection:
            yield connection
        return
    with files.replacing_file(file) as part:
        url = f"sqlite:///{part}"
        schema.upgrade(url)
        engine = create_engine(url, poolclass=NullPool)
        try:
            with engine.connect() as connection:
                yield connection
                if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                    raise CannotKeep("Rows in it name rows that are not there: run `onward check`.")
                connection.commit()
                connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            engine.dispose()


@contextmanager
def _in_postgresql(target: Settings) -> Iterator[Connection]:
    engine = create_engine(target.database_url, poolclass=NullPool)
    try:
        try:
            schema.upgrade(target.database_url)
            with engine.begin() as connection:
                keys = connection.execute(text(KEYS)).all()
                for table, name in keys:
                    connection.exec_driver_sql(
                        f"ALTER TABLE {table} ALTER CONSTRAINT {name} DEFERRABLE"
                    )
                connection.exec_driver_sql("SET CONSTRAINTS ALL DEFERRED")
                yield connection
                connection.exec_driver_sql("SET CONSTRAINTS ALL IMMEDIATE")
                for table, name in keys:
                    connection.exec_driver_sql(
                        f"ALTER TABLE {table} ALTER CONSTRAINT {name} NOT DEFERRABLE"
                    )
        except BaseException:
            with engine.begin() as connection:
                tables = [quoted for quoted, _ in connection.execute(postgresql.TABLES)]
                if tables:
                    connection.exec_driver_sql(f"DROP TABLE {', '.join(tables)} CASCADE")
            raise
    finally:
        engine.dispose()


KEYS = """
SELECT conrelid::regclass::text, quote_ident(conname) FROM pg_constraint
JOIN pg_class c ON c.oid = conrelid AND c.relnamespace = current_schema()::regnamespace
WHERE contype = 'f'
"""


def _copy(source: Connection, target: Connection, told: Told) -> Copied:
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
            raise CannotKeep(f"The rows of {table.name} were not the same, so nothing was copied.")
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
        raise CannotKeep(
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
