"""Pages take turns: threads that compute pages at once only keep interrupting each other.

Python runs one thread at a time, and one that waits for a row of SQLite's lets another go on: with
eight clients a page changed hands hundreds of times, and took 1.5 times the processor time.
"""

import threading
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

SLOW = 0.01
"""Seconds after which nobody waits for a page any longer: most are computed in half of it."""


class Turns:
    """The app, with its quick pages computed one after another; changes wait for none of them."""

    def __init__(self, app: "WSGIApplication") -> None:
        self._app = app
        self._turn = threading.Lock()
        self._begun = 0.0

    def __call__(
        self, environ: "WSGIEnvironment", start_response: "StartResponse"
    ) -> Iterable[bytes]:
        """Answer one request."""
        mine = environ["REQUEST_METHOD"] == "GET" and self._wait()
        try:
            return self._app(environ, start_response)
        finally:
            if mine:
                self._turn.release()

    def _wait(self) -> bool:
        """Whether the turn has come; not so where the page that has it turns out to be slow."""
        patience = 0.0
        while not self._turn.acquire(timeout=patience):
            if time.monotonic() - self._begun > SLOW:
                return False
            patience = SLOW
        self._begun = time.monotonic()
        return True
