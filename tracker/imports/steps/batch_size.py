"""How many rows go into one transaction, so that nobody else waits for longer than they would."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from math import inf

AIM = 0.5
"""Seconds of one transaction; a writer gives up after a few."""
FIRST, LEAST = 500, 25
ROOM = 0.12
"""Seconds between two, in which whoever waits for a turn asks at least once on SQLite."""


class BatchSize:
    """More rows where they go fast, fewer where they don't."""

    def __init__(self, most: int, seconds: float = 0) -> None:
        self.most = most
        self.size = min(FIRST, most)
        self.beside_others = seconds == inf
        """Whether this goes on and on, so that others have to be let in between."""

    @contextmanager
    def transaction(self, rows: int) -> Iterator[None]:
        """Around one with so many rows."""
        began = time.monotonic()
        yield
        took = max(time.monotonic() - began, 1e-3)
        self.size = max(LEAST, min(self.most, int(rows * AIM / took)))
        if self.beside_others and rows >= FIRST // 10:
            time.sleep(ROOM)
