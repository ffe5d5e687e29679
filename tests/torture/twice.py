"""Two phones, two taps, an answer that never arrives."""

import contextlib
import http.client
import random
import re
import socket
import sqlite3
import threading
import uuid
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from tests.cli.served import Client, Server
from tests.torture.fault import Fault, Work, must

PHONES = {"HX-Request": "true", "HX-Request-Type": "partial"}


def at_once(jobs: Sequence[Callable[[], int]]) -> list[int]:
    """What each gives, all begun at the same moment."""
    gate = threading.Barrier(len(jobs))

    def run(job: Callable[[], int]) -> int:
        gate.wait()
        return job()

    with ThreadPoolExecutor(len(jobs)) as pool:
        return list(pool.map(run, jobs))


def facts(instance: Path, statement: str, *given: object) -> list[tuple[object, ...]]:
    """What the database says."""
    with contextlib.closing(sqlite3.connect(instance / "onward.db")) as database:
        return database.execute(statement, given).fetchall()


def move_one_card(work: Work) -> str:
    """Both saw the same version."""
    prepared, races = work.prepared(), work.times(100, 10)
    (card,) = prepared.cards
    told: list[tuple[int, ...]] = []
    with Server.running(prepared.instance) as server:
        client = prepared.client(server)
        client.headers |= PHONES
        for number in range(races):
            ((version, stage),) = facts(
                prepared.instance, "SELECT version, stage FROM applications WHERE id = ?", card
            )
            aims = [each for each in ("applied", "interview", "action_taken") if each != stage][:2]

            def move(aim: str, version: object = version) -> int:
                return client.post(f"/applications/{card}/stage", stage=aim, version=version)[0]

            told.append(tuple(sorted(at_once([lambda aim=aim: move(aim) for aim in aims]))))
            must(told[-1] == (200, 409), f"race {number + 1} was answered {told[-1]}")
    return f"{races} races, each one 200 and one 409"


def tap_twice(work: Work) -> str:
    """Twenty of the same form at once."""
    prepared, rounds = work.prepared(), work.times(50, 3)
    with Server.running(prepared.instance) as server:
        client = prepared.client(server)
        for number in range(rounds):
            fields = {"company": f"Company {number}", "role": "Clerk", "key": uuid.uuid4().hex}
            answers = at_once([lambda fields=fields: add(client, fields)] * 20)
            must(set(answers) == {303}, f"answers {sorted(set(answers))}")
    ((rows,),) = facts(
        prepared.instance, "SELECT count(*) FROM applications WHERE company LIKE 'Company %'"
    )
    seen = f"{rounds} x 20 taps made {rows} applications"
    must(rows == rounds, seen)
    return seen


def add(client: Client, fields: dict[str, str]) -> int:
    """The status of adding an application."""
    return client.post("/applications", **fields)[0]


@contextmanager
def losing_answers(port: int, share: float, chance: random.Random) -> Iterator[int]:
    """A network on which requests arrive and so many of the answers don't."""
    listener = socket.create_server(("127.0.0.1", 0), backlog=256)

    def carry(client: socket.socket) -> None:
        with client, socket.create_connection(("127.0.0.1", port), 60) as server:
            lost = chance.random() < share
            request = b""
            while b"\r\n\r\n" not in request:
                request += client.recv(65536)
            head, _, body = request.partition(b"\r\n\r\n")
            length = re.search(rb"(?i)content-length: (\d+)", head)
            while length and len(body) < int(length[1]):
                body += client.recv(65536)
            head = re.sub(rb"(?i)\r\nconnection: [^\r]*", b"", head)
            server.sendall(head + b"\r\nConnection: close\r\n\r\n" + body)
            answer = b""
            while further := server.recv(65536):
                answer += further
            if not lost:
                client.sendall(answer)

    def accept() -> None:
        with contextlib.suppress(OSError):
            while True:
                client, _ = listener.accept()
                threading.Thread(target=carry, args=(client,), daemon=True).start()

    thread = threading.Thread(target=accept, daemon=True)
    thread.start()
    try:
        yield int(listener.getsockname()[1])
    finally:
        listener.close()


def lose_answers(work: Work) -> str:
    """Each is sent again until it is answered, as a phone does."""
    prepared, wanted, chance = work.prepared(), work.times(200, 20), random.Random(7)
    sent = 0
    with (
        Server.running(prepared.instance) as server,
        losing_answers(server.port, 0.4, chance) as port,
    ):
        lossy = Client(port, prepared.headers)
        for number in range(wanted):
            fields = {"company": f"Company {number}", "role": "Clerk", "key": uuid.uuid4().hex}
            for _ in range(60):
                sent += 1
                with contextlib.suppress(OSError, http.client.HTTPException):
                    status = add(lossy, fields)
                    must(status == 303, f"answered {status}")
                    break
    ((rows,),) = facts(
        prepared.instance, "SELECT count(*) FROM applications WHERE company LIKE 'Company %'"
    )
    seen = f"{wanted} added by {sent} requests, {sent - wanted} answers lost: {rows} applications"
    must(rows == wanted, seen)
    return seen


FAULTS = [
    Fault("5", "two phones move the same card, 100 races", "one 200, one 409 each", move_one_card),
    Fault("6", "20 taps at once, 50 times", "one application each", tap_twice),
    Fault("7", "40 % of answers lost after the commit, 200 adds", "200 applications", lose_answers),
]
