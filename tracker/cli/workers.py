"""Several processes, on PostgreSQL, by gunicorn."""

import socket
from contextlib import AbstractContextManager
from typing import Any

from flask import Flask

from tracker.cli.failure import Failure


def serve_with_gunicorn(app: Flask, listener: socket.socket, workers: int) -> None:
    """Serve the app from so many processes. Raises Failure where gunicorn is not installed."""
    try:
        from gunicorn.app.base import BaseApplication
    except ImportError as error:
        raise Failure("Several workers need gunicorn: install onward[workers].") from error

    from tracker.extensions import db
    from tracker.tasks.runner import running

    address, port = listener.getsockname()[:2]
    listener.close()
    enough: list[AbstractContextManager[None]] = []

    class Served(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            self.cfg.set("bind", f"{address}:{port}")
            self.cfg.set("workers", workers)
            self.cfg.set("worker_class", "gthread")
            self.cfg.set("threads", 4)
            self.cfg.set("preload_app", True)
            self.cfg.set("loglevel", "warning")
            self.cfg.set("control_socket_disable", True)
            self.cfg.set("post_fork", forked)
            self.cfg.set("worker_exit", ended)

        def load(self) -> Any:
            return app

    def forked(server: object, worker: object) -> None:
        with app.app_context():
            db.engine.dispose(close=False)
        enough.append(running(app))
        enough[0].__enter__()

    def ended(server: object, worker: object) -> None:
        while enough:
            enough.pop().__exit__(None, None, None)

    Served().run()
