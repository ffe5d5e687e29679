"""Several processes on PostgreSQL."""

import os
import re
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.served import PATIENCE, Client, Server
from tests.postgres import Cluster


@pytest.fixture(scope="module")
def url(cluster: Cluster) -> Iterator[str]:
    made = cluster.create(template="template_onward")
    yield made.replace("postgresql+psycopg://", "postgresql://")
    cluster.drop(made)


@pytest.fixture
def server(url: str, tmp_path: Path) -> Iterator[Server]:
    with Server.running(tmp_path, "--workers", "2", ONWARD_DATABASE_URL=url) as served:
        yield served


def children(server: Server) -> set[int]:
    listed = Path(f"/proc/{server.process.pid}/task/{server.process.pid}/children").read_text()
    return {int(each) for each in listed.split()}


def wait_until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.01)


def is_running(process: int) -> bool:
    """A process that ended and that nobody asked after is a zombie."""
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def test_worker_that_ends_is_replaced(server: Server) -> None:
    wait_until(lambda: len(children(server)) == 2)
    before = children(server)
    os.kill(min(before), signal.SIGKILL)

    wait_until(lambda: len(children(server)) == 2 and min(before) not in children(server))

    assert all(server.healthy() for _ in range(4))


def test_stopping_stops_all_of_them(server: Server) -> None:
    wait_until(server.healthy)
    workers = children(server)

    assert server.stop() == 0

    wait_until(lambda: not any(map(is_running, workers)))


def test_workers_end_with_the_process_that_started_them(server: Server) -> None:
    wait_until(lambda: len(children(server)) == 2 and server.healthy())
    workers = children(server)
    os.kill(server.process.pid, signal.SIGKILL)
    server.process.wait(PATIENCE)

    wait_until(lambda: not any(map(is_running, workers)))


def test_workers_answer_on_an_address_of_the_newer_kind(url: str, tmp_path: Path) -> None:
    with Server.running(
        tmp_path, "--host", "::1", "--workers", "2", ONWARD_DATABASE_URL=url
    ) as server:
        client = Client(server.port, host="::1")

        assert {client.get("/healthz")[0] for _ in range(6)} == {200}


def test_any_of_the_workers_tells_what_all_of_them_counted(url: str, tmp_path: Path) -> None:
    with Server.running(
        tmp_path, "--workers", "2", ONWARD_DATABASE_URL=url, ONWARD_METRICS="on"
    ) as server:
        for _ in range(20):
            assert Client(server.port).get("/healthz")[0] == 200
        token = (tmp_path / "metrics-token").read_text()
        watcher = Client(server.port, headers={"Authorization": f"Bearer {token}"})
        told = [watcher.get("/metrics")[1] for _ in range(8)]

    counted = {re.search(r'route="/healthz",status="2xx"} (\d+)', each)[1] for each in told}
    assert counted == {"20"}
