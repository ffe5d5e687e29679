"""One page fetched: each name looked up once, each address checked, and that very one connected to.

A redirect begins anew with all of it. Nothing is remembered between two: no cookies, no referrer.
"""

import socket
import ssl
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property
from http.client import HTTPException, HTTPResponse
from typing import NamedTuple

from tracker.fetching.addresses import may_be_reached
from tracker.fetching.body import LARGEST, read_body
from tracker.fetching.deadline import Deadline, Incoming
from tracker.fetching.link import Target, following, target
from tracker.fetching.names import Resolve, resolve
from tracker.fetching.refusals import Refused, Why

SECONDS, HOPS, ADDRESSES = 5.0, 3, 4
HEADERS = 300_000
"""Bytes on the wire besides a page."""
CLOSED = (401, 402, 403, 405, 406, 407, 409, 418, 423, 429, 451, 503, 999)
"""What sites answer who want people to sign in, or no programs."""
GONE = (404, 410)
MOVED = (301, 302, 303, 307, 308)
AGENT = "Mozilla/5.0 (compatible; Onward; a page that a person asked for)"


class Fetched(NamedTuple):
    """A page, and where it was at last."""

    url: str
    text: str


@dataclass
class Fetcher:
    """Fetches pages; what guards and resolves is given, so that tests can stand for the web."""

    resolve: Resolve = resolve
    allows: Callable[[str], bool] = may_be_reached
    seconds: float = SECONDS
    at_once: int = 2
    """Pages at one time: the server has threads for other things, too."""
    trusts: Callable[[], ssl.SSLContext] = ssl.create_default_context
    dial: Callable[[tuple[str, int], float], socket.socket] = socket.create_connection
    _places: threading.BoundedSemaphore = field(init=False, repr=False)

    def __post_init__(self) -> None:
        self._places = threading.BoundedSemaphore(self.at_once)

    @cached_property
    def _tls(self) -> ssl.SSLContext:
        """Whom to trust; read when first needed, as the list is long."""
        return self.trusts()

    def fetch(self, url: str) -> Fetched:
        """The page behind a link; raises Refused."""
        with self.guarded():
            return self._follow(url, Deadline(self.seconds))

    @contextmanager
    def guarded(self) -> Iterator[None]:
        """One of the places, and whatever goes wrong on the way as Refused."""
        if not self._places.acquire(blocking=False):
            raise Refused(Why.BUSY)
        try:
            yield
        except (TimeoutError, ssl.SSLWantReadError):
            raise Refused(Why.SLOW) from None
        except ssl.SSLError:
            raise Refused(Why.UNSAFE) from None
        except HTTPException:
            raise Refused(Why.BROKEN) from None
        except OSError:
            raise Refused(Why.UNREACHABLE) from None
        finally:
            self._places.release()

    def _follow(self, url: str, deadline: Deadline) -> Fetched:
        for _ in range(HOPS + 1):
            there = target(url)
            connected = self.connect(there, deadline)
            try:
                with self._ask(connected, there, deadline) as response:
                    if response.status not in MOVED:
                        return Fetched(there.url, self._page(response))
                    url = following(url, response.headers.get("Location") or "")
            finally:
                connected.close()
        raise Refused(Why.BROKEN)

    def connect(self, there: Target, deadline: Deadline) -> socket.socket:
        """A connection to the first address that answers, of those that were checked."""
        found = self.resolve(there.host, there.port, deadline.left())
        if not all(self.allows(each) for each in found):
            raise Refused(Why.INSIDE)  # a name that leads inside as well is none to try
        return self._first(found[:ADDRESSES], there, deadline)

    def _first(self, found: Iterable[str], there: Target, deadline: Deadline) -> socket.socket:
        trouble: OSError = OSError("no address")
        for address in found:
            try:
                connected = self.dial((address, there.port), min(deadline.left(), self.seconds / 2))
            except OSError as error:
                trouble = error
                continue
            return self._secured(connected, there, deadline) if there.secure else connected
        raise trouble

    def _secured(
        self, connected: socket.socket, there: Target, deadline: Deadline
    ) -> socket.socket:
        try:
            connected.settimeout(deadline.left())
            return self._tls.wrap_socket(connected, server_hostname=there.host)
        except BaseException:
            connected.close()
            raise

    def _ask(self, connected: socket.socket, there: Target, deadline: Deadline) -> HTTPResponse:
        lines = (
            f"GET {there.path} HTTP/1.1",
            f"Host: {there.host_header}",
            f"User-Agent: {AGENT}",
            "Accept: text/html,application/xhtml+xml,text/plain;q=0.8",
            "Accept-Language: en,de;q=0.7",
            "Accept-Encoding: gzip",
            "Connection: close",
        )
        connected.settimeout(deadline.left())
        connected.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("ascii"))
        incoming = Incoming(connected, deadline, LARGEST + HEADERS)
        response = HTTPResponse(incoming, method="GET")  # type: ignore[arg-type]
        try:
            response.begin()
        except BaseException:
            response.close()  # by itself it would complain in the log, after what it reads is gone
            raise
        return response

    def _page(self, response: HTTPResponse) -> str:
        if response.status in GONE:
            raise Refused(Why.GONE)
        if response.status in CLOSED:
            raise Refused(Why.REFUSED)
        if not 200 <= response.status < 300:
            raise Refused(Why.BROKEN)
        return read_body(response)
