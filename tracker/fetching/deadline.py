"""A connection of which every step ends by one moment: a drip of bytes is no way around it."""

import io
import socket
import time
from typing import Any

from tracker.fetching.refusals import Refused, Why


class Deadline:
    """The moment by which all has to be done."""

    def __init__(self, seconds: float) -> None:
        self._end = time.monotonic() + seconds

    def left(self) -> float:
        """Seconds that are left; raises Refused when there are none."""
        left = self._end - time.monotonic()
        if left <= 0:
            raise Refused(Why.SLOW)
        return left


class Timed(io.RawIOBase):
    """What comes in on a socket, by a deadline and up to a number of bytes."""

    def __init__(self, connected: socket.socket, deadline: Deadline, most: int) -> None:
        self._socket, self._deadline, self._most = connected, deadline, most

    def readable(self) -> bool:
        """It is."""
        return True

    def readinto(self, buffer: Any) -> int:
        """Read what is there; nothing more once enough has come."""
        if self._most <= 0:
            return 0
        self._socket.settimeout(self._deadline.left())
        count = self._socket.recv_into(buffer)
        self._most -= count
        return count


class Incoming:
    """Gives http.client the reader that it asks a socket for."""

    def __init__(self, connected: socket.socket, deadline: Deadline, most: int) -> None:
        self._raw = Timed(connected, deadline, most)

    def makefile(self, mode: str = "rb") -> io.BufferedReader:
        """The one reader of this connection."""
        return io.BufferedReader(self._raw, 65_536)
