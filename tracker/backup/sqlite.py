"""Copying, judging and replacing a SQLite database."""

import sqlite3
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from tracker import schema
from tracker.backup import BackupFailed, reason
from tracker.backup.files import SQLITE_MAGIC, begins_with, discard, sync
from tracker.backup.in_use import InUse

Counts = dict[str, int]
WAIT = 30.0
"""Seconds that a short lock of somebody else's is waited for."""


@contextmanager
def opened(file: Path, mode: str = "rw", timeout: float = WAIT) -> Iterator[sqlite3.Connection]:
    """A connection that begins nothing by itself and makes no file that is not there."""
    uri = f"{file.absolute().as_uri()}?mode={mode}"
    with closing(sqlite3.connect(uri, uri=True, isolation_level=None, timeout=timeout)) as live:
        yield live


def copy(database: Path, part: Path) -> Counts:
    """The database as it is at one moment, whoever writes meanwhile; says how many rows it has."""
    with opened(database) as live, opened(part) as made:
        live.execute("BEGIN")
        counts = rows(live)
        live.backup(made)
        live.execute("ROLLBACK")
        made.execute("PRAGMA journal_mode = DELETE")
    return counts


def rows(connection: sqlite3.Connection) -> Counts:
    """How many rows each table has."""
    tables = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_'"
    ).fetchall()
    return {table: _count(connection, table) for (table,) in tables}


def _count(connection: sqlite3.Connection, table: str) -> int:
    quoted = table.replace('"', '""')
    found: int = connection.execute(f'SELECT count(*) FROM "{quoted}"').fetchone()[0]  # noqa: S608
    return found


def judge(file: Path, counts: Counts | None = None) -> str:
    """The schema's revision of a whole copy, with these rows. Raises CannotKeep with what is wrong.

    Opens the file for writing: give it a copy of what must not be touched.
    """
    if not begins_with(file, SQLITE_MAGIC):
        raise BackupFailed("it is not a SQLite database")
    if is_cut_off(file):
        raise BackupFailed("it is not whole (its end is missing)")
    try:
        with opened(file) as found:
            revision = _judge(found)
            if counts is not None and rows(found) != counts:
                raise BackupFailed("rows are missing from it")
            return revision
    except BackupFailed:
        raise
    except Exception as error:  # of a damaged file anything may come
        raise BackupFailed(f"it is not whole ({reason(error)})") from error


def is_cut_off(file: Path) -> bool:
    """Whether the file is shorter than its first page says; SQLite reads on, filling with zeros."""
    with file.open("rb") as opened_file:
        head = opened_file.read(100)
    size = int.from_bytes(head[16:18], "big")
    size = 65536 if size == 1 else size
    return file.stat().st_size < size * int.from_bytes(head[28:32], "big")


def _judge(found: sqlite3.Connection) -> str:
    found.execute("PRAGMA journal_mode = DELETE")
    if found.execute("PRAGMA application_id").fetchone()[0] != schema.APPLICATION_ID:
        raise BackupFailed("it is not a database of Onward's")
    faults = damages(found)
    if faults:
        raise BackupFailed(f"it is not whole ({faults[0]})")
    row = found.execute("SELECT version_num FROM alembic_version").fetchone()
    if row is None:
        raise BackupFailed("it is not a database of Onward's")
    return str(row[0])


def damages(connection: sqlite3.Connection) -> list[str]:
    """What SQLite itself finds wrong: torn pages, broken indexes, references to rows not there."""
    told = [line for (line,) in connection.execute("PRAGMA integrity_check(20)")]
    if told != ["ok"]:
        return told  # to follow references through torn pages would fail halfway
    return [
        f"row {row} of {table} names a row of {parent} that is not there"
        for table, row, parent, _ in connection.execute("PRAGMA foreign_key_check")
    ]


def fold_wal(database: Path) -> None:
    """Fold the log into the database, which proves too that nobody has it open.

    Raises InUse where somebody has, and sqlite3.DatabaseError where it is damaged.
    """
    with opened(database, timeout=2) as live:
        try:
            live.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            (mode,) = live.execute("PRAGMA journal_mode = DELETE").fetchone()
        except sqlite3.OperationalError as error:
            if "locked" in str(error) or "busy" in str(error):
                raise InUse from error
            raise
    if mode != "delete":
        raise InUse


def overwrite(database: Path, part: Path, before: Callable[[], None]) -> None:
    """Put a whole file's contents in the place of the database's, under those who have it open.

    It is one transaction to them: the old rows or the new ones, whenever the power fails. Nobody
    writes from `before`, which sees the old rows, until the new ones are there.
    """
    with opened(part) as made, opened(database) as live:
        made.execute("PRAGMA journal_mode = DELETE")
        live.execute("PRAGMA journal_mode = WAL")  # as a server has it: `before` reads meanwhile
        live.execute("PRAGMA synchronous = FULL")
        sizes = [each.execute("PRAGMA page_size").fetchone()[0] for each in (made, live)]
        if sizes[0] != sizes[1]:
            raise BackupFailed("Its pages have another size: restore it by the command")
        made.backup(live, pages=1, progress=_once_locked(before))


def _once_locked(before: Callable[[], None]) -> Callable[[int, int, int], None]:
    """SQLite locks what it copies into with the first page, and has a next one for each.

    `BEGIN IMMEDIATE` on the same connection would be refused, on another it would shut this out.
    """
    deadline, steps = time.monotonic() + WAIT, iter([before])

    def progress(status: int, left: int, pages: int) -> None:
        if status == sqlite3.SQLITE_OK:
            for step in steps:
                step()
        elif status != sqlite3.SQLITE_DONE and time.monotonic() > deadline:
            raise BackupFailed("Somebody has been writing all the while. Try again")

    return progress


def replace(database: Path, part: Path) -> None:
    """Put a whole file in the database's place: the old one or the new one, never between.

    A log of the old database must not be left for the new one, so it goes first; `settle` has
    folded it in, or the damaged database was copied together with it.
    """
    for beside in ("-wal", "-shm", "-journal"):
        database.with_name(database.name + beside).unlink(missing_ok=True)
    sync(part)
    part.replace(database)
    sync(database.parent)
    discard(part)
