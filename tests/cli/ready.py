"""The command in processes of their own that need not load it: forked from one that has.

To load the program takes a second of the processor, and a hundred tests start it. What loading
does is asked where `python -m tracker.cli` is started: by another user, in `test_instance.py`.
"""

import atexit
import os
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Sequence
from multiprocessing import get_all_start_methods
from multiprocessing.connection import Connection
from multiprocessing.context import ForkServerContext, ForkServerProcess
from multiprocessing.forkserver import set_forkserver_preload
from pathlib import Path
from typing import IO

from tracker.cli import main

OWN_WAYS = ("PYTHON", "LC_", "LANG")
"""What Python reads while it starts: given such, it has to start."""
LOADED = ["tests.cli.loaded"]


def texts() -> IO[str]:
    """A file without a name."""
    return tempfile.TemporaryFile("w+", encoding="utf-8")


def can_start(given: dict[str, str]) -> bool:
    """Whether the command comes to the same without a start of Python."""
    known = "forkserver" in get_all_start_methods()
    return known and not any(name.startswith(OWN_WAYS) for name in given)


class Command:
    """A command that runs, with as much of `subprocess.Popen` as tests ask."""

    def __init__(
        self,
        words: Sequence[str],
        folder: Path,
        wanted: dict[str, str],
        complaints: IO[str],
        printed: IO[str] | None = None,
        program: str = "",
    ) -> None:
        """What it prints and complains of goes to files, or can be read from `stdout`.

        A program is run in place of `onward`, of which it may change something first.
        """
        set_forkserver_preload(LOADED)
        reading, writing = os.pipe()
        self.stdout = os.fdopen(reading, encoding="utf-8")
        out = Connection(os.dup(printed.fileno()) if printed else writing, readable=False)
        err = Connection(os.dup(complaints.fileno()), readable=False)
        self.process: ForkServerProcess = ForkServerContext().Process(
            target=become, args=(words, str(folder), wanted, out, err, program), daemon=True
        )
        self.process.start()
        for connection in (out, err):
            connection.close()
        if printed:
            os.close(writing)

    @property
    def pid(self) -> int:
        """Its number."""
        assert self.process.pid is not None
        return self.process.pid

    def poll(self) -> int | None:
        """Its status, once it has one."""
        return self.process.exitcode

    def wait(self, patience: float | None = None) -> int:
        """Its status; raises TimeoutExpired."""
        self.process.join(patience)
        status = self.process.exitcode
        if status is None:
            raise subprocess.TimeoutExpired(["onward"], patience or 0)
        return status

    def send_signal(self, number: int) -> None:
        """As a shell would."""
        if self.poll() is None:
            os.kill(self.pid, number)

    def kill(self) -> None:
        """At once."""
        self.send_signal(signal.SIGKILL)

    def communicate(self) -> None:
        """Wait for its end."""
        self.wait()
        self.stdout.close()


def become(
    words: Sequence[str],
    folder: str,
    wanted: dict[str, str],
    out: Connection,
    err: Connection,
    program: str,
) -> None:
    """Be the command from here on: its words, folder, environment and ways to say something."""
    os.setsid()
    os.chdir(folder)
    os.environ.clear()
    os.environ.update(wanted)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    for number, connection in ((1, out), (2, err)):
        os.dup2(connection.fileno(), number)
        connection.close()
    sys.stdin = os.fdopen(0, encoding="utf-8", closefd=False)
    sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
    sys.stderr = os.fdopen(
        2, "w", buffering=1, encoding="utf-8", errors="backslashreplace", closefd=False
    )
    sys.argv = ["onward", *words]
    for each in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(each, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)
    atexit._clear()
    try:
        exec(program, {}) if program else main()
    finally:  # what Python does at its end, and a fork leaves out
        threading._shutdown()  # type: ignore[attr-defined]
        atexit._run_exitfuncs()


def run(
    words: Sequence[str],
    folder: Path,
    wanted: dict[str, str],
    patience: float,
    program: str = "",
) -> subprocess.CompletedProcess[str]:
    """A command to its end."""
    with texts() as printed, texts() as complaints:
        command = Command(words, folder, wanted, complaints, printed, program)
        try:
            status = command.wait(patience)
        finally:
            command.kill()
            command.communicate()
        printed.seek(0)
        complaints.seek(0)
        return subprocess.CompletedProcess(words, status, printed.read(), complaints.read())
