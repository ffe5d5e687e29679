"""Backups: one file each, taken at one moment while people write, and read back at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from sqlalchemy.exc import SQLAlchemyError

from tracker.backup import BackupFailed, files, postgresql, reason, record, sqlite
from tracker.clock import now
from tracker.config.settings import Settings
from tracker.database.faults import is_full
from tracker.values.formatting import plural


class NoRoom(BackupFailed):
    """The disk is full."""


class Backup(NamedTuple):
    """A file that holds a whole database."""

    file: Path
    applications: int
    size: int


def back_up(settings: Settings, given: Path | None, at: datetime) -> Backup:
    """Make a backup in a file or a folder that a person named, or else among the others.

    Raises CannotKeep.
    """
    return _make(settings, _target(settings, given, at), at)


def before_upgrade(settings: Settings) -> Backup:
    """A copy put aside before a change of schema; the last ten of them are kept."""
    return put_aside(settings, files.UPGRADE, now())


def put_aside(settings: Settings, kind: str, at: datetime) -> Backup:
    """A copy that nobody asked for: the oldest of its kind make room."""
    backup = make_backup(settings, kind, at)
    files.keep_last(settings, kind)
    return backup


def make_backup(settings: Settings, kind: str, at: datetime) -> Backup:
    """One more among the others. Raises CannotKeep."""
    file = files.unused(files.folder(settings) / files.name(settings, kind, at))
    return _make(settings, file, at)


def _make(settings: Settings, target: Path, at: datetime) -> Backup:
    with _plainly(target), files.replacing_file(target) as part:
        counts = _copy(settings, part)
        try:
            _judge(settings, part, counts)
        except BackupFailed as error:
            raise BackupFailed(
                f"The backup was thrown away again: {error}. Run `onward check` on the database."
            ) from error
    made = Backup(target, counts.get("applications", 0), target.stat().st_size)
    record.note(settings, "made", at, target, plural(made.applications, "application"))
    return made


def _copy(settings: Settings, part: Path) -> dict[str, int]:
    if settings.sqlite_file is None:
        return postgresql.copy(settings.database_url, part)
    if not settings.sqlite_file.exists():
        raise BackupFailed("There is no database yet.")
    if not settings.sqlite_file.is_file():
        raise BackupFailed(f"The database {settings.sqlite_file} is no file.")
    return sqlite.copy(settings.sqlite_file, part)


def _judge(settings: Settings, part: Path, counts: dict[str, int]) -> None:
    if settings.sqlite_file is not None:
        sqlite.judge(part, counts)
        return
    script = files.part_of(part)
    try:
        postgresql.judge(part, script, settings.database_url, counts)
    finally:
        files.discard(script)


def _target(settings: Settings, given: Path | None, at: datetime) -> Path:
    named = files.name(settings, files.MANUAL, at)
    if given is None:
        return files.unused(files.folder(settings) / named)
    try:
        given = given.expanduser().absolute()
        if given.is_dir():
            return files.unused(given / named)
        if not given.parent.is_dir():
            raise BackupFailed(f"There is no folder {files.printable(given.parent)}.")
        if "\0" in str(given):
            raise ValueError
        if given.exists():
            _may_replace(settings, given)
    except (OSError, ValueError, RuntimeError) as error:
        raise BackupFailed(
            f"{files.printable(given)} can't be written ({files.why(error)})."
        ) from error
    return given


def _may_replace(settings: Settings, given: Path) -> None:
    """Only an earlier backup: a slip of the fingers must not cost anything else."""
    database = settings.sqlite_file
    if database is not None and database.exists() and given.samefile(database):
        raise BackupFailed(f"{given} is the database itself.")
    magic = files.POSTGRESQL_MAGIC if database is None else files.SQLITE_MAGIC
    if not given.is_file() or not files.begins_with(given, magic):
        raise BackupFailed(f"{given} is there already and is no backup, so it was left alone.")


@contextmanager
def _plainly(target: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if is_full(error):
            raise NoRoom(f"There is no room for the backup in {target.parent}.") from error
        raise BackupFailed(f"The database can't be read: {error}.") from error
    except sqlite3.DatabaseError as error:
        raise BackupFailed(f"The database can't be read: {error}. Run `onward check`.") from error
    except (SQLAlchemyError, ValueError, TypeError) as error:
        raise BackupFailed(f"The database can't be read: {reason(error)}.") from error
    except OSError as error:
        if is_full(error):
            raise NoRoom(f"There is no room for the backup in {target.parent}.") from error
        raise BackupFailed(f"{target} can't be written ({error.strerror}).") from error
