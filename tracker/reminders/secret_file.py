"""How a channel is reached: a file of its own in the instance folder, that nobody else may read.

It is in no table, so in no backup, copy, export or account file.
"""

import json
import secrets
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from tracker.config.private_file import write_private

FOLDER = "reminders"
SETTLED = 60 * 60
"""Seconds after which the row of a file is there, if there is to be one."""
Given = Mapping[str, str]


def new_name() -> str:
    """A name that no other file has, and that comes back with no backup once it is gone."""
    return secrets.token_hex(16)


def file_of(instance: Path, name: str) -> Path:
    """Where it is."""
    return instance / FOLDER / name


def keep_secret(instance: Path, name: str, given: Given) -> None:
    """Write it beside its place and put it there whole."""
    write_private(file_of(instance, name), json.dumps(dict(given)))


def read_secret(instance: Path, name: str) -> Given | None:
    """What is kept, or None where it is not on this machine."""
    try:
        read = json.loads(file_of(instance, name).read_text("utf-8"))
    except (OSError, ValueError, RecursionError):
        return None
    return {str(key): str(value) for key, value in read.items()} if isinstance(read, dict) else None


def delete_secret(instance: Path, name: str) -> None:
    """It is gone."""
    file_of(instance, name).unlink(missing_ok=True)


def settled_names(instance: Path, now: datetime) -> list[str]:
    """Of all that are there, but for those of ways that are being added just now."""
    folder = instance / FOLDER
    files = folder.iterdir() if folder.is_dir() else ()
    return [file.name for file in files if _is_settled(file, now)]


def _is_settled(file: Path, now: datetime) -> bool:
    """Whether nobody is at it any more; a part of one is what a power cut has left."""
    if len(file.name) != 32 and file.suffix != ".part":
        return False
    try:
        return abs(now.timestamp() - file.stat().st_mtime) >= SETTLED
    except FileNotFoundError:
        return False
