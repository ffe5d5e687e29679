"""`onward serve`."""

import contextlib
import io
import os
import signal
import socket
import sys
from typing import TYPE_CHECKING, NoReturn

import click

from tracker.cli.failure import Failure
from tracker.cli.gc_pause import loading
from tracker.config.settings import read_settings

if TYPE_CHECKING:
    from flask import Flask


@click.command()
@click.option("--host", default="0.0.0.0", show_default=True, help="Where to listen.")  # noqa: S104
@click.option("--port", default=8000, show_default=True, type=click.IntRange(0, 65535))
@click.option("--workers", default=1, show_default=True, type=click.IntRange(1, 64))
def serve(host: str, port: int, workers: int) -> None:
    """Serve Onward, and say how to reach it from a phone."""
    with loading():
        from tracker.cli.app_context import started_app
        from tracker.cli.prepare import prepare_apart
        from tracker.tasks.runner import running
        from tracker.web.network import is_loopback
        from tracker.web.urls import ALONE

    settings = read_settings()
    if workers > 1 and settings.sqlite_file is not None:
        raise Failure(
            "Several workers need PostgreSQL: set ONWARD_DATABASE_URL. One worker serves SQLite."
        )
    listener = listen(host, port)
    signal.signal(signal.SIGTERM, stop)
    prepare_apart(settings)
    with contextlib.ExitStack() as stack:
        with loading():
            app = stack.enter_context(started_app(settings))
        app.config[ALONE] = is_loopback(host)
        behind = settings.trusted_proxies > 0
        greet(app, listener.getsockname()[1], host)
        if workers > 1:
            from tracker.cli.workers import serve_from_workers

            serve_from_workers(app, listener, workers, behind)
        else:
            from tracker.cli.waitress_server import serve_here

            with running(app):
                serve_here(app, listener, behind)


def stop(number: int, frame: object) -> NoReturn:
    """End as Ctrl+C does, and count it as a success: a service manager asked for it."""
    raise SystemExit(0)


def listen(host: str, port: int) -> socket.socket:
    """A socket at that address, before anything slow is done. Raises Failure."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    if os.name != "nt":
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(1024)
    except (OSError, UnicodeError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise Failure(
            f"Port {port} on {host} can't be used ({reason}). Try another one with --port."
        ) from error
    return listener


def greet(app: "Flask", port: int, host: str) -> None:
    """The addresses, the code of the first start, and a QR code where a phone can come."""
    from tracker.setup_code import ensure
    from tracker.web.network import lan_address
    from tracker.web.security import base_url
    from tracker.web.urls import is_for_this_machine_alone

    with app.app_context():
        code = ensure()
        ours = base_url()
    if ours is not None and is_for_this_machine_alone(ours):
        ours = None
    local = host in ("127.0.0.1", "localhost", "::1")
    phone = ours or f"http://{'127.0.0.1' if local else lan_address()}:{port}"
    link = f"{phone}/setup?code={code}" if code else phone
    reached = ours is not None or not local
    lines = ["", f"  Onward is running.  On this machine:  http://localhost:{port}"]
    if reached:
        lines.append(f"                      On your phone:    {phone}")
    if code:
        lines += ["", f"  First start: open it and make your account with the code  {code}"]
    lines += ["", qr(link)] if reached else [""]  # no phone can open this machine's own number
    click.echo("\n".join([*lines, "  Ctrl+C stops it.", ""]))
    sys.stdout.flush()


def qr(link: str) -> str:
    """A QR code in half blocks, for a terminal."""
    if not (sys.stdout.encoding or "").lower().startswith("utf"):
        return ""
    import segno

    drawn = io.StringIO()
    segno.make(link, micro=False).terminal(out=drawn, compact=True, border=2)
    return drawn.getvalue()
