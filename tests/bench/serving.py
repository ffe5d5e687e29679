"""The program and the yardstick, each served by its real command in a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

PATIENCE = 30.0
NOT_A_PERSONS = ("ONWARD_", "PYTHONDONTWRITEBYTECODE")
"""What a person who starts it has not set: without bytecode every start compiles all modules."""

ONWARD = "from tracker.cli import main; main()"
AS_BIN_SERVE = {"MALLOC_ARENA_MAX": "1", "MALLOC_MMAP_THRESHOLD_": "1048576"}
"""What bin/serve, the unit and the image set."""


class Served:
    """A server on loopback."""

    def __init__(self, command: list[str], port: int, first: str, instance: Path) -> None:
        self.port = port
        self.log = instance / "serve.log"
        environ = {k: v for k, v in os.environ.items() if not k.startswith(NOT_A_PERSONS)}
        with self.log.open("ab") as log:
            begun = time.perf_counter()
            self.process = subprocess.Popen(
                command,
                stdout=log,
                stderr=log,
                stdin=subprocess.DEVNULL,
                env=environ | AS_BIN_SERVE | {"ONWARD_INSTANCE": str(instance)},
                start_new_session=True,
            )
        self._wait_for(first, begun)
        self.started_in = time.perf_counter() - begun

    def _wait_for(self, path: str, begun: float) -> None:
        while time.perf_counter() - begun < PATIENCE and self.process.poll() is None:
            connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            try:
                connection.request("GET", path)
                connection.getresponse().read()
            except OSError:
                time.sleep(0.002)
            else:
                return
            finally:
                connection.close()
        self.stop()
        raise RuntimeError(f"the server did not start: {self.log.read_text()[-300:]}")

    def resident(self) -> float:
        """Resident memory of all its processes, in MB of 10^6 bytes."""
        return sum(map(_resident, _family(self.process.pid))) / 1e6

    def stop(self) -> None:
        """End it, and wait for its end."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(timeout=5)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(timeout=5)


def free_port() -> int:
    """A port of loopback that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextmanager
def onward(instance: Path) -> Iterator[Served]:
    """`onward serve`, until the block ends."""
    port = free_port()
    script = Path(sys.executable).with_name("onward")
    command = [str(script)] if script.exists() else [sys.executable, "-c", ONWARD]
    served = Served(
        [*command, "serve", "--host", "127.0.0.1", "--port", str(port)], port, "/login", instance
    )
    try:
        yield served
    finally:
        served.stop()


@contextmanager
def module(name: str, instance: Path) -> Iterator[Served]:
    """A module of the benchmark that serves on the port it is given, until the block ends."""
    port = free_port()
    served = Served([sys.executable, "-m", f"tests.bench.{name}", str(port)], port, "/", instance)
    try:
        yield served
    finally:
        served.stop()


def _family(pid: int) -> list[int]:
    found = [pid]
    for known in found:
        for task in Path(f"/proc/{known}/task").glob("*/children"):
            found += map(int, task.read_text().split())
    return found


def _resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")
