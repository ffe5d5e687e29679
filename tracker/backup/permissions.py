"""Who may read the files of an instance: their owner and nobody else."""

import os
from collections.abc import Iterator
from pathlib import Path

from tracker.config.settings import Settings

OTHERS = 0o077


def private(settings: Settings) -> Iterator[Path]:
    """What there is of it."""
    instance, database = settings.instance, settings.sqlite_file
    names = ("secret", "metrics-token", "backups", "backups.json")
    named = [instance, *(instance / name for name in names)]
    if database is not None:
        named += [database.with_name(database.name + end) for end in ("", "-wal", "-shm")]
    named += sorted((instance / "backups").glob("*"))
    return (file for file in named if file.exists() and is_ours(file))


def is_ours(file: Path) -> bool:
    """Whether we may close it: a folder of somebody else who lets us write there is theirs."""
    return os.name == "nt" or os.geteuid() in (0, file.stat().st_uid)


def too_open(settings: Settings) -> list[Path]:
    """Those that others may read or change. Windows has other rights, which are not looked at."""
    if os.name == "nt":
        return []
    return [
        file
        for file in private(settings)
        if file.stat().st_mode & OTHERS and (file.is_file() or file.is_dir())
    ]


def close(settings: Settings) -> None:
    """Take the others' rights away."""
    for file in too_open(settings):
        file.chmod(file.stat().st_mode & ~OTHERS)
