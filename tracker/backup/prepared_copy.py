"""A copy of a backup that is whole, brought up to date, and lets in only who may come in."""

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from tracker import schema
from tracker.backup import BackupFailed, ended_access, files, reason, sqlite
from tracker.backup.current_access import CurrentAccess, read_sqlite, restorable_sqlite
from tracker.backup.repair import settle_after_upgrade

ITS_DEVICE = "SELECT id FROM reminder_channels WHERE device_id IS NOT NULL"
WITH_DEVICES = (
    f"UPDATE reminder_deliveries SET channel_id = NULL WHERE channel_id IN ({ITS_DEVICE})",  # noqa: S608
    "DELETE FROM reminder_channels WHERE device_id IS NOT NULL",
)
"""What goes with devices by itself on PostgreSQL; in a copy of SQLite's nothing does."""
AFTERWARDS = (
    "DELETE FROM devices",
    "DELETE FROM password_resets",
    "UPDATE users SET revision = revision + 100000",
    "UPDATE applications SET version = version + 100000",
)
"""Whoever was signed out since must not come back in; and what a browser has kept, a page to look
at or a form to send, must not be taken for the state that was restored."""


class Prepared(NamedTuple):
    """A copy that may take the database's place."""

    part: Path
    revision: str
    known: bool
    present: CurrentAccess
    """What its endings were taken from."""


@contextmanager
def prepared(database: Path, file: Path, at: datetime) -> Iterator[Prepared]:
    """A copy that is whole, brought up to date and made ready."""
    if database.exists() and database.samefile(file):
        raise BackupFailed(f"{file} is the database itself.")
    part = files.part_of(database)
    try:
        files.copy_beside(file, part)
        revision = known(file, lambda: sqlite.judge(part))
        known(file, lambda: _make_ready(part, revision, at))
        present = read_sqlite(database)
        yield Prepared(part, revision, end(part, present, at), present)
    except OSError as error:
        raise BackupFailed(f"{file.name} can't be restored ({error.strerror}).") from error
    except sqlite3.DatabaseError as error:
        raise BackupFailed(f"{file.name} can't be restored ({error}).") from error
    finally:
        files.discard(part)


def _make_ready(part: Path, revision: str, at: datetime) -> str:
    """The revision it has then. Raises CannotKeep with what is wrong."""
    try:
        if revision != schema.head():
            schema.upgrade(f"sqlite:///{part}")
            settle_after_upgrade(f"sqlite:///{part}", at)
        with sqlite.opened(part) as made:
            for line in (*WITH_DEVICES, *AFTERWARDS):
                made.execute(line)
    except OSError:
        raise
    except Exception as error:  # of a damaged file anything may come
        raise BackupFailed(f"it can't be brought up to date ({reason(error)})") from error
    return sqlite.judge(part)


def end(part: Path, present: CurrentAccess, at: datetime) -> bool:
    """What was ended since, in the copy; whether that is known."""
    with sqlite.opened(part) as made:
        restored = restorable_sqlite(made)
        made.execute("BEGIN")
        for line, facts in ended_access.statements(present, restored, ended_access.moment(at)):
            made.execute(line, facts)
        made.execute("COMMIT")
    return ended_access.is_known(present, restored)


def known(file: Path, judged: Callable[[], str]) -> str:
    """The revision, if the file is whole and this program knows it."""
    try:
        revision = judged()
    except BackupFailed as error:
        raise BackupFailed(f"{file.name} was not restored: {error}.") from error
    if revision not in schema.revisions():
        raise BackupFailed(
            f"{file.name} was made by a newer Onward. Install that version or a later one."
        )
    return revision
