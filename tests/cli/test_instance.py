"""Which instance a command works on: the served one, or it says which. Looking makes nothing."""

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli import ready
from tests.cli.served import PATIENCE, ROOT, Here, Prepared
from tracker.cli import instance as instances
from tracker.cli import systemd_unit
from tracker.cli.failure import Failure

PROGRAM = """
import sys
from pathlib import Path
import tracker.config.instance_folder
from tracker.cli import systemd_unit
systemd_unit.FOLDERS = (Path({units!r}),)
sys.modules["tracker.config.instance_folder"].usual_instance = lambda: Path({default!r})
from tracker.cli import main
main()
"""


class Machine:
    """A machine with a unit that serves an instance, and an empty place of the program's own."""

    def __init__(self, folder: Path, here: Here) -> None:
        self.here = here
        self.units, self.default = folder / "units", folder / "own place"
        self.units.mkdir()
        self.served = folder / "served"

    def install(self, *lines: str, program: str | None = None) -> None:
        """A unit that starts this program, with more lines."""
        start = program or f"{sys.prefix}/bin/onward"
        (self.units / "onward.service").write_text(
            "\n".join(["[Service]", f"ExecStart={start} serve --host 127.0.0.1", *lines, ""])
        )

    def run(self, *words: object, **given: str) -> subprocess.CompletedProcess[str]:
        """A command with nothing named in its environment but what is given."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ONWARD_")}
        script = PROGRAM.format(units=str(self.units), default=str(self.default))
        return subprocess.run(
            [sys.executable, "-c", script, *map(str, words)],
            cwd=ROOT,
            env={**kept, "PYTHONPATH": str(ROOT), **given},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
            stdin=subprocess.DEVNULL,
        )

    def run_forked(self, *words: str) -> subprocess.CompletedProcess[str]:
        """The same in a process that need not load the program."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ONWARD_")}
        if not ready.can_start({}):
            return self.run(*words)
        script = PROGRAM.format(units=str(self.units), default=str(self.default))
        return ready.run(words, ROOT, kept, PATIENCE, script)

    def run_here(self, *words: object, **given: str) -> subprocess.CompletedProcess[str]:
        """The same in this process, which need not be started."""
        kept = {name: value for name, value in os.environ.items() if not name.startswith("ONWARD_")}
        usual = "tracker.config.instance_folder.usual_instance"
        with self.here.monkeypatch.context() as patch:
            patch.setattr(usual, lambda: self.default)
            patch.setattr(systemd_unit, "FOLDERS", (self.units,))
            return self.here.run(words, {**kept, **given})


@pytest.fixture
def machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Machine:
    return Machine(tmp_path, Here(monkeypatch, capsys))


def test_commands_find_the_instance_that_systemd_serves(machine: Machine) -> None:
    Prepared.at(machine.served)
    machine.install(f"Environment=ONWARD_INSTANCE={machine.served} PYTHONUNBUFFERED=1")

    listed = machine.run("user", "list")
    made = machine.run_forked("backup")

    told = f"onward: the instance in {machine.served}, as onward.service serves it\n"
    assert (listed.returncode, listed.stderr) == (0, told)
    assert "keeper" in listed.stdout
    assert (made.returncode, made.stderr) == (0, told)
    assert made.stdout.startswith(str(machine.served / "backups"))
    assert not machine.default.exists()


def test_settings_of_its_file_and_of_what_was_changed_beside_it_count(machine: Machine) -> None:
    Prepared.at(machine.served)
    machine.install("Environment=ONWARD_INSTANCE=/nowhere", "EnvironmentFile=-/nowhere.env")
    changed = machine.units / "onward.service.d"
    changed.mkdir()
    settings = machine.units / "onward.env"
    settings.write_text(f"# ours\nONWARD_INSTANCE='{machine.served}'\nONWARD_LOG_FORMAT=json\n")
    (changed / "override.conf").write_text(f"[Service]\nEnvironmentFile={settings}\n")

    assert "keeper" in machine.run_here("user", "list").stdout


@pytest.mark.parametrize(
    ("start", "line"),
    [
        ('"{}/bin/onward"', 'Environment="ONWARD_INSTANCE={}" PYTHONUNBUFFERED=1'),
        (":'{}/bin/onward'", "Environment='ONWARD_INSTANCE={}'"),
        ("{}/bin/onward", "EnvironmentFile={}.env"),
    ],
)
def test_unit_in_a_folder_with_spaces_and_umlauts_is_read_as_systemd_reads_it(
    machine: Machine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, start: str, line: str
) -> None:
    home, instance = tmp_path / "Meine Jobs für 50 %", tmp_path / "Ablage ä & ö"
    (tmp_path / "Ablage ä & ö.env").write_text(f"# ours\nONWARD_INSTANCE={instance}\n")
    monkeypatch.setattr(sys, "prefix", str(home))
    monkeypatch.setattr(systemd_unit, "FOLDERS", (machine.units,))
    if not start.strip(":").startswith(("'", '"')):
        start = start.replace("{}", str(home).replace(" ", r"\x20").replace("ü", r"\xc3\xbc"))
    program = start.format(home).replace("%", "%%")
    machine.install(line.format(instance), program=program)

    unit = systemd_unit.serving_unit()

    assert unit is not None
    assert unit.environment == {"ONWARD_INSTANCE": str(instance)}


