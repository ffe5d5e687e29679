"""A restore for a trial: into a scratch file beside the backups, looked through, thrown away."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import Connection, create_engine, make_url, text
from sqlalchemy.pool import NullPool

from tracker import schema
from tracker.backup import BackupFailed, files, postgresql, reason, record, sqlite
from tracker.backup.check import HEALABLE, look_through, reading
from tracker.backup.repair import settle_after_upgrade
from tracker.config.settings import Settings
from tracker.values.formatting import plural


class CannotTry(BackupFailed):
    """There is no room or no right to restore anything for a trial."""


FULL = "disk is full"
"""In SQLite's words."""
GRAVE = ("Database", "Schema")
"""What a backup must be for it to come back; the rest can be put right afterwards."""


class Trial(NamedTuple):
    """What a restore of a backup would bring."""

    applications: int
    accounts: int
    remark: str = ""

    def words(self) -> str:
        """For people."""
        held = f"{plural(self.applications, 'application')}, {plural(self.accounts, 'account')}"
        return f"{held}; {self.remark}" if self.remark else held


def try_restore(settings: Settings, file: Path, at: datetime) -> Trial:
    """Restore it elsewhere, check all of it and count; raises CannotKeep with what is wrong.

    Either way the day is remembered.
    """
    file = files.known_file(file)
    try:
        with _scratch(settings, file) as elsewhere:
            _bring_up_to_date(elsewhere, at)
            found = _look(elsewhere, at)
    except BackupFailed as error:
        record.note(settings, "tried", at, file, str(error), well=False)
        raise type(error)(f"{file.name} was tried: {error}.") from error
    record.note(settings, "tried", at, file, found.words())
    return found


@contextmanager
def _scratch(settings: Settings, file: Path) -> Iterator[Settings]:
    if settings.sqlite_file is None:
        with _scratch_database(settings, file) as elsewhere:
            yield elsewhere
        return
    part = files.part_of(files.folder(settings) / file.name)
    try:
        files.copy_beside(file, part)
        sqlite.judge(part)
        yield replace(settings, database_url=f"sqlite:///{part}")
    except OSError as error:
        raise CannotTry(f"it can't be copied for a test ({error.strerror})") from error
    finally:
        files.discard(part)


@contextmanager
def _scratch_database(settings: Settings, file: Path) -> Iterator[Settings]:
    url = make_url(settings.database_url)
    name = f"{url.database}_trial"
    elsewhere = url.set(database=name).render_as_string(hide_password=False)
    script = files.part_of(files.folder(settings) / file.name)
    engine = create_engine(url, poolclass=NullPool, isolation_level="AUTOCOMMIT")
    try:
        postgresql.judge(file, script, settings.database_url)
        with engine.connect() as connection:
            may = text("SELECT rolcreatedb OR rolsuper FROM pg_roles WHERE rolname = current_user")
            if not connection.scalar(may):
                raise CannotTry(
                    "it was read to its end and counted, but to restore it the database's user"
                    " must be allowed to make a database (ALTER ROLE ... CREATEDB)"
                )
            _make_anew(connection, name)
        postgresql.load(script, elsewhere)
        yield replace(settings, database_url=elsewhere)
    finally:
        files.discard(script)
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE IF EXISTS {_quoted(connection, name)}"))
        engine.dispose()


def _make_anew(connection: Connection, name: str) -> None:
    quoted = _quoted(connection, name)
    connection.execute(text(f"DROP DATABASE IF EXISTS {quoted}"))
    connection.execute(text(f"CREATE DATABASE {quoted} TEMPLATE template0"))


def _quoted(connection: Connection, name: str) -> str:
    return connection.dialect.identifier_preparer.quote_identifier(name)


def _bring_up_to_date(elsewhere: Settings, at: datetime) -> None:
    engine = create_engine(elsewhere.database_url, poolclass=NullPool)
    try:
        found = schema.state(engine)
    finally:
        engine.dispose()
    if found is schema.State.NEWER:
        raise BackupFailed("it was made by a newer Onward")
    if found is schema.State.CURRENT:
        return
    try:
        schema.upgrade(elsewhere.database_url)
        settle_after_upgrade(elsewhere.database_url, at)
    except Exception as error:  # of a damaged file anything may come
        raise BackupFailed(f"it can't be brought up to date ({reason(error)})") from error


def _look(elsewhere: Settings, at: datetime) -> Trial:
    wrong = [part for part in look_through(elsewhere, at) if not part.well]
    told = "; ".join(f"{part.about.lower()}: {part.said}" for part in wrong)
    if FULL in told:
        raise CannotTry("there is no room to look through it")
    if any(part.about in GRAVE and HEALABLE not in part.said for part in wrong):
        raise BackupFailed(told)
    with reading(elsewhere) as session:
        applications, accounts = [
            session.scalar(text(f"SELECT count(*) FROM {table}")) or 0  # noqa: S608
            for table in ("applications", "users")
        ]
    return Trial(applications, accounts, told)
