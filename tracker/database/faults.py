"""What an error of the database's means for the person who waits: full, busy, or a bug of ours."""

import errno
import sqlite3

from sqlalchemy import exc

NO_ROOM = {errno.ENOSPC, errno.EDQUOT}
FULL = {sqlite3.SQLITE_FULL, sqlite3.SQLITE_IOERR_WRITE, sqlite3.SQLITE_IOERR_SHMSIZE}
BUSY = {sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED, sqlite3.SQLITE_PROTOCOL}
"""SQLite's primary codes: the low byte of an extended one."""

BROKEN = {
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_NOTADB,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_PERM,
}

FULL_STATES = ("53100", "54023")
"""PostgreSQL's states: disk full, and a table at its limit."""
BROKEN_STATES = ("XX", "58", "25006")
"""Corrupted, the system's own error, read-only."""
BUSY_STATES = ("08", "40", "53", "55P03", "57014", "57P")
"""Connection lost, rolled back for another's sake, no room for one more, locked, starting up."""


def is_full(error: Exception) -> bool:
    """Whether the disk is full, the database's or the one for uploads on their way."""
    cause = _cause(error)
    if isinstance(cause, sqlite3.Error):
        return getattr(cause, "sqlite_errorcode", None) in FULL
    if isinstance(cause, OSError):
        return cause.errno in NO_ROOM
    return _state(cause).startswith(FULL_STATES)


def is_busy(error: Exception) -> bool:
    """Whether another writer held the database for too long, or it can't be reached just now."""
    cause = _cause(error)
    if isinstance(cause, sqlite3.Error):
        return (getattr(cause, "sqlite_errorcode", 0) & 0xFF) in BUSY
    if isinstance(error, exc.TimeoutError):
        return True
    if isinstance(error, exc.DBAPIError) and error.connection_invalidated:
        return True
    state = _state(cause)
    unreached = not state and type(cause).__name__ == "OperationalError"
    return unreached or (state.startswith(BUSY_STATES) and not is_full(error))


def is_broken(error: Exception) -> bool:
    """Whether the database can't be read or written, which no second try mends."""
    cause = _cause(error)
    if isinstance(cause, sqlite3.Error):
        return (getattr(cause, "sqlite_errorcode", 0) & 0xFF) in BROKEN and not is_full(error)
    return _state(cause).startswith(BROKEN_STATES)


def _cause(error: Exception) -> BaseException | None:
    return error.orig if isinstance(error, exc.DBAPIError) else error


def _state(cause: BaseException | None) -> str:
    return getattr(cause, "sqlstate", None) or ""
