"""A push service, an ntfy, a Gotify and a mail server of the tests, that keep what they get."""

import json
import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.message import Message
from email.policy import default
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import http_ece
from aiosmtpd.controller import Controller
from cryptography.hazmat.primitives.asymmetric import ec

from tracker.config.smtp import OFF, Smtp
from tracker.fetching.post import Poster
from tracker.reminders.channels.outgoing import Ways
from tracker.reminders.push.keys import encoded, public_bytes


@dataclass
class Phone:
    """A browser with a subscription, which alone can read what is sent to it."""

    endpoint: str
    key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    secret: bytes = field(default_factory=lambda: os.urandom(16))

    def given(self) -> dict[str, str]:
        """What the browser tells the server of it."""
        return {
            "endpoint": self.endpoint,
            "p256dh": encoded(public_bytes(self.key)),
            "auth": encoded(self.secret),
        }

    def read(self, body: bytes) -> Any:
        """By a library that is not ours."""
        return json.loads(
            http_ece.decrypt(
                body, private_key=self.key, auth_secret=self.secret, version="aes128gcm"
            )
        )


@dataclass
class Posted:
    """One request that came."""

    path: str
    headers: dict[str, str]
    body: bytes


@dataclass
class Service:
    """What any service of the web does here: it answers a status and keeps what came."""

    port: int
    got: list[Posted] = field(default_factory=list)
    status: int = 201

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.port}"

    def phone(self) -> Phone:
        """A browser that named this push service."""
        return Phone(f"{self.url}/push/{len(self.got)}")


@contextmanager
def service() -> Iterator[Service]:
    """A server that keeps what is posted to it."""

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"]))
            kept.got.append(Posted(self.path, dict(self.headers), body))
            self.send_response(kept.status)
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Silent."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    kept = Service(server.server_address[1])
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield kept
    finally:
        server.shutdown()
        server.server_close()


class Post:
    """A mail server's box."""

    def __init__(self) -> None:
        self.mails: list[Message] = []
        self.to: list[str] = []
        self.refuses = ""

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802
        """A mail that came."""
        if self.refuses:
            return self.refuses
        self.to += envelope.rcpt_tos
        self.mails.append(message_from_bytes(envelope.content, policy=default))
        return "250 OK"


@contextmanager
def post_office() -> Iterator[tuple[Smtp, Post]]:
    """A mail server, and the box that all goes into."""
    box = Post()
    with socket.create_server(("127.0.0.1", 0)) as free:  # the controller asks for a number
        port = free.getsockname()[1]
    controller = Controller(box, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield Smtp("127.0.0.1", port, OFF, "onward@example.org"), box
    finally:
        controller.stop()


def ways(instance: Any, smtp: Smtp | None = None) -> Ways:
    """That may reach servers of this machine, without TLS."""
    return Ways(instance, smtp, Poster(inside=True, allows=lambda _: True), only_https=False)
