"""Restoring: a copy is judged, upgraded and made ready first, and only then takes its place."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tracker import schema
from tracker.backup import CannotKeep, files, in_use, postgresql, reason, record, sqlite
from tracker.backup.backup import put_aside
from tracker.backup.repair import settle_after_upgrade
from tracker.config.settings import Settings

AFTERWARDS = (
    "DELETE FROM devices",
    "DELETE FROM password_resets",
    "UPDATE users SET revision = revision + 100000",
    "UPDATE applications SET version = version + 100000",
)
"""Whoever was signed out since must not come back in; and what a browser has kept, a page to look
at or a form to send, must not be taken for the state that was restored."""


class Restored(NamedTuple):
    """What was done: from which revision, and where the database from before is now, if any."""

    revision: str
    aside: Path | None


def restore(settings: Settings, file: Path, at: datetime) -> Restored:
    """Put a backup in the place of the database. Raises CannotKeep; all is then as it was."""
    file = files.known_file(file)
    _right_kind(settings, file)
    try:
        with in_use.exclusive_use(settings.sqlite_file):
            if settings.sqlite_file is not None:
                done = _restore_sqlite(settings, settings.sqlite_file, file, at)
            else:
                done = _restore_postgresql(settings, file, at)
    except in_use.InUse as error:
        raise CannotKeep("Onward is running on this database. Stop it first.") from error
    record.note(settings, "restored", at, file, done.aside.name if done.aside else "")
    return done


def _right_kind(settings: Settings, file: Path) -> None:
    if files.begins_with(file, b"{") or files.begins_with(file, b"PK"):
        raise CannotKeep(
            f"{file.name} is no backup of a server. One account's own file comes back on the page"
            " Import."
        )
    if settings.sqlite_file is not None and files.begins_with(file, files.POSTGRESQL_MAGIC):
        raise CannotKeep(f"{file.name} is of a PostgreSQL database: set ONWARD_DATABASE_URL.")
    if settings.sqlite_file is None and files.begins_with(file, files.SQLITE_MAGIC):
        raise CannotKeep(f"{file.name} is of a SQLite database: leave out ONWARD_DATABASE_URL.")


def _restore_sqlite(settings: Settings, database: Path, file: Path, at: datetime) -> Restored:
    with _prepared(database, file, at) as (part, revision):
        aside = _put_aside(settings, database, at)
        sqlite.replace(database, part)
    return Restored(revision, aside)


def restore_while_serving(settings: Settings, file: Path, at: datetime) -> Restored:
    """The same under a server that goes on; SQLite only. Raises CannotKeep; all is then as it was.

    Nobody writes from the moment that what was there is put aside: nothing falls between the two.
    """
    database = settings.sqlite_file
    if database is None:
        raise CannotKeep("PostgreSQL is restored by the command, while the server is stopped.")
    file = files.known_file(file)
    _right_kind(settings, file)
    aside: list[Path] = []

    def keep_present() -> None:
        aside.append(put_aside(settings, files.RESTORE, at).file)

    with _prepared(database, file, at) as (part, revision):
        sqlite.overwrite(database, part, keep_present)
    record.note(settings, "restored", at, file, aside[0].name)
    return Restored(revision, aside[0])


@contextmanager
def _prepared(database: Path, file: Path, at: datetime) -> Iterator[tuple[Path, str]]:
    """A copy that is whole, brought up to date and made ready; and the revision that it had."""
    if database.exists() and database.samefile(file):
        raise CannotKeep(f"{file} is the database itself.")
    part = files.part_of(database)
    try:
        files.copy_beside(file, part)
        revision = _known(file, lambda: sqlite.judge(part))
        _known(file, lambda: _make_ready(part, revision, at))
        yield part, revision
    except OSError as error:
        raise CannotKeep(f"{file.name} can't be restored ({error.strerror}).") from error
    except sqlite3.DatabaseError as error:
        raise CannotKeep(f"{file.name} can't be restored ({error}).") from error
    finally:
        files.discard(part)


def _make_ready(part: Path, revision: str, at: datetime) -> str:
    """The revision it has then. Raises CannotKeep with what is wrong."""
    try:
        if revision != schema.head():
            schema.upgrade(f"sqlite:///{part}")
            settle_after_upgrade(f"sqlite:///{part}", at)
        with sqlite.opened(part) as made:
            for line in AFTERWARDS:
                made.execute(line)
    except OSError:
        raise
    except Exception as error:  # of a damaged file anything may come
        raise CannotKeep(f"it can't be brought up to date ({reason(error)})") from error
    return sqlite.judge(part)


def _restore_postgresql(settings: Settings, file: Path, at: datetime) -> Restored:
    postgresql.refuse_if_used(settings.database_url)
    script = files.part_of(files.folder(settings) / file.name)
    try:
        revision = _known(file, lambda: postgresql.judge(file, script, settings.database_url))
        aside = _dump_aside(settings, at)
        postgresql.load(script, settings.database_url, AFTERWARDS)
        schema.upgrade(settings.database_url)
        if revision != schema.head():
            settle_after_upgrade(settings.database_url, at)
    finally:
        files.discard(script)
    return Restored(revision, aside)


def _known(file: Path, judged: Callable[[], str]) -> str:
    """The revision, if the file is whole and this program knows it."""
    try:
        revision = judged()
    except CannotKeep as error:
        raise CannotKeep(f"{file.name} was not restored: {error}.") from error
    if revision not in schema.revisions():
        raise CannotKeep(
            f"{file.name} was made by a newer Onward. Install that version or a later one."
        )
    return revision


def _put_aside(settings: Settings, database: Path, at: datetime) -> Path | None:
    """A backup of the database, or, where it is too damaged for one, its files as they are."""
    if not database.exists() or database.stat().st_size == 0:
        return None
    try:
        sqlite.fold_wal(database)
        sqlite.judge(database)
    except (CannotKeep, sqlite3.Error, ValueError):
        damaged = files.unused(files.folder(settings) / f"damaged-{at:%Y%m%d-%H%M%S}.db")
        files.copy_beside(database, damaged)
        files.sync(damaged)
        return damaged
    return put_aside(settings, files.RESTORE, at).file


def _dump_aside(settings: Settings, at: datetime) -> Path | None:
    engine = create_engine(settings.database_url, poolclass=NullPool)
    try:
        empty = schema.state(engine) is schema.State.EMPTY
    finally:
        engine.dispose()
    return None if empty else put_aside(settings, files.RESTORE, at).file
