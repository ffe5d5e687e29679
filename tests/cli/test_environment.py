"""What `bin/serve` fetches, and what it does where there is no network: whether it starts, too."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.served import PATIENCE, ROOT

PYPROJECT = """
[project]
dependencies = [{asked}]
optional-dependencies.more = ["made-up-extra>=1"]
scripts.onward = "tracker.cli:main"
[dependency-groups]
test = ["made-up-test>=1", "pytest>=8"]
"""
PYTHON = """#!/bin/sh
# Answers as an environment's Python would; pip does what the test says.
case "$*" in
  "-c import pip") exit 0 ;;
  *_missing.py*exactly) cat "$PLACE/exactly" ;;
  *_missing.py*roughly) cat "$PLACE/roughly" ;;
  *pip*) echo asked >> "$PLACE/asked"; . "$PLACE/pip" ;;
esac
"""
pytestmark = pytest.mark.skipif(os.name == "nt", reason="shell scripts")


def missing(checkout: Path, *words: str) -> tuple[list[str], int]:
    """What is said to be missing for a checkout."""
    done = subprocess.run(
        [sys.executable, "-I", ROOT / "bin" / "_missing.py", checkout, *words],
        capture_output=True, text=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert not done.stderr
    return done.stdout.splitlines(), done.returncode


def test_what_is_missing_is_named_without_a_network(tmp_path: Path) -> None:
    asked = ["Flask>=3", "made-up>=2", "click>=999", "made-up-old; python_version < '3'"]
    (tmp_path / "pyproject.toml").write_text(
        PYPROJECT.format(asked=", ".join(f'"{each}"' for each in asked))
    )
    (tmp_path / "constraints.txt").write_text("werkzeug==0.1\nmade-up==3\nflask>=3 # fine\n")
    here = ["made-up>=2", "click>=999"]

    assert missing(tmp_path, "serve", "", "roughly") == (here, 1)
    assert missing(tmp_path, "serve", "", "exactly") == ([*here, "werkzeug==0.1"], 1)
    assert missing(tmp_path, "serve", "more", "roughly") == ([*here, "made-up-extra>=1"], 1)
    assert missing(tmp_path, "test", "", "roughly") == ([*here, "made-up-test>=1"], 1)


def test_of_the_environment_that_runs_the_tests_nothing_is_missing() -> None:
    assert missing(ROOT, "test", "postgres", "roughly")[0] == []


class Checkout:
    """A checkout in a folder with an odd name, with an environment that says what it is told."""

    def __init__(self, folder: Path) -> None:
        self.place = folder
        self.root = folder / "Meine Jobs für Ö's $HOME"
        self.venv = self.root / ".venv"
        (self.venv / "bin").mkdir(parents=True)
        (self.venv / "lib" / "python3" / "site-packages").mkdir(parents=True)
        (self.root / "bin").mkdir()
        for name in ("_environment", "serve"):
            (self.root / "bin" / name).write_bytes((ROOT / "bin" / name).read_bytes())
        self.program("python", PYTHON)
        self.program("onward", '#!/bin/sh\necho "started $1"\n')
        (self.root / "constraints.txt").touch()
        self.version("1")
        self.lacks("")
        self.pip("exit 0")

    def program(self, name: str, text: str) -> None:
        """A command of its environment."""
        (self.venv / "bin" / name).write_text(text)
        (self.venv / "bin" / name).chmod(0o755)

    def version(self, name: str) -> None:
        """Another version of the program is checked out."""
        (self.root / "pyproject.toml").write_text(name)

    def lacks(self, exactly: str, roughly: str = "") -> None:
        """What this version asks for and the environment lacks."""
        (self.place / "exactly").write_text(exactly)
        (self.place / "roughly").write_text(roughly)

    def pip(self, does: str) -> None:
        """What comes of fetching."""
        (self.place / "pip").write_text(does)

    def start(self, **given: str) -> tuple[bool, bool, str]:
        """Whether it started, whether anything was to be fetched, and what was said."""
        asked = self.place / "asked"
        asked.unlink(missing_ok=True)
        done = subprocess.run(
            ["bash", self.root / "bin" / "serve"],
            env={**os.environ, "PLACE": str(self.place), **given},
            capture_output=True, text=True, timeout=PATIENCE, check=False,
        )  # fmt: skip
        assert (done.returncode == 0) == (done.stdout == "started serve\n")
        return done.returncode == 0, asked.exists(), done.stderr


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    made = Checkout(tmp_path)
    made.lacks("flask>=3\n")
    assert made.start()[:2] == (True, True)
    assert made.start() == (True, False, "")
    made.lacks("")
    return made


def test_a_version_that_needs_nothing_new_starts_without_a_network(checkout: Checkout) -> None:
    checkout.pip("exit 1")
    checkout.version("2")

    assert checkout.start() == (True, False, "")


def test_a_version_that_needs_more_says_what_and_the_one_before_still_starts(
    checkout: Checkout,
) -> None:
    checkout.pip("exit 1")
    checkout.version("2")
    checkout.lacks("pyotp>=2\n", "pyotp>=2\n")

    started, _, said = checkout.start()

    assert not started
    assert "This version needs what is not here yet: pyotp>=2\n" in said
    assert "Nothing that you keep was touched, and the version before starts as it did.\n" in said
    checkout.version("1")
    assert checkout.start() == (True, False, "")


def test_what_could_not_be_renewed_but_is_enough_starts_and_is_tried_again(
    checkout: Checkout,
) -> None:
    checkout.pip("exit 1")
    checkout.version("2")
    checkout.lacks("flask==3.2\n")

    for _ in range(2):
        started, fetched, said = checkout.start()
        assert (started, fetched) == (True, True)
        assert "What is here is enough for this version." in said


@pytest.mark.parametrize("end", ["exit 1", "kill -9 $PPID; exit 1"])
def test_an_installation_that_was_cut_off_passes_for_no_version(
    checkout: Checkout, end: str
) -> None:
    checkout.pip(f'mkdir "$(dirname "$0")/../lib/python3/site-packages/half"; {end}')
    checkout.version("2")
    checkout.lacks("pyotp>=2\n", "pyotp>=2\n")
    assert not checkout.start()[0]

    checkout.version("1")
    checkout.pip("exit 0")
    checkout.lacks("flask>=3\n", "flask>=3\n")

    assert checkout.start()[:2] == (True, True)


def test_an_environment_whose_python_went_is_made_anew(checkout: Checkout) -> None:
    """As after an upgrade of the system: another Python finds nothing of what was installed."""
    checkout.program("python", "#!/bin/sh\nexit 1\n")

    started, fetched, said = checkout.start(PYTHON="false")

    assert (started, fetched) == (False, False)
    assert said.startswith("Onward needs Python 3.11 or newer.")
