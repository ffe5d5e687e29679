"""Hundreds who send slowly: everybody else gets their pages."""

import socket
from collections.abc import Iterator
from contextlib import ExitStack

import pytest

from tests.cli.served import PATIENCE, Prepared, Server

MANY = 200
HEADERS = b"GET /today HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: "
BODY = (
    b"POST /login HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100000\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nemail="
)


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Prepared, Server]]:
    prepared = Prepared.at(tmp_path_factory.mktemp("slow"))
    with Server.running(prepared.instance) as server:
        yield prepared, server


@pytest.mark.parametrize("beginning", [HEADERS, BODY, b""], ids=["headers", "bodies", "silence"])
def test_two_hundred_slow_visitors_keep_nobody_from_a_page(
    served: tuple[Prepared, Server], beginning: bytes
) -> None:
    prepared, server = served
    with ExitStack() as stack:
        slow = [
            stack.enter_context(socket.create_connection(("127.0.0.1", server.port), PATIENCE))
            for _ in range(MANY)
        ]
        for part in (beginning, b"x", b"x"):
            for client in slow:
                client.sendall(part if beginning else b"")
            assert prepared.client(server).get("/today")[0] == 200
            assert server.healthy()
