"""What backups there are, as a keeper asks: by hand, by itself, put aside; how old, how large."""

import sqlite3
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tracker.backup import record, retention, sqlite
from tracker.backup.files import AUTOMATIC, MANUAL, RESTORE, UPGRADE
from tracker.config.settings import Settings

KINDS = {
    AUTOMATIC: "made by itself",
    MANUAL: "asked for",
    UPGRADE: "before an upgrade",
    RESTORE: "before a restore",
}
OLD = timedelta(hours=48)
"""A backup that is older is worth a word to the keeper."""
AHEAD = timedelta(hours=1)
"""By so much the clock may have been set back; a later moment is of a wrong clock."""


class Listed(NamedTuple):
    """One backup."""

    name: str
    kind: str
    at: datetime
    size: int

    @property
    def why(self) -> str:
        """In words."""
        return KINDS[self.kind]


def backups_folder(settings: Settings) -> Path:
    """Where they are; a look makes no folder."""
    return settings.instance / "backups"


def listed(settings: Settings) -> list[Listed]:
    """Those that Onward named, the latest first."""
    folder = backups_folder(settings)
    if not folder.is_dir():
        return []
    found = [
        Listed(each.file.name, kind, each.at, each.file.stat().st_size)
        for kind in KINDS
        for each in retention.dated(folder, kind)
        if each.file.is_file()
    ]
    return sorted(found, key=lambda each: (each.at, each.name), reverse=True)


def file_of(settings: Settings, name: str) -> Path | None:
    """The file of one of them."""
    return next(
        (backups_folder(settings) / each.name for each in listed(settings) if each.name == name),
        None,
    )


def newest(settings: Settings, now: datetime) -> datetime | None:
    """When the latest was made, wherever it was put."""
    known = record.read(settings).get("made")
    moments = [each.at for each in listed(settings)] + ([known.at] if known else [])
    return max((at for at in moments if at <= now + AHEAD), default=None)


def contents(file: Path) -> tuple[int, int] | None:
    """How many applications and accounts a SQLite backup holds; None where it can't be told."""
    try:
        with sqlite.opened(file, "ro", timeout=1) as found:
            counted = sqlite.rows(found)
    except (OSError, ValueError, sqlite3.Error):
        return None
    return counted.get("applications", 0), counted.get("users", 0)
