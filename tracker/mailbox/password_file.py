"""The password of a mailbox: a file of its own in the instance folder, that nobody else may read.

It is in no table, so in no backup, copy, export or account file.
"""

from collections.abc import Iterable
from pathlib import Path

from tracker.config.private_file import write_private

FOLDER = "mailboxes"
LONGEST = 500


def file_of(instance: Path, user_id: int) -> Path:
    """Where it is."""
    return instance / FOLDER / str(user_id)


def trial_of(instance: Path, user_id: int) -> Path:
    """Where one is that was typed, until it is kept or its time is over."""
    return instance / FOLDER / f"{user_id}.trial"


def keep_password(instance: Path, user_id: int, password: str) -> None:
    """Write it beside its place and put it there whole."""
    write_private(file_of(instance, user_id), password)
    trial_of(instance, user_id).unlink(missing_ok=True)


def read_password(instance: Path, user_id: int) -> str:
    """The password; empty where there is none on this machine."""
    try:
        return file_of(instance, user_id).read_text("utf-8")[:LONGEST]
    except (OSError, UnicodeDecodeError):
        return ""


def delete_password(instance: Path, user_id: int) -> None:
    """It is gone, and one that was only tried."""
    file_of(instance, user_id).unlink(missing_ok=True)
    trial_of(instance, user_id).unlink(missing_ok=True)


def sweep_passwords(instance: Path, wanted: Iterable[int]) -> None:
    """Those whose mailbox or account is gone."""
    names = {str(each) for each in wanted}
    folder = instance / FOLDER
    for file in folder.iterdir() if folder.is_dir() else ():
        if file.name not in names and not file.name.startswith(".") and file.suffix != ".trial":
            file.unlink(missing_ok=True)
