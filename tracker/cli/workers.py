"""Several processes that answer on one address, on PostgreSQL."""

import contextlib
import logging
import os
import signal
import socket
import threading
import time

from flask import Flask

from tracker.cli.failure import Failure
from tracker.cli.waitress_server import serve_here
from tracker.extensions import db
from tracker.tasks.runner import running

log = logging.getLogger("onward")
PAUSE = 1.0
"""Seconds before a process that ended by itself is replaced: one that can't start is no storm."""


def serve_from_workers(
    app: Flask, listener: socket.socket, workers: int, proxied: bool = False
) -> None:
    """Answer from so many processes until this one is asked to stop.

    One that ends by itself is replaced. None outlives this process, however it ends.
    """
    if not hasattr(os, "fork"):
        raise Failure("Several workers can't be started on this system.")
    with app.app_context():
        db.engine.dispose(close=False)
    ours_ends, theirs_end = os.pipe()
    children: set[int] = set()
    try:
        while True:
            while len(children) < workers:
                children.add(start(app, listener, proxied, ours_ends, theirs_end))
            ended, _ = os.wait()
            children.discard(ended)
            time.sleep(PAUSE)
    except (KeyboardInterrupt, SystemExit):
        pass
    finally:
        stop(children)


def start(
    app: Flask, listener: socket.socket, proxied: bool, alive: int, held_by_parent: int
) -> int:
    """A process of its own that answers; gives its id."""
    child = os.fork()
    if child:
        return child
    status = 1
    try:
        os.close(held_by_parent)
        threading.Thread(target=end_with_parent, args=(alive,), daemon=True).start()
        with running(app):
            serve_here(app, listener, proxied)
        status = 0
    except Exception:
        log.exception("a worker ended")
    finally:
        os._exit(status)


def end_with_parent(alive: int) -> None:
    """Ask this process to stop once the other end of the pipe is closed, as when it was killed."""
    os.read(alive, 1)
    os.kill(os.getpid(), signal.SIGTERM)


def stop(children: set[int]) -> None:
    """Ask them to stop, and wait until they have."""
    for child in children:
        with contextlib.suppress(ProcessLookupError):
            os.kill(child, signal.SIGTERM)
    for child in children:
        with contextlib.suppress(ChildProcessError):
            os.waitpid(child, 0)
