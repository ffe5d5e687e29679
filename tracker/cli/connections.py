"""Connections to our own server: they last, and one that dawdles makes room for others.

Waitress reads requests whole before a thread meets them, so whoever sends one slowly holds a
connection and nothing else. What it leaves open is mended here: it hangs up after each answer
without a body, never hangs up on a request that trickles in, and lets nobody in any more once so
many wait.
"""

import select
import time
from collections.abc import Iterable
from typing import TYPE_CHECKING, Any, cast

from waitress.channel import HTTPChannel
from waitress.task import WSGITask

if TYPE_CHECKING:
    from waitress.server import BaseWSGIServer

MOST = 900 if hasattr(select, "poll") else 400
"""Connections at once; from then on the one that has waited longest makes room."""
MOST_FROM_ONE = 400
"""The same for one address, unless a proxy stands before us, from where all come."""
GRACE = 20.0
"""Seconds in which a request should be here, ..."""
SLOWEST = 1_000
"""... and the bytes a second that give it more: a phone in a tunnel sends more than that."""
CHUNK = 1024 * 1024
MOST_UNREAD = 512 * CHUNK
"""Bytes of requests that are not yet whole, together: they lie on the disk meanwhile."""


class RequestTask(WSGITask):
    """One request and its answer."""

    def set_close_on_finish(self) -> None:
        """Hang up, but not merely since the answer is a 304 or 204, whose end needs no length.

        A phone would connect again for whatever it asks next, which takes it 150 ms and more.
        """
        sent = getattr(self.request, "headers", {})
        asked_to = sent.get("CONNECTION", "").lower() == "close"
        if self.has_body or asked_to or self.version != "1.1":
            super().set_close_on_finish()


class RequestChannel(HTTPChannel):
    """One connection."""

    task_class = RequestTask
    began = 0.0
    """When the request that is coming in began, on the monotonic clock."""
    unread = 0
    """Bytes of it so far."""

    def __init__(self, server: "BaseWSGIServer", *given: Any, **named: Any) -> None:
        super().__init__(server, *given, **named)
        self.began = time.monotonic()
        make_room(self, others(self))

    def received(self, data: bytes) -> bool:
        """Take in a part of a request, as long as it comes in time and the disk has room."""
        now, before = time.monotonic(), self.request
        if before is None:
            self.began, self.unread = now, 0
        self.unread += len(data)
        if self.is_late(now) or self.is_too_much(len(data)):
            self.will_close = True
            return False
        taken: bool = super().received(data)
        if self.request is not before:  # another began in the same breath, or none is open
            self.began, self.unread = now, 0
        return taken

    def is_late(self, now: float) -> bool:
        """Whether a request should have been here by now."""
        return now - self.began > GRACE + self.unread / SLOWEST

    def is_too_much(self, more: int) -> bool:
        """Whether all that is not yet whole is too much for the disk; looked at each megabyte."""
        if self.unread // CHUNK == (self.unread - more) // CHUNK:
            return False
        return sum(each.unread for each in [self, *others(self)]) > MOST_UNREAD

    @property
    def waits(self) -> bool:
        """Whether nothing is being answered here: it may be closed without harm to anybody."""
        return not (self.requests or self.total_outbufs_len or self.will_close)


class ProxiedChannel(RequestChannel):
    """One that comes by way of a proxy: its address says nothing."""


def others(channel: RequestChannel) -> list[RequestChannel]:
    """All connections of its server but this one."""
    present = cast("dict[int, RequestChannel]", channel.server.active_channels)
    return [each for each in present.values() if each is not channel]


def make_room(newcomer: RequestChannel, present: Iterable[RequestChannel]) -> None:
    """Close the connection that has waited longest, where there are too many."""
    present = [each for each in present if not each.will_close]
    if not isinstance(newcomer, ProxiedChannel):
        neighbours = [each for each in present if each.addr[0] == newcomer.addr[0]]
        if len(neighbours) >= MOST_FROM_ONE:
            close_longest_waiting(neighbours)
            return
    if len(present) >= MOST:
        close_longest_waiting(present)


def close_longest_waiting(channels: list[RequestChannel]) -> None:
    """An idle one, or one whose request trickles in; in the server's next round."""
    waiting = [each for each in channels if each.waits]
    if waiting:
        min(waiting, key=lambda each: each.began).will_close = True
