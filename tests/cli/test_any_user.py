"""Onward as a user whom no file of the machine knows, as `user:` in a compose file may ask for."""

import shutil
import subprocess
import sys
import sysconfig
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from tests.cli import served
from tests.cli.served import ONWARD, PATIENCE, ROOT, Client, Server, environment

AS_THEM = (
    *("setpriv", "--reuid=4711", "--regid=4711", "--clear-groups", "--no-new-privs"),
    *("env", "-u", "HOME", "-u", "XDG_DATA_HOME", "-u", "USER"),
)
PACKAGES = sysconfig.get_path("purelib")
PYTHONS = (sys.executable, f"/usr/bin/python3.{sys.version_info.minor}")
"""One that that user may run: ours may lie in somebody's home."""


def run(folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*AS_THEM, *words],
        cwd=ROOT,
        env=environment(folder, PYTHONPATH=PACKAGES),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )


@cache
def theirs_to_run() -> str:
    """The Python that may be run by that user, if there is one: tried once for all tests."""
    with tempfile.TemporaryDirectory(dir="/tmp") as made:
        for python in PYTHONS:
            try:
                shutil.chown(made, 4711, 4711)
                if run(Path(made), python, *ONWARD[1:], "check", "--help").returncode == 0:
                    return python
            except OSError:  # only root may be somebody else
                pass
    return ""


@pytest.fixture
def theirs(monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder of that user, where the user can come to, too."""
    python = theirs_to_run()
    if not python:
        pytest.skip("nobody else may run this checkout here")
    monkeypatch.setattr(served, "ONWARD", [python, *ONWARD[1:]])
    with tempfile.TemporaryDirectory(dir="/tmp") as made:
        shutil.chown(made, 4711, 4711)
        yield Path(made)


def test_it_serves_and_makes_backups_for_a_user_without_a_name_and_a_home(theirs: Path) -> None:
    with Server.running(theirs, under=AS_THEM, PYTHONPATH=PACKAGES) as server:
        client = Client(server.port)
        assert client.get("/healthz")[0] == 200
        assert client.get("/setup")[0] == 200
    done = run(theirs, *served.ONWARD, "backup")

    assert done.returncode == 0, done.stderr
    made = list(theirs.rglob("*"))
    assert "onward.db" in {file.name for file in made}
    assert {file.stat().st_uid for file in made} == {4711}


def test_a_folder_of_somebody_else_is_refused_with_who_tried(theirs: Path) -> None:
    shutil.chown(theirs, 0, 0)

    done = run(theirs, *served.ONWARD, "serve", "--port", "0")

    assert done.returncode == 1
    assert (
        done.stderr
        == f"onward: The folder {theirs} can't be written to. Onward runs as user 4711.\n"
    )


def test_without_a_home_and_a_folder_it_says_what_to_set(theirs: Path) -> None:
    asked = (
        "import pathlib\n"
        "from tracker.config import instance_folder, misconfigured, settings\n"
        "instance_folder.usual_instance = pathlib.Path.home\n"  # as once installed
        "try: settings.read_settings({})\n"
        "except misconfigured.Misconfigured as error: print(error)"
    )

    done = run(theirs, served.ONWARD[0], "-c", asked)

    assert done.stdout == "Set ONWARD_INSTANCE to the whole path of a folder.\n", done.stderr
