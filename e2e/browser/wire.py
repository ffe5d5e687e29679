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
        self._lock = threading.Lock()
        threading.Thread(target=self._accept, daemon=True).start()

    def sever(self) -> None:
        """End what is open, and answer nobody."""
        self._turn(cut=True)

    def hang(self) -> None:
        """Take what is sent, and never answer it."""
        self._turn(hung=True)

    def sever_at_change(self, when: str) -> None:
        """At the next change from a phone's queue: in the middle of it ("during"), or when it has
        been carried out and its answer comes ("after")."""
        self.trap = when

    def mend(self) -> None:
        """As it was."""
        self._turn()

    def stop(self) -> None:
        """For good."""
        self._listening.close()
        self._turn(cut=True)

    def _turn(self, cut: bool = False, hung: bool = False) -> None:
        with self._lock:  # nobody who was just let in is left over
            self.cut, self.hung, self.trap = cut, hung, ""
            while self._open:
                end = self._open.pop()
                with suppress(OSError):
                    end.shutdown(socket.SHUT_RDWR)
                end.close()

    def _let_in(self, *ends: socket.socket) -> bool:
        with self._lock:
            if not self.cut:
                self._open.extend(ends)
                return True
        for end in ends:
            end.close()
        return False

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._listening.accept()
            except OSError:
                return
            if self.cut or self.hung:
                self._let_in(near)
                continue
            try:
                far = socket.create_connection(("127.0.0.1", self.port))
            except OSError:  # the test is over
                near.close()
                continue
            if self._let_in(near, far):
                for source, sink in ((near, far), (far, near)):
                    threading.Thread(target=self._carry, args=(source, sink), daemon=True).start()

    def _carry(self, source: socket.socket, sink: socket.socket) -> None:
        with suppress(OSError):
            while data := source.recv(65536):
                if self.cut or source is self._lost or self._is_trapped(data, sink):
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
