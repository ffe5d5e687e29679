"""Something sent to an address that a person gave, under the same guard as a page fetched."""

from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPResponse
from typing import NamedTuple

from tracker.fetching.deadline import Deadline, Incoming
from tracker.fetching.fetch import Fetcher
from tracker.fetching.link import target
from tracker.fetching.refusals import Refused, Why

LARGEST = 20_000
"""Bytes of an answer that are read."""


class Answer(NamedTuple):
    """What came back."""

    status: int
    body: bytes


@dataclass
class Poster(Fetcher):
    """Sends; redirects are not followed, as what is sent is meant for that one address."""

    seconds: float = 15.0
    at_once: int = 8
    inside: bool = False
    """Whether servers inside this network may be reached; `allows` has to allow them as well."""

    def post(
        self, url: str, body: bytes, headers: Mapping[str, str], secure: bool = False
    ) -> Answer:
        """The answer, whatever its status; raises Refused. `secure` refuses plain HTTP."""
        there, deadline = target(url, self.inside), Deadline(self.seconds)
        if secure and not there.secure:
            raise Refused(Why.UNSAFE)
        lines = [
            f"POST {there.path} HTTP/1.1",
            f"Host: {there.host_header}",
            "User-Agent: Onward",
            f"Content-Length: {len(body)}",
            "Connection: close",
            *(f"{name}: {value}" for name, value in headers.items()),
        ]
        if any(not line.isprintable() or not line.isascii() for line in lines):
            raise Refused(Why.NO_LINK)
        with self.guarded():
            connected = self.connect(there, deadline)
            try:
                connected.settimeout(deadline.left())
                connected.sendall(("\r\n".join(lines) + "\r\n\r\n").encode("ascii") + body)
                incoming = Incoming(connected, deadline, LARGEST)
                response = HTTPResponse(incoming, method="POST")  # type: ignore[arg-type]
                response.begin()
                return Answer(response.status, response.read(LARGEST))
            finally:
                connected.close()
