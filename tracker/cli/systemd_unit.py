"""Which instance a systemd unit serves with this very program."""

import os
import re
import shlex
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tracker.cli.failure import Failure
from tracker.paths import CHECKOUT, in_checkout

FOLDERS = tuple(
    Path(os.sep, *place, "systemd", "system")
    for place in (("etc",), ("run",), ("usr", "local", "lib"), ("usr", "lib"), ("lib",))
)
"""Where units stand; the first that holds one of a name counts."""
OURS = "ONWARD_"
SPECIFIERS = {"%%": "%", "%S": "/var/lib", "%E": "/etc"}
BYTES = re.compile(r"(\\x[0-9a-fA-F]{2})+")


class Unit(NamedTuple):
    """A unit and the settings that it gives."""

    name: str
    environment: dict[str, str]


def serving_unit() -> Unit | None:
    """The unit that starts this installation, if there is one. Raises Failure where the settings
    that it gives can't be read.
    """
    for name in sorted(
        {file.name for folder in FOLDERS for file in folder.glob("*onward*.service")}
    ):
        lines = list(_lines(name))
        if any(key == "ExecStart" and _starts_us(value) for key, value in lines):
            return Unit(name, _environment(name, lines))
    return None


def _lines(name: str) -> Iterator[tuple[str, str]]:
    """The settings of a unit and of what was changed beside it, in order."""
    whole = [folder / name for folder in FOLDERS if (folder / name).is_file()][:1]
    beside = [file for folder in reversed(FOLDERS) for file in folder.glob(f"{name}.d/*.conf")]
    for file in [*whole, *beside]:
        try:
            text = file.read_text("utf-8", "replace").replace("\\\n", " ")
        except OSError:
            continue
        for line in text.splitlines():
            key, found, value = line.strip().partition("=")
            if found and not key.startswith(("#", ";")):
                yield key.strip(), value.strip()


def _starts_us(command: str) -> bool:
    """Whether a command is of this installation: its virtual environment, or its clone's."""
    homes = [Path(sys.prefix), *([CHECKOUT] if in_checkout() else [])]
    program = Path(next(iter(_split(command.lstrip("-@:+!|"))), ""))
    return any(program.is_relative_to(home) for home in homes)


def _environment(name: str, lines: list[tuple[str, str]]) -> dict[str, str]:
    """What the unit and the files that it names set of ours."""
    found: dict[str, str] = {}
    for key, value in lines:
        if key == "Environment":
            found.update(_pairs(_split(value)))
    for key, value in lines:
        if key == "EnvironmentFile":
            found.update(_pairs(_file_lines(name, Path(_expanded(value.lstrip("-"))))))
    return {key: value for key, value in found.items() if key.startswith(OURS)}


def _pairs(words: list[str]) -> Iterator[tuple[str, str]]:
    for word in words:
        key, _, value = word.partition("=")
        yield key.strip(), value.strip().strip("\"'")


def _split(value: str) -> list[str]:
    """The words of a line, as systemd reads them: in quotes, or with a space written \\x20."""
    try:
        words = shlex.split(value.replace(r"\x", r"\\x"))
    except ValueError:
        words = value.split()
    return [BYTES.sub(_unescaped, _expanded(word)) for word in words]


def _unescaped(escaped: re.Match[str]) -> str:
    return bytes.fromhex(escaped[0].replace(r"\x", "")).decode("utf-8", "replace")


def _expanded(value: str) -> str:
    return re.sub("%.", lambda found: SPECIFIERS.get(found[0], found[0]), value)


def _file_lines(name: str, file: Path) -> list[str]:
    if not os.path.lexists(file):
        return []
    try:
        return [line for line in file.read_text("utf-8", "replace").splitlines() if "=" in line]
    except OSError as error:
        raise Failure(
            f"{name} takes settings from {file}, which you may not read: use sudo."
        ) from error
