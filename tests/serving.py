"""A server in a thread of the test, that ends without leaving its loop on a closed socket."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from waitress import wasyncore
from waitress.server import create_server


@contextmanager
def serving(app: Any, threads: int, patience: float, channel: type | None = None) -> Iterator[Any]:
    """Waitress on a free port of loopback. Waits at most `patience` seconds for its end."""
    server = create_server(app, host="127.0.0.1", port=0, threads=threads)
    if channel:
        server.channel_class = channel
    running = threading.Thread(target=server.run, daemon=True)
    running.start()
    try:
        yield server
    finally:
        server.trigger.pull_trigger(lambda: wasyncore.close_all(server._map))
        running.join(timeout=patience)
        server.task_dispatcher.shutdown()
