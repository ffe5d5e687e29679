"""A line to the server that can be cut: before a request, within it, or before its answer."""

import socket
import threading
from contextlib import suppress


class Wire:
    """A line to the server that can be cut, while the browser believes that it is connected."""

    def __init__(self, port: int) -> None:
        self.port, self.cut, self.hung = port, False, False
        self.trap = ""
        self._lost: socket.socket | None = None
        self._listening = socket.create_server(("127.0.0.1", 0))
        self.url = f"http://127.0.0.1:{self._listening.getsockname()[1]}"
        self._open: list[socket.socket] = []
        threading.Thread(target=self._accept, daemon=True).start()

    def sever(self) -> None:
        """End what is open, and answer nobody."""
        self.cut = True
        self._close()

    def hang(self) -> None:
        """Take what is sent, and never answer it."""
        self.hung = True
        self._close()

    def sever_at_change(self, when: str) -> None:
        """At the next change from a phone's queue: in the middle of it ("during"), or when it has
        been carried out and its answer comes ("after")."""
        self.trap = when

    def mend(self) -> None:
        """As it was."""
        self.cut = self.hung = False
        self.trap = ""
        self._close()

    def stop(self) -> None:
        """For good."""
        self._listening.close()
        self._close()

    def _close(self) -> None:
        while self._open:
            end = self._open.pop()
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
            end.close()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            if self.cut:
                near.close()
                continue
            self._open.append(near)
            if self.hung:
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.port))
            except OSError:  # the test is over
                near.close()
                continue
            self._open.append(far)
            for source, sink in ((near, far), (far, near)):
                threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if source is self._lost or self._is_trapped(data, sink):
                    self.sever()
                    break
                sink.sendall(data)
        for end in (source, sink):
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)

    def _is_trapped(self, data: bytes, sink: socket.socket) -> bool:
        if not self.trap or b"onward-change:" not in data.lower():
            return False
        when, self.trap = self.trap, ""
        self._lost = sink if when == "after" else None
        return when == "during"
