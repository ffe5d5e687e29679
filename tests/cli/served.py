"""A real server in a process of its own, and a client that is signed in to it."""

import http.client
import os
import re
import signal
import subprocess
import sys
import tempfile
import urllib.parse
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Self

import pytest

from tests.browser import Browser
from tests.builders import Build
from tests.cli import ready
from tracker import create_app
from tracker.backup import sqlite
from tracker.cli import main
from tracker.config.settings import read_settings
from tracker.extensions import db
from tracker.startup import prepare_database

ROOT = Path(__file__).parents[2]
PATIENCE = 120
"""Seconds that a command may take before a test gives up: a busy machine is slow, not wrong."""
ONWARD = [sys.executable, "-m", "tracker.cli"]


def environment(instance: Path, **given: str) -> dict[str, str]:
    """What a command sees: none of this machine's own settings."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONWARD_")}
    quiet = {"ONWARD_TASKS": "off", "PYTHONIOENCODING": "utf-8"}
    return {**kept, "ONWARD_INSTANCE": str(instance), **quiet, **given}


def onward(*words: object, instance: Path, **given: str) -> subprocess.CompletedProcess[str]:
    """Run the command to its end, in a process of its own."""
    wanted = environment(instance, **given)
    if ready.can_start(given):
        return ready.run([*map(str, words)], ROOT, wanted, PATIENCE)
    return subprocess.run(
        [*ONWARD, *map(str, words)],
        cwd=ROOT,
        env=wanted,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


def onward_with_password(
    instance: Path, email: str, password: str
) -> subprocess.CompletedProcess[str]:
    """Add somebody who signs in with that password."""
    return subprocess.run(
        [*ONWARD, "user", "add", email, "--password-stdin"],
        cwd=ROOT,
        env=environment(instance),
        input=password,
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@dataclass
class Here:
    """Runs the command in this process, as it would run in one of its own, which is slow to start.

    For what is said and done; that a process comes to the same has tests of its own.
    """

    monkeypatch: pytest.MonkeyPatch
    capsys: pytest.CaptureFixture[str]

    def __call__(
        self, *words: object, instance: Path, **given: str
    ) -> subprocess.CompletedProcess[str]:
        """Run it to its end."""
        return self.run(words, environment(instance, **given))

    def run(
        self, words: Sequence[object], wanted: dict[str, str]
    ) -> subprocess.CompletedProcess[str]:
        """The same, with no more in the environment than is wanted."""
        handlers = {each: signal.getsignal(each) for each in (signal.SIGTERM, signal.SIGINT)}
        self.capsys.readouterr()
        with self.monkeypatch.context() as patch:
            for name in os.environ.keys() - wanted.keys():
                patch.delenv(name)
            for name, value in wanted.items():
                patch.setenv(name, value)
            patch.setattr(sys, "argv", ["onward", *map(str, words)])
            with pytest.raises(SystemExit) as ended:
                main()
        for number, handler in handlers.items():
            signal.signal(number, handler)
        said = self.capsys.readouterr()
        assert isinstance(ended.value.code, int)
        return subprocess.CompletedProcess(words, ended.value.code, said.out, said.err)


@contextmanager
def heeding_ctrl_c() -> Iterator[None]:
    """Whatever starts here heeds SIGINT, though a shell's job in the background ignores it.

    What is ignored is inherited, and `onward serve &` is right to keep to that.
    """
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


@dataclass
class Server:
    """A running `onward serve`."""

    process: subprocess.Popen[str] | ready.Command
    greeting: str
    port: int

    @classmethod
    @contextmanager
    def running(
        cls, instance: Path, *words: str, under: tuple[str, ...] = (), **given: str
    ) -> Iterator[Self]:
        """Start it on a free port, wait for its greeting, and stop it in the end."""
        with tempfile.TemporaryFile("w+") as log:  # a pipe that nobody empties would block it
            serve = ["serve", "--host", "127.0.0.1", "--port", "0", *words]
            wanted = environment(instance, **given)
            process: subprocess.Popen[str] | ready.Command
            with heeding_ctrl_c():
                process = (
                    ready.Command(serve, ROOT, wanted, log)
                    if not under and ready.can_start(given)
                    else subprocess.Popen(
                        [*under, *ONWARD, *serve],
                        cwd=ROOT,
                        env=wanted,
                        stdout=subprocess.PIPE,
                        stderr=log,
                        text=True,
                        encoding="utf-8",
                        start_new_session=True,
                    )
                )
            try:
                assert process.stdout is not None
                lines: list[str] = []
                while not lines or "Ctrl+C" not in lines[-1]:
                    line = process.stdout.readline()
                    if not line:
                        log.seek(0)
                        pytest.fail(f"it did not start: {log.read()}")
                    lines.append(line)
                greeting = "".join(lines)
                port = re.search(r"http://localhost:(\d+)", greeting)
                assert port is not None
                yield cls(process, greeting, int(port.group(1)))
            finally:
                if process.poll() is None and under:
                    os.killpg(process.pid, signal.SIGKILL)
                elif process.poll() is None:
                    process.kill()
                process.communicate()

    def stop(self, number: int = signal.SIGTERM) -> int:
        """Ask it to stop; gives its status."""
        self.process.send_signal(number)
        return self.process.wait(PATIENCE)

    def kill(self) -> None:
        """As if the power of the process failed."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait(PATIENCE)

    def healthy(self) -> bool:
        """Whether it answers."""
        try:
            return Client(self.port).get("/healthz")[0] == 200
        except OSError:
            return False


