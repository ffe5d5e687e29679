"""Another program holds the database for a while."""

import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.cli.served import Client, Server
from tests.torture.fault import Fault, Work, must
from tests.torture.timing import milliseconds, p95

WRITERS = 8


@contextmanager
def held(instance: Path) -> Iterator[None]:
    """Somebody else writes, and takes their time."""
    other = sqlite3.connect(instance / "onward.db", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        other.execute("ROLLBACK")
        other.close()


def add(client: Client) -> int:
    """The status of saving a lead."""
    return client.post("/leads", company="Acme", role="Clerk")[0]


def wait_for_two_seconds(work: Work) -> str:
    """A short while is waited for."""
    prepared, statuses = work.prepared(), []
    with Server.running(prepared.instance) as server:
        client = prepared.client(server)
        with held(prepared.instance):
            phone = threading.Thread(target=lambda: statuses.append(add(client)))
            phone.start()
            time.sleep(2)
        phone.join()
    must(statuses == [303], f"answered {statuses}")
    return "saved after two seconds"


def hold_for_long(work: Work) -> str:
    """Eight keep on trying to write meanwhile; others read."""
    prepared = work.prepared()
    writes: list[tuple[float, int]] = []
    reads: list[tuple[float, int]] = []
    health: list[tuple[float, int]] = []
    over = threading.Event()

    def until_over(take: Callable[[], int], into: list[tuple[float, int]]) -> None:
        while not over.is_set():
            began = time.perf_counter()
            status = take()
            into.append((time.perf_counter() - began, status))
            time.sleep(0.05)

    with Server.running(prepared.instance) as server:
        client = prepared.client(server)
        client.get("/board")
        jobs = [
            *[(lambda: add(client), writes)] * WRITERS,
            (lambda: client.get("/board")[0], reads),
            (lambda: client.get("/healthz")[0], health),
        ]
        threads = [threading.Thread(target=until_over, args=job) for job in jobs]
        with held(prepared.instance):
            for thread in threads:
                thread.start()
            time.sleep(work.times(30, 6))
            over.set()
            for thread in threads:
                thread.join()
        after = add(client)
    slowest = max(seconds for seconds, _ in writes)
    seen = (
        f"{len(writes)} changes refused with 503, the slowest after {slowest:.1f} s; "
        f"{len(reads)} boards p95 {milliseconds(p95(reads))}, "
        f"`/healthz` p95 {milliseconds(p95(health))}; saved again at once afterwards"
    )
    must({status for _, status in writes} == {503}, seen)
    must({status for _, status in [*reads, *health]} == {200}, seen)
    must(slowest < 5 and after == 303, seen)
    must(p95(reads) < 1 and p95(health) < 1, seen)
    return seen


FAULTS = [
    Fault("4", "database locked for 2 s", "the change is saved", wait_for_two_seconds),
    Fault(
        "4",
        f"database locked for 30 s, {WRITERS} writers",
        "503 within 5 s, pages and `/healthz` unharmed, never 500",
        hold_for_long,
    ),
]
