"""Connections, as the program's own server keeps them."""

import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Any

import pytest

from tests.serving import serving
from tracker.cli.keep_alive import Channel

PATIENCE = 60


def answer(environ: dict[str, Any], start_response: Any) -> list[bytes]:
    """304 for what is at hand already, else a page."""
    if "HTTP_IF_NONE_MATCH" in environ:
        start_response("304 Not Modified", [("ETag", '"1"')])
        return []
    start_response("200 OK", [("Content-Length", "5")])
    return [b"hello"]


@pytest.fixture
def port() -> Iterator[int]:
    with serving(answer, 1, PATIENCE, channel=Channel) as server:
        yield server.effective_port


def test_connection_outlasts_an_answer_without_a_body(port: int) -> None:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.connect()
    kept = connection.sock

    for status, headers in (
        (304, {"If-None-Match": '"1"'}),
        (200, {}),
        (304, {"If-None-Match": "*"}),
    ):
        connection.request("GET", "/", headers=headers)
        response = connection.getresponse()
        response.read()
        assert response.status == status
        assert response.getheader("Connection") is None

    assert connection.sock is kept
    connection.close()


@pytest.mark.parametrize("request_line", ["GET / HTTP/1.0", "GET / HTTP/1.1\r\nConnection: close"])
def test_connection_ends_where_the_client_says_so(port: int, request_line: str) -> None:
    with socket.create_connection(("127.0.0.1", port), timeout=PATIENCE) as client:
        client.sendall(f'{request_line}\r\nHost: x\r\nIf-None-Match: "1"\r\n\r\n'.encode())
        received = b""
        while further := client.recv(4096):
            received += further

    assert b" 304 " in received