def test_unit_of_another_installation_is_not_ours(machine: Machine) -> None:
    Prepared.at(machine.served)
    machine.install(
        f"Environment=ONWARD_INSTANCE={machine.served}", program="/somewhere/else/bin/onward"
    )

    said = machine.run_here("user", "list")

    assert said.returncode == 1
    assert f"onward: the instance in {machine.default}\n" in said.stderr


def test_instance_that_is_named_is_taken_without_a_word(machine: Machine, tmp_path: Path) -> None:
    Prepared.at(machine.served)
    named = Prepared.at(tmp_path / "named")
    machine.install(f"Environment=ONWARD_INSTANCE={machine.served}")

    made = machine.run_here("backup", ONWARD_INSTANCE=str(named.instance))

    assert made.stderr == ""
    assert made.stdout.startswith(str(named.instance))


@pytest.mark.parametrize(
    "words",
    [
        ["user", "list"],
        ["user", "reset", "a@example.org"],
        ["backup"],
        ["check"],
        ["check", "--repair"],
        ["export", "--user", "a@example.org", "--format", "csv", "--out", "x.zip"],
        ["import", "nothing.csv", "--user", "a@example.org"],
    ],
)
def test_looking_where_there_is_nothing_makes_nothing(machine: Machine, words: list[str]) -> None:
    said = machine.run_here(*words)

    assert said.returncode in (1, 2)
    assert not machine.default.exists()
    machine.default.mkdir()
    assert machine.run_here(*words).returncode in (1, 2)
    assert list(machine.default.iterdir()) == []
    (machine.default / "onward.db").touch()
    assert machine.run_here(*words).returncode in (1, 2)
    assert [file.stat().st_size for file in machine.default.glob("onward.db*")] == [0]


def test_first_account_may_come_before_the_first_start(machine: Machine) -> None:
    made = machine.run_here("user", "add", "me@example.org")

    assert made.returncode == 0, made.stderr
    assert made.stderr == f"onward: the instance in {machine.default}\n"
    assert (machine.default / "onward.db").stat().st_size > 0


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="needs root")
def test_what_root_makes_belongs_to_whoever_owns_the_instance(machine: Machine) -> None:
    Prepared.at(machine.served)
    for file in (machine.served, *machine.served.rglob("*")):
        os.chown(file, 65534, 65534)
    machine.install(f"Environment=ONWARD_INSTANCE={machine.served}")

    made = machine.run_forked("backup")

    assert made.returncode == 0, made.stderr
    assert {file.stat().st_uid for file in machine.served.rglob("*")} == {65534}


def test_settings_that_may_not_be_read_ask_for_sudo(
    machine: Machine, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = machine.units / "onward.env"
    settings.mkdir()  # what root can't read either
    machine.install(f"EnvironmentFile={settings}")
    monkeypatch.setattr(systemd_unit, "FOLDERS", (machine.units,))

    with pytest.raises(Failure, match="you may not read: use sudo"):
        systemd_unit.serving_unit()


def test_outside_of_a_command_nothing_is_refused() -> None:
    assert instances.may_make()


SH = Path(__file__).parents[2] / "docs" / "backup.md"
STUBS = {
    "sudo": 'exec "$@"',
    "systemctl": 'echo "$@" >> "$ROOM/systemctl"',
}


def commands_of(page: Path) -> list[str]:
    """The lines of a page that are to be typed."""
    lines, typing = [], False
    for line in page.read_text("utf-8").splitlines():
        if line.startswith("```"):
            typing = line == "```sh"
        elif typing and line.strip():
            lines.append(line.partition("  #")[0].strip())
    return lines


def test_lines_of_the_page_on_backups_do_what_it_says(machine: Machine, tmp_path: Path) -> None:
    Prepared.at(machine.served)
    machine.install(f"Environment=ONWARD_INSTANCE={machine.served}")
    stick, stubs = tmp_path / "stick", tmp_path / "stubs"
    stick.mkdir()
    stubs.mkdir()
    for name, body in STUBS.items():
        (stubs / name).write_text(f"#!/bin/sh\n{body}\n")
        (stubs / name).chmod(0o755)
    path = f"{stubs}:{os.environ['PATH']}"
    environment = os.environ | {"ROOM": str(tmp_path), "PATH": path}
    ran = []
    for line in commands_of(SH):
        if "postgresql://" in line:
            continue
        typed = line.replace("/media/stick", str(stick))
        words = shlex.split(typed.removeprefix("sudo "))
        if words[0] == "onward":
            done = machine.run_forked(*words[1:])
            assert f"the instance in {machine.served}, as onward.service" in done.stderr
        else:
            done = subprocess.run(
                ["sh", "-c", typed], env=environment, capture_output=True, text=True,
                timeout=PATIENCE, check=False,
            )  # fmt: skip
        assert done.returncode == 0, (typed, done.stdout, done.stderr)
        ran.append(typed)

    assert len(ran) >= 12
    assert (stick / "onward").exists()
    assert (stick / "onward.db").exists()
    assert (tmp_path / "systemctl").read_text().count("stop onward") == 2
    assert not machine.default.exists()
