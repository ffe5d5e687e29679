"""Restoring: a copy is judged, upgraded and made ready first, and only then takes its place.

What was ended since it was made is ended in it before that: see `endings`.
"""

import sqlite3
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tracker import schema
from tracker.backup import (
    BackupFailed,
    ended_access,
    files,
    in_use,
    postgresql,
    postgresql_restorable,
    prepared_copy,
    record,
    sqlite,
)
from tracker.backup.backup import put_aside
from tracker.backup.current_access import read_postgresql, read_sqlite
from tracker.backup.repair import settle_after_upgrade
from tracker.config.settings import Settings

TRIES = 5
"""How often what was ended is looked at anew, where somebody ends more at that very moment."""


class Changed(Exception):
    """Somebody has ended something since it was looked at."""


class Restored(NamedTuple):
    """What was done: from which revision, where the database from before is now, if any, and
    whether it is known what was ended since.
    """

    revision: str
    aside: Path | None
    known: bool


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
        raise BackupFailed("Onward is running on this database. Stop it first.") from error
    record.note(settings, "restored", at, file, done.aside.name if done.aside else "")
    return done


def _right_kind(settings: Settings, file: Path) -> None:
    if files.begins_with(file, b"{") or files.begins_with(file, b"PK"):
        raise BackupFailed(
            f"{file.name} is no backup of a server. One account's own file comes back on the page"
            " Import."
        )
    if settings.sqlite_file is not None and files.begins_with(file, files.POSTGRESQL_MAGIC):
        raise BackupFailed(f"{file.name} is of a PostgreSQL database: set ONWARD_DATABASE_URL.")
    if settings.sqlite_file is None and files.begins_with(file, files.SQLITE_MAGIC):
        raise BackupFailed(f"{file.name} is of a SQLite database: leave out ONWARD_DATABASE_URL.")


def _restore_sqlite(settings: Settings, database: Path, file: Path, at: datetime) -> Restored:
    with prepared_copy.prepared(database, file, at) as prepared:
        aside = _put_aside(settings, database, at)
        sqlite.replace(database, prepared.part)
    return Restored(prepared.revision, aside, prepared.known)


def restore_while_serving(settings: Settings, file: Path, at: datetime) -> Restored:
    """The same under a server that goes on; SQLite only. Raises CannotKeep; all is then as it was.

    Nobody writes from the moment that what was there is put aside: nothing falls between the two.
    """
    database = settings.sqlite_file
    if database is None:
        raise BackupFailed("PostgreSQL is restored by the command, while the server is stopped.")
    file = files.known_file(file)
    _right_kind(settings, file)
    with prepared_copy.prepared(database, file, at) as prepared:
        aside = _overwrite(settings, database, prepared, at)
    record.note(settings, "restored", at, file, aside.name)
    return Restored(prepared.revision, aside, prepared.known)


def _overwrite(
    settings: Settings, database: Path, prepared: prepared_copy.Prepared, at: datetime
) -> Path:
    """Where the present is now; what was ended just before it was locked is ended, too."""
    present, aside = prepared.present, []

    def keep_present() -> None:
        if read_sqlite(database) != present:
            raise Changed
        aside.append(put_aside(settings, files.RESTORE, at).file)

    for _ in range(TRIES):
        try:
            sqlite.overwrite(database, prepared.part, keep_present)
            return aside[0]
        except Changed:
            present = read_sqlite(database)
            prepared_copy.end(prepared.part, present, at)
    raise BackupFailed("Somebody has been changing how they sign in all the while. Try again")


def _restore_postgresql(settings: Settings, file: Path, at: datetime) -> Restored:
    """In one transaction; where the backup is older, its newer tables get theirs in a second."""
    url = settings.database_url
    postgresql.refuse_if_used(url)
    script, then = [files.part_of(files.folder(settings) / file.name) for _ in range(2)]
    try:
        revision = prepared_copy.known(file, lambda: postgresql.judge(file, script, url))
        aside, present = _dump_aside(settings, at), read_postgresql(url)
        restored = postgresql_restorable.in_script(script)
        ended = ended_access.statements(present, restored, at)
        everything = [*((line, {}) for line in prepared_copy.AFTERWARDS), *ended]
        postgresql_restorable.write(then, everything, url)
        postgresql.load(script, url, then)
        schema.upgrade(url)
        if revision != schema.head():
            settle_after_upgrade(url, at)
            postgresql_restorable.end(url, present, at)
    finally:
        files.discard(script)
        files.discard(then)
    return Restored(revision, aside, ended_access.is_known(present, restored))


def _put_aside(settings: Settings, database: Path, at: datetime) -> Path | None:
    """A backup of the database, or, where it is too damaged for one, its files as they are."""
    if not database.exists() or database.stat().st_size == 0:
        return None
    try:
        sqlite.fold_wal(database)
        sqlite.judge(database)
    except (BackupFailed, sqlite3.Error, ValueError):
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
