"""`onward copy-to`: the whole database into an empty one of either kind, each value compared.

Nobody may use either of them meanwhile. In the target everything is one transaction, or a file that
takes its name in the end, so that it is all there or nothing is.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import replace
from pathlib import Path

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from tracker import schema
from tracker.backup import BackupFailed, files, in_use, postgresql, reason
from tracker.backup.copy_rows import Copied, Told, copy_rows
from tracker.backup.schema_check import differences
from tracker.config.misconfigured import Misconfigured
from tracker.config.settings import Settings, database_url
from tracker.schema import State


def copy_to(settings: Settings, given: str, told: Told) -> Copied:
    """Copy the database into one that is empty. Raises CannotKeep; nothing is left there then."""
    target = target_settings(settings, given)
    if target.database_url == settings.database_url:
        raise BackupFailed("That is the database itself.")
    try:
        with ExitStack() as alone:
            alone.enter_context(in_use.exclusive_use(settings.sqlite_file))
            source = alone.enter_context(reading(settings))
            alone.enter_context(empty_target(target))
            return copy_rows(source, alone.enter_context(writing(target)), told)
    except in_use.InUse as error:
        raise BackupFailed("Onward is running on this database. Stop it first.") from error
    except BackupFailed:
        raise
    except OSError as error:
        raise BackupFailed(f"The copy can't be written ({files.why(error)}).") from error
    except Exception as error:
        raise BackupFailed(f"Nothing was copied: {reason(error)}.") from error


def target_settings(settings: Settings, given: str) -> Settings:
    """Where to: a PostgreSQL database's address, or a file that is to be. Raises CannotKeep."""
    if "://" not in given:
        given = f"sqlite:///{Path(given).expanduser().absolute()}"
    try:
        return replace(settings, database_url=database_url(given, settings.instance))
    except Misconfigured as error:
        raise BackupFailed(
            "Where to is an address that begins with postgresql://, or a file."
        ) from error


@contextmanager
def reading(settings: Settings) -> Iterator[Connection]:
    """One moment of a database that is up to date and that nobody else uses."""
    file = settings.sqlite_file
    if file is not None and not file.is_file():
        raise BackupFailed("There is no database yet.")
    if file is None:
        postgresql.refuse_if_used(settings.database_url)
    engine = create_engine(
        settings.database_url,
        poolclass=NullPool,
        **({} if file else {"isolation_level": "REPEATABLE READ"}),
    )
    try:
        if schema.state(engine) is not State.CURRENT:
            raise BackupFailed("The database is of another version: start Onward on it once.")
        with engine.connect() as connection:
            found = differences(connection)
            if any(not each.startswith("index ") for each in found):
                raise BackupFailed(f"The database is not as it should be: {found[0]}.")
            yield connection
    finally:
        engine.dispose()


@contextmanager
def empty_target(target: Settings) -> Iterator[None]:
    """Refuse a target with anything in it; where the copy fails, it is as empty as before."""
    file = target.sqlite_file
    if file is not None:
        if not file.parent.is_dir():
            raise BackupFailed(f"There is no folder {file.parent}.")
        if file.exists():
            raise BackupFailed(f"{file} is there already. Name a file that is to be.")
        yield
        return
    postgresql.refuse_if_used(target.database_url)
    with postgresql.connected(target.database_url) as connection:
        if connection.execute(postgresql.TABLES).first() is not None:
            raise BackupFailed("There are tables in that database already. It must be empty.")
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
                    raise BackupFailed(
                        "Rows in it name rows that are not there: run `onward check`."
                    )
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
