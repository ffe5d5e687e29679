"""Sites of a test's own on this machine, and a fetcher that takes them for the web."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress

from tracker.fetching.fetch import Fetcher

Answer = Callable[[socket.socket, bytes], None]
PAGE = b"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n"


class Site:
    """A listener that counts who connects; what it answers is given."""

    def __init__(self, answer: Answer, secure: ssl.SSLContext | None = None) -> None:
        self.connections = 0
        self.asked: list[bytes] = []
        self._answer, self._secure = answer, secure
        self._listener = socket.create_server(("127.0.0.1", 0))
        self.port: int = self._listener.getsockname()[1]
        self._over = False
        threading.Thread(target=self._serve, daemon=True).start()

    def _serve(self) -> None:
        while not self._over:
            try:
                connected, _ = self._listener.accept()
            except OSError:
                return
            self.connections += 1
            threading.Thread(target=self._one, args=(connected,), daemon=True).start()

    def _one(self, connected: socket.socket) -> None:
        with suppress(OSError), self._met(connected) as connected:
            asked = connected.recv(65_536)
            self.asked.append(asked)
            self._answer(connected, asked)

    def _met(self, connected: socket.socket) -> socket.socket:
        if self._secure is None:
            return connected
        return self._secure.wrap_socket(connected, server_side=True)

    def close(self) -> None:
        """Answers nobody any more."""
        self._over = True
        self._listener.close()


@contextmanager
def site(answer: Answer | bytes, secure: ssl.SSLContext | None = None) -> Iterator[Site]:
    """A site for the length of a test; bytes are what it always answers."""
    say = answer if callable(answer) else lambda connected, _: connected.sendall(answer)
    made = Site(say, secure)
    try:
        yield made
    finally:
        made.close()


def as_the_web(
    port: int,
    seconds: float = 60.0,
    addresses: Sequence[str] = ("203.0.113.9",),
    resolve: Callable[[str, int, float], list[str]] | None = None,
) -> Fetcher:
    """A fetcher for which addresses kept for documents are outside, and lead to a port here.

    It is more patient than people are: whoever asks how long it waits says so.
    """

    def dial(address: tuple[str, int], timeout: float) -> socket.socket:
        assert address[0].startswith("203.0.113."), f"{address} was dialled"
        if address[0] == "203.0.113.1":
            raise ConnectionRefusedError
        return socket.create_connection(("127.0.0.1", port), timeout)

    return Fetcher(
        resolve=resolve or (lambda host, port, seconds: list(addresses)),
        allows=lambda said: said.startswith("203.0.113."),
        seconds=seconds,
        dial=dial,
    )
