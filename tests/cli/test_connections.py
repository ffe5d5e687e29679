"""Connections, as the program's own server keeps them."""

import socket
from collections.abc import Iterator
from http.client import HTTPConnection
from typing import Any

import pytest

from tests.serving import serving
from tracker.cli import connections
from tracker.cli.connections import ProxiedChannel, RequestChannel

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
    with serving(answer, 1, PATIENCE, channel=RequestChannel) as server:
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


def open_one(port: int, sent: bytes) -> socket.socket:
    client = socket.create_connection(("127.0.0.1", port), timeout=PATIENCE)
    client.sendall(sent)
    return client


def begun(port: int) -> socket.socket:
    """A connection that the server has begun to read a request from."""
    client = open_one(port, b"GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    assert says_hello(client)
    client.sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 100000\r\n\r\n")
    return client


def says_hello(client: socket.socket) -> bool:
    """Waits for a page."""
    received = b""
    while not received.endswith(b"hello"):
        further = client.recv(4096)
        if not further:
            return False
        received += further
    return True


def answers(port: int) -> bool:
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    connection.request("GET", "/")
    status = connection.getresponse().status
    connection.close()
    return status == 200


def is_hung_up_on(client: socket.socket, part: bytes = b"x") -> bool:
    """Goes on bit by bit until the server hangs up."""
    try:
        while True:
            client.sendall(part)
    except OSError:
        return True


@pytest.mark.parametrize(
    "beginning",
    [b"GET / HTTP/1.1\r\nHos", b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000000\r\n\r\n"],
    ids=["headers", "body"],
)
def test_request_that_trickles_in_is_hung_up_on(
    port: int, monkeypatch: pytest.MonkeyPatch, beginning: bytes
) -> None:
    monkeypatch.setattr(connections, "GRACE", 0.0)
    monkeypatch.setattr(connections, "SLOWEST", 10**12)
    with open_one(port, beginning) as client:
        assert is_hung_up_on(client)


def test_request_that_comes_in_pieces_and_in_time_is_answered(port: int) -> None:
    with open_one(port, b"GET / HT") as client:
        for part in (b"TP/1.1\r\nHo", b"st: x\r\nContent-", b"Length: 3\r\n\r\n", b"a", b"bc"):
            client.sendall(part)
        assert says_hello(client)


def test_of_too_many_from_one_address_the_longest_waiting_is_closed(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST_FROM_ONE", 3)
    waiting = [begun(port) for _ in range(3)]

    assert answers(port)

    assert is_hung_up_on(waiting[0])
    for client in waiting:
        client.close()


def test_when_all_places_are_taken_a_page_is_answered_all_the_same(
    port: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connections, "MOST", 2)
    waiting = [begun(port) for _ in range(6)]

    assert all(answers(port) for _ in range(4))

    for client in waiting:
        client.close()


def test_addresses_are_not_counted_behind_a_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_FROM_ONE", 1)
    with serving(answer, 1, PATIENCE, channel=ProxiedChannel) as server:
        clients = [begun(server.effective_port) for _ in range(3)]
        for client in clients:
            client.sendall(b"x" * 100_000)
            assert says_hello(client)
            client.close()


def test_bodies_that_are_not_whole_fill_no_disk(port: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connections, "MOST_UNREAD", 2 * connections.CHUNK)
    head = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000000\r\n\r\n"
    with open_one(port, head) as client:
        assert is_hung_up_on(client, b"x" * 1_000_000)
    assert answers(port)
