"""The password of a mailbox: a file of its own in the instance folder, that nobody else may read.

It is in no table, so in no backup, copy, export or account file.
"""

import os
import secrets
from collections.abc import Iterable
from pathlib import Path

FOLDER = "mailboxes"
LONGEST = 500


def file_of(instance: Path, user_id: int) -> Path:
    """Where it is."""
    return instance / FOLDER / str(user_id)


def keep_password(instance: Path, user_id: int, password: str) -> None:
    """Write it beside its place and put it there whole."""
    file = file_of(instance, user_id)
    file.parent.mkdir(mode=0o700, exist_ok=True)
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(descriptor, "w", encoding="utf-8") as made:
            made.write(password)
            made.flush()
            os.fsync(made.fileno())
        part.replace(file)
    finally:
        part.unlink(missing_ok=True)


def read_password(instance: Path, user_id: int) -> str:
    """The password; empty where there is none on this machine."""
    try:
        return file_of(instance, user_id).read_text("utf-8")[:LONGEST]
    except (OSError, UnicodeDecodeError):
        return ""


def delete_password(instance: Path, user_id: int) -> None:
    """It is gone."""
    file_of(instance, user_id).unlink(missing_ok=True)


def sweep_passwords(instance: Path, wanted: Iterable[int]) -> None:
    """Those whose mailbox or account is gone."""
    names = {str(each) for each in wanted}
    folder = instance / FOLDER
    for file in folder.iterdir() if folder.is_dir() else ():
        if file.name not in names and not file.name.startswith("."):
            file.unlink(missing_ok=True)