@dataclass
class Client:
    """A browser on the network."""

    port: int
    headers: dict[str, str] = field(default_factory=dict)
    host: str = "127.0.0.1"

    def get(self, path: str) -> tuple[int, str]:
        """The status and the page."""
        return self.send("GET", path)

    def post(self, path: str, **fields: object) -> tuple[int, str]:
        """Send a form."""
        body = urllib.parse.urlencode(fields)
        return self.send("POST", path, body)

    def first_page(self, path: str) -> tuple[str, str]:
        """The cookie that a page sets, and the page."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
        try:
            connection.request("GET", path, headers=self.headers)
            response = connection.getresponse()
            cookie = (response.getheader("Set-Cookie") or "").partition(";")[0]
            return cookie, response.read().decode()
        finally:
            connection.close()

    def upload(self, path: str, body: bytes, kind: str) -> tuple[int, str]:
        """The status, and where it leads to, if anywhere."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
        try:
            origin = f"http://127.0.0.1:{self.port}"
            headers = {**self.headers, "Origin": origin, "Content-Type": kind}
            connection.request("POST", path, body, headers)
            response = connection.getresponse()
            response.read()
            return response.status, response.getheader("Location") or ""
        finally:
            connection.close()

    def send(
        self,
        method: str,
        path: str,
        body: str | None = None,
        sent: Callable[[], object] = lambda: None,
    ) -> tuple[int, str]:
        """One request on a connection of its own; `sent` is told once it is on its way."""
        connection = http.client.HTTPConnection(self.host, self.port, timeout=PATIENCE)
        try:
            headers = {
                **self.headers,
                "Origin": f"http://127.0.0.1:{self.port}",
                "Content-Type": "application/x-www-form-urlencoded",
            }
            connection.request(method, path, body, headers)
            sent()
            response = connection.getresponse()
            return response.status, response.read().decode()
        finally:
            connection.close()


MIGRATED: list[bytes] = []
"""A database with nothing in it, as the first of a run had it: to make it takes longest."""


@dataclass
class Prepared:
    """An instance with somebody signed in and cards on the board."""

    instance: Path
    headers: dict[str, str]
    cards: list[int]

    @classmethod
    def at(cls, instance: Path, cards: int = 1) -> Self:
        """Make it as the commands would."""
        settings = read_settings({"ONWARD_INSTANCE": str(instance)})
        assert settings.sqlite_file is not None
        if MIGRATED:
            settings.instance.mkdir(mode=0o700, parents=True, exist_ok=True)
            settings.sqlite_file.write_bytes(MIGRATED[0])
            settings.sqlite_file.chmod(0o600)
        prepare_database(settings)
        if not MIGRATED:
            sqlite.fold_wal(settings.sqlite_file)
            MIGRATED.append(settings.sqlite_file.read_bytes())
        app = create_app(settings)
        with app.app_context():
            build, browser = Build(), Browser.of(app)
            user = build.user(keeper=True)
            made = [build.application(user).id for _ in range(cards)]
            browser.sign_in(user)
            token = browser.token()
            cookie = browser.get_cookie("onward")
            assert cookie is not None
            headers = {"Cookie": f"onward={cookie.value}", "X-CSRFToken": token}
            db.session.remove()
            db.engine.dispose()
        return cls(instance, headers, made)

    def client(self, server: Server) -> Client:
        """That person's browser."""
        return Client(server.port, self.headers)
