"""The files of backups: their names, how they come to be whole, and how many are kept."""

import os
import re
import secrets
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from tracker.backup import BackupFailed
from tracker.config.instance_folder import make_folder
from tracker.config.settings import Settings

MANUAL, AUTOMATIC = "onward", "automatic"
UPGRADE, RESTORE = "before-upgrade", "before-restore"
"""What a name begins with: a person asked for it, the server made it, or it was put aside."""
MOST_KEPT = 10
"""Of those put aside before upgrades, and as many before restores."""
SQLITE_MAGIC, POSTGRESQL_MAGIC = b"SQLite format 3\0", b"PGDMP"


def folder(settings: Settings) -> Path:
    """Where backups go that are given no name."""
    made = settings.instance / "backups"
    make_folder(made)
    return made


def name(settings: Settings, kind: str, now: datetime) -> str:
    """Such as onward-20261123-093305.db, in UTC."""
    ending = "dump" if settings.sqlite_file is None else "db"
    return f"{kind}-{now:%Y%m%d-%H%M%S}.{ending}"


def unused(file: Path) -> Path:
    """That file, or the same with a number where there is one already."""
    number, free = 1, file
    while free.exists():
        number += 1
        free = file.with_stem(f"{file.stem}-{number}")
    return free


def keep_last(settings: Settings, kind: str, most: int = MOST_KEPT) -> None:
    """Remove the oldest of those put aside; never one that a person asked for or named."""
    ours = re.compile(rf"{kind}-\d{{8}}-\d{{6}}(-\d+)?\.(db|dump)")
    found = [file for file in folder(settings).iterdir() if ours.fullmatch(file.name)]
    for file in sorted(found, key=lambda file: file.stem)[:-most]:
        file.unlink(missing_ok=True)


@contextmanager
def replacing_file(file: Path) -> Iterator[Path]:
    """A temporary file beside it that takes its place, on the disk, once all went well."""
    part = part_of(file)
    try:
        yield part
        sync(part)
        part.replace(file)
        sync(file.parent)
    finally:
        discard(part)


def part_of(file: Path) -> Path:
    """An empty file for its owner only, beside one that is to be. Raises CannotKeep."""
    part = file.with_name(f".{file.name}.{secrets.token_hex(4)}.part")
    try:
        os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise BackupFailed(f"{file.parent} can't be written to ({error.strerror}).") from error
    return part


def discard(part: Path) -> None:
    """Gone, with what SQLite may have left beside it."""
    for beside in ("", "-journal", "-wal", "-shm"):
        part.with_name(part.name + beside).unlink(missing_ok=True)


def sync(path: Path) -> None:
    """Wait until a file or a folder is on the disk."""
    if os.name == "nt" and path.is_dir():
        return
    descriptor = os.open(path, os.O_RDWR if path.is_file() else os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def why(error: Exception) -> str:
    """What stood against a file."""
    return (error.strerror if isinstance(error, OSError) else None) or "no such name is possible"


def printable(file: Path) -> str:
    """A name as it can be printed."""
    return str(file).replace("\0", "?")


def known_file(given: Path) -> Path:
    """The whole path of a file that is there. Raises CannotKeep."""
    try:
        file = given.expanduser().absolute()
        if file.is_dir():
            raise BackupFailed(f"{file} is a folder: name the file in it.")
        if not file.is_file():
            raise BackupFailed(f"There is no file {printable(file)}.")
    except (OSError, ValueError, RuntimeError) as error:
        raise BackupFailed(f"{printable(given)} can't be read ({why(error)}).") from error
    return file


def begins_with(file: Path, magic: bytes) -> bool:
    """Whether a file is of that kind, by its first bytes."""
    try:
        with file.open("rb") as opened:
            return opened.read(len(magic)) == magic
    except (OSError, ValueError) as error:
        raise BackupFailed(f"{file} can't be read ({why(error)}).") from error


def copy_beside(file: Path, copy: Path) -> None:
    """A plain copy, with the log that may belong to a database copied by hand."""
    for beside in ("", "-wal"):
        source = file.with_name(file.name + beside)
        if not beside or source.exists():
            target = copy.with_name(copy.name + beside)
            shutil.copyfile(source, target)
            target.chmod(0o600)
