"""How long a writer waits for its turn: never so many for so long that nobody is left to read.

A request that waits holds a thread. Where another program holds the database for half a minute,
those who would write must not hold all of them.
"""

import threading
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import Connection
from sqlalchemy.orm import Session

BUSY_SECONDS = 4.5
"""How long a writer waits for its turn before it gives up with a 503."""
MOST_WAITING = 4
"""Writers of this process that wait so long at once: two of the server's six threads stay free."""
BRIEFLY = 0.2
"""Seconds that any further one waits, ..."""
IN_PASSING = 0.05
"""... and one whose change may as well be made later."""
PASSING = "onward_in_passing"
"""In a session's info while what it writes may be left out."""


class Waiting:
    """Counts those who wait in this process."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.count = 0

    @contextmanager
    def turn(self, session: Session) -> Iterator[float]:
        """Around the beginning of a change; gives the seconds that it may wait."""
        with self._lock:
            seconds = BUSY_SECONDS if self.count < MOST_WAITING else BRIEFLY
            self.count += 1
        try:
            yield IN_PASSING if session.info.get(PASSING) else seconds
        finally:
            with self._lock:
                self.count -= 1


waiting = Waiting()


def begin_immediately(connection: Connection, seconds: float) -> None:
    """SQLite: one writer at a time, from the first moment on."""
    usual = seconds == BUSY_SECONDS
    if not usual:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        if not usual:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(BUSY_SECONDS * 1000)}")


def shorten_patience(connection: Connection, seconds: float) -> None:
    """PostgreSQL: any lock in this transaction is waited for no longer than that."""
    if seconds != BUSY_SECONDS and connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {int(seconds * 1000)}")
