"""How much room is left where an instance keeps its data, and whether that is little."""

import shutil
from pathlib import Path
from typing import NamedTuple

from tracker.config.settings import Settings

LEAST = 500 * 1000 * 1000
"""Bytes: with less left, a disk of any size is nearly full."""
SHARE = 0.05
"""Of a disk; with less left it is nearly full, too."""
PLENTY = 5 * 1000 * 1000 * 1000
"""Bytes that are enough for anybody's search, however small a share of a large disk they are."""


class DiskSpace(NamedTuple):
    """What one disk has, in bytes, for whom Onward runs as."""

    free: int
    size: int

    @property
    def is_low(self) -> bool:
        """Whether it is time to make room."""
        return self.free < max(LEAST, min(self.size * SHARE, PLENTY))


def read_disk_space(settings: Settings) -> DiskSpace | None:
    """That of the instance's disk, or of the database's if it has less; None: can't be told."""
    folders = {settings.instance}
    if settings.sqlite_file is not None:
        folders.add(settings.sqlite_file.parent)
    found = [space for folder in folders if (space := disk_space_of(folder)) is not None]
    return min(found, default=None)


def disk_space_of(folder: Path) -> DiskSpace | None:
    """That of one folder's disk; a file system that counts nothing has nothing to say."""
    try:
        size, _, free = shutil.disk_usage(folder)
    except OSError:
        return None
    return DiskSpace(free, size) if size else None
