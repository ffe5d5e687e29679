"""A wheel built from this tree serves: its templates and static files are inside."""

import os
import subprocess
import sys
import tomllib
import zipfile
from pathlib import Path

import pytest
from hatchling.builders.wheel import WheelBuilder

ROOT = Path(__file__).parents[1]
VISIT = """
import re, sys
from tracker import paths
from tracker.cli.app_context import started_app
from tracker.config.settings import read_settings

assert str(paths.PACKAGE) == sys.argv[1] and paths.TEMPLATES.parent == paths.PACKAGE
with started_app(read_settings()) as app:
    browser = app.test_client()
    health, page = browser.get("/healthz"), browser.get("/setup")
    static = re.findall(r'(?:href|src)="(/static/[^"]+)"', page.text)
    found = sorted({browser.get(each).status_code for each in static})
    print(health.status_code, page.status_code, *found)
    assert any(".css" in each for each in static) and any(".js" in each for each in static), static
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """As `pip install` would build it, without its own environment and the network."""
    folder = tmp_path_factory.mktemp("wheel")
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(folder), versions=["standard"])
    return zipfile.ZipFile(built)


def test_wheel_holds_every_file_that_the_tree_holds(wheel: zipfile.ZipFile) -> None:
    inside = set(wheel.namelist())
    for folder, place in (("tracker", ""), ("templates", "tracker/"), ("static", "tracker/")):
        for file in (ROOT / folder).rglob("*"):
            if file.is_file() and "__pycache__" not in file.parts:
                assert f"{place}{file.relative_to(ROOT).as_posix()}" in inside


@pytest.fixture(scope="module")
def installed(wheel: zipfile.ZipFile, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where its files are put."""
    folder = tmp_path_factory.mktemp("installed")
    wheel.extractall(folder)
    return folder


def run(installed: Path, tmp_path: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """Python with what is installed, away from the tree."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("ONWARD_")}
    return subprocess.run(
        [sys.executable, *words],
        cwd=tmp_path,
        env=kept | {"PYTHONPATH": str(installed), "ONWARD_INSTANCE": str(tmp_path / "instance")},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_installed_from_the_wheel_it_serves(installed: Path, tmp_path: Path) -> None:
    done = run(installed, tmp_path, "-c", VISIT, str(installed / "tracker"))

    assert (done.returncode, done.stdout) == (0, "200 200 200\n"), done.stderr


def test_the_version_is_said_in_a_checkout_and_from_the_wheel(
    installed: Path, tmp_path: Path
) -> None:
    said = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]

    for place in (ROOT, installed):
        done = run(place, tmp_path, "-m", "tracker.cli", "--version")
        assert (done.returncode, done.stdout) == (0, f"onward, version {said}\n"), done.stderr
