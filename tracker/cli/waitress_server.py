"""One process that answers, by waitress."""

import contextlib
import select
import socket
from typing import TYPE_CHECKING

from waitress.server import BaseWSGIServer, create_server

from tracker.cli.connections import MOST, ProxiedChannel, RequestChannel

if TYPE_CHECKING:
    from _typeshed.wsgi import WSGIApplication

THREADS = 6
BODY = 64 * 1024 * 1024
"""Bytes of the largest request: an import may have 50 MB."""
ANSWER = 256 * 1024 * 1024
"""Bytes of an answer that wait on the disk for a slow reader, so that no thread does."""
SILENCE = 60
"""Seconds after which a connection on which nothing is said is closed."""


def serve_here(app: "WSGIApplication", listener: socket.socket, proxied: bool = False) -> None:
    """Answer until this process is asked to stop."""
    allow_files(MOST + 200)
    server = create_server(
        app,
        sockets=[listener],
        threads=THREADS,
        ident="",
        clear_untrusted_proxy_headers=False,
        max_request_body_size=BODY,
        outbuf_high_watermark=ANSWER,
        connection_limit=MOST + 100,
        channel_timeout=SILENCE,
        cleanup_interval=10,
        asyncore_use_poll=hasattr(select, "poll"),
    )
    assert isinstance(server, BaseWSGIServer)
    server.channel_class = ProxiedChannel if proxied else RequestChannel
    with contextlib.suppress(KeyboardInterrupt, SystemExit):
        server.run()
    for channel in list(getattr(server, "active_channels", {}).values()):
        channel.handle_write()  # what was carried out while stopping is answered too


def allow_files(number: int) -> None:
    """Each connection is an open file: let there be so many, where the system has it."""
    try:
        import resource
    except ImportError:  # Windows
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = number if hard == resource.RLIM_INFINITY else min(number, hard)
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
