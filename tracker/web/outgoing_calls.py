"""Talking with another server while somebody waits for the page: two at once, the rest come again.

However slow that server is, the threads that answer everybody else stay free.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import current_app

AT_ONCE = 2
"""Of everybody together: the server has six threads."""


class NoPlace(Exception):
    """As many as may be are under way; nobody waits for one."""


@contextmanager
def outgoing_call() -> Iterator[None]:
    """One of the places of this process. Raises NoPlace."""
    extensions = current_app.extensions
    places: BoundedSemaphore = extensions.setdefault("outward", BoundedSemaphore(AT_ONCE))
    if not places.acquire(blocking=False):
        raise NoPlace
    try:
        yield
    finally:
        places.release()
