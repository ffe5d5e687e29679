"""Who is using a SQLite database: a locked file beside it, which the system frees with its owner.

A killed process leaves nothing behind that would have to be cleaned up. Where a system has no such
locks (Windows), SQLite's own locks and the file that can't be replaced while open stand in.
"""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

try:
    import fcntl
except ImportError:  # Windows
    fcntl = None  # type: ignore[assignment]


PAUSE = 0.05
"""Seconds between two looks whether a lock has come free."""


class InUse(Exception):
    """Somebody else holds the database in a way that rules this out."""


@contextmanager
def shared_use(database: Path | None, patience: float = 0) -> Iterator[None]:
    """While this process uses the database, beside others.

    Where one is alone (a start that upgrades it, a restore), waits for that one to end. Raises
    InUse after `patience` seconds of it.
    """
    if database is None:
        yield
        return
    descriptor = _patient_lock(database, time.monotonic() + patience)
    try:
        yield
    finally:
        os.close(descriptor)


@contextmanager
def exclusive_use(database: Path | None) -> Iterator[None]:
    """While nobody else uses the database, nor may begin to. Raises InUse, at once."""
    if database is None:
        yield
        return
    descriptor = _lock(database, exclusive=True)
    try:
        yield
    finally:
        os.close(descriptor)


def _patient_lock(database: Path, deadline: float) -> int:
    while True:
        try:
            return _lock(database, exclusive=False)
        except InUse:
            if time.monotonic() > deadline:
                raise
            time.sleep(PAUSE)


def _lock(database: Path, exclusive: bool) -> int:
    file = database.with_name(f"{database.name}.lock")
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    if fcntl is not None:
        try:
            fcntl.flock(descriptor, (fcntl.LOCK_EX if exclusive else fcntl.LOCK_SH) | fcntl.LOCK_NB)
        except OSError as error:
            os.close(descriptor)
            raise InUse from error
    return descriptor
