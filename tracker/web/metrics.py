"""What is counted for whoever watches the server: routes and times, never addresses or people.

The numbers lie in memory that all processes of a server share, so that any of them tells the whole.
"""

import mmap
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import NamedTuple

from flask import Flask, Response, g, request

try:
    import fcntl
except ImportError:  # Windows, where one process serves
    fcntl = None  # type: ignore[assignment]

CLASSES = ("1xx", "2xx", "3xx", "4xx", "5xx")
BOUNDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)
"""Seconds that a request took at most, by which they are counted."""
NO_ROUTE = "-"


class Counted(NamedTuple):
    """All that was counted, at one moment."""

    requests: dict[tuple[str, str], int]
    """By route and class of status; only what there was."""
    within: list[int]
    """How many took no longer than each of the bounds, and how many there were."""
    seconds: float


class RequestCounts:
    """Numbers in shared memory, which processes and threads change one after another."""

    def __init__(self, routes: list[str]) -> None:
        """Room for these routes: as many as the program has, whatever people ask for."""
        self.rows = {route: row for row, route in enumerate(dict.fromkeys([NO_ROUTE, *routes]))}
        self.times = len(self.rows) * len(CLASSES)
        self.sum = self.times + len(BOUNDS) + 1
        self.numbers = memoryview(mmap.mmap(-1, 8 * (self.sum + 1))).cast("d")
        self.threads = threading.Lock()
        self.file = tempfile.TemporaryFile()  # noqa: SIM115 - as long as the program

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Nobody else counts; a process that is killed meanwhile holds up no other."""
        with self.threads:
            if fcntl is not None:
                fcntl.lockf(self.file, fcntl.LOCK_EX)
            try:
                yield
            finally:
                if fcntl is not None:
                    fcntl.lockf(self.file, fcntl.LOCK_UN)

    def add(self, route: str, status: int, seconds: float) -> None:
        """One answered request."""
        kind = min(max(status // 100, 1), len(CLASSES)) - 1
        bound = sum(seconds > each for each in BOUNDS)
        row = self.rows.get(route, self.rows[NO_ROUTE])
        with self.alone():
            self.numbers[row * len(CLASSES) + kind] += 1
            self.numbers[self.times + bound] += 1
            self.numbers[self.sum] += seconds

    def read(self) -> Counted:
        """All of it."""
        with self.alone():
            found = self.numbers.tolist()
        requests = {
            (route, kind): int(found[row * len(CLASSES) + place])
            for route, row in self.rows.items()
            for place, kind in enumerate(CLASSES)
            if found[row * len(CLASSES) + place]
        }
        within, so_far = [], 0
        for number in found[self.times : self.sum]:
            so_far += int(number)
            within.append(so_far)
        return Counted(requests, within, found[self.sum])


def init_app(app: Flask, wanted: bool) -> None:
    """Count what is answered from now on, if somebody wants to know."""
    if not wanted:
        return
    counts = RequestCounts([rule.rule for rule in app.url_map.iter_rules()])
    app.extensions["metrics"] = counts

    def count(response: Response) -> Response:
        route = request.url_rule.rule if request.url_rule else NO_ROUTE
        took = time.perf_counter() - g.get("started", time.perf_counter())
        counts.add(route, response.status_code, took)
        return response

    app.after_request(count)
