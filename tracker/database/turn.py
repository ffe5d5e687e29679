"""Whose turn it is to write: one after the other, and never so many that nobody is left to read.

SQLite has one writer at a time, and those who wait for it ask again and again, the lucky one
first. So the writers of this process queue here, in the order in which they came, and only the
first asks. A request that waits holds a thread: where another program holds the database for half
a minute, those who would write must not hold all of them.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine, exc

BUSY_SECONDS = 4.5
"""How long a writer waits for its turn before it gives up with a 503."""
AT_ONCE = 1.0
"""Seconds of that at a stretch; then it looks how many wait."""
MOST_WAITING = 4
"""Writers of this process that go on waiting: two of the server's six threads stay free."""


class WriteTurn:
    """One writer's waiting."""

    def __init__(self, in_passing: bool) -> None:
        self.in_passing = in_passing
        self.thread = threading.get_ident()
        self.began = time.monotonic()

    def waited(self) -> float:
        """Seconds until now."""
        return time.monotonic() - self.began


class Queue:
    """Those who would write to one database, the longest waiting first."""

    def __init__(self, one_at_a_time: bool) -> None:
        self.one_at_a_time = one_at_a_time
        self.turns: list[WriteTurn] = []
        self.writes: WriteTurn | None = None
        self._changed = threading.Condition()

    @contextmanager
    def turn(self, in_passing: bool) -> Iterator[WriteTurn]:
        """From asking to write until it is written. Raises sqlalchemy.exc.TimeoutError."""
        mine = WriteTurn(in_passing)
        if self.writes is not None and self.writes.thread == mine.thread:
            raise RuntimeError("a change within a change")
        with self._changed:
            self.turns.append(mine)
        try:
            if self.one_at_a_time:
                self._come_first(mine)
            yield mine
        finally:
            with self._changed:
                if mine in self.turns:
                    self.turns.remove(mine)
                if self.writes is mine:
                    self.writes = None
                self._changed.notify_all()

    def begun(self, turn: WriteTurn) -> None:
        """It waits no longer."""
        with self._changed:
            self.turns.remove(turn)
            self.writes = turn if self.one_at_a_time else None
            self._changed.notify_all()

    def seconds(self, turn: WriteTurn) -> float:
        """How long to wait now: not at all where nobody gets on, or for a change in passing."""
        if turn.in_passing or self._is_crowded(turn):
            return 0
        return min(AT_ONCE, max(BUSY_SECONDS - turn.waited(), 0))

    def _come_first(self, turn: WriteTurn) -> None:
        with self._changed:
            while not self._changed.wait_for(lambda: self._is_first(turn), self.seconds(turn)):
                if self.seconds(turn) == 0:
                    raise exc.TimeoutError("others are writing")

    def _is_first(self, turn: WriteTurn) -> bool:
        return self.writes is None and self.turns[0] is turn

    def _is_crowded(self, turn: WriteTurn) -> bool:
        with self._changed:
            place = self.turns.index(turn)
            return place >= MOST_WAITING and self.turns[0].waited() > AT_ONCE


_queues: WeakKeyDictionary[Engine, Queue] = WeakKeyDictionary()
_making = threading.Lock()


def queue_of(engine: Engine) -> Queue:
    """The queue before a database; on PostgreSQL nobody waits in it, but they are counted."""
    with _making:
        found = _queues.get(engine)
        if found is None:
            found = _queues[engine] = Queue(engine.dialect.name == "sqlite")
        return found


def begin_immediately(connection: Connection, seconds: float) -> None:
    """SQLite: one writer at a time, from the first moment on."""
    usual = seconds == AT_ONCE
    if not usual:
        connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(seconds * 1000)}")
    try:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
    finally:
        if not usual:
            connection.exec_driver_sql(f"PRAGMA busy_timeout = {int(AT_ONCE * 1000)}")


def shorten_patience(connection: Connection, seconds: float) -> None:
    """PostgreSQL: locks are waited for no longer than that; by itself it is `BUSY_SECONDS`."""
    if seconds != AT_ONCE and connection.dialect.name == "postgresql":
        milliseconds = max(int(seconds * 1000), 1)  # 0 would be for ever
        connection.exec_driver_sql(f"SET LOCAL lock_timeout = {milliseconds}")
