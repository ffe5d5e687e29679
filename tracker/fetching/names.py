"""Names looked up with a limit of time, which the system's own look-up has not."""

import queue
import socket
import threading
from collections.abc import Callable

from tracker.fetching.refusals import Refused, Why

Resolve = Callable[[str, int, float], list[str]]
"""The addresses of a host for a port, within so many seconds."""
MOST = 8
"""Look-ups at once: one that hangs holds its place until the system gives it up."""
_PLACES = threading.BoundedSemaphore(MOST)


def resolve(host: str, port: int, seconds: float) -> list[str]:
    """Every address of a name, in the order that the system prefers; raises Refused."""
    if not _PLACES.acquire(blocking=False):
        raise Refused(Why.BUSY)
    answer: queue.SimpleQueue[list[str] | None] = queue.SimpleQueue()

    def ask() -> None:
        found: list[str] | None = None
        try:
            found = _addresses(host, port)
        finally:
            _PLACES.release()
            answer.put(found)

    threading.Thread(target=ask, name="look-up", daemon=True).start()
    try:
        found = answer.get(timeout=max(seconds, 0.01))
    except queue.Empty:
        raise Refused(Why.SLOW) from None
    if not found:
        raise Refused(Why.UNKNOWN)
    return found


def _addresses(host: str, port: int) -> list[str] | None:
    try:
        rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError, ValueError):
        return None
    return list(dict.fromkeys(_scoped(row[4]) for row in rows))


def _scoped(address: tuple[object, ...]) -> str:
    """An address with its scope, by which it is known to be a local one."""
    scope = address[3] if len(address) > 3 else 0
    said = str(address[0])
    return f"{said}%{scope}" if scope and "%" not in said else said
