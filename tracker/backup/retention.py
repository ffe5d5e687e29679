"""Which of the backups that are made by themselves stay.

The latest of each of the last 7 days that have one, of the last 4 weeks and of the last 12 months:
one backup often stands for its day, its week and its month at once, so there are 23 at most. Days
without one don't count, so that a summer without the server costs nothing.
"""

import re
from collections.abc import Callable, Iterable
from datetime import UTC, datetime, tzinfo
from pathlib import Path
from typing import NamedTuple

from tracker.backup.files import AUTOMATIC

Bucket = Callable[[datetime], tuple[int, ...]]
RULE: tuple[tuple[int, Bucket], ...] = (
    (7, lambda day: (day.year, day.month, day.day)),
    (4, lambda day: day.isocalendar()[:2]),
    (12, lambda day: (day.year, day.month)),
)
"""How many of which stretch of time, on the keeper's calendar; weeks begin on Monday."""
MB = 1_000_000
STAMP = r"(\d{8}-\d{6})(?:-(\d+))?\.(?:db|dump)"


class Dated(NamedTuple):
    """One backup and when it was made, by its name: a copy of it has another date on the disk."""

    at: datetime
    number: int
    file: Path


def dated(folder: Path, kind: str = AUTOMATIC) -> list[Dated]:
    """Those of a kind in a folder, the oldest first. A name that a person gave is none of ours."""
    ours, found = re.compile(re.escape(kind) + "-" + STAMP), []
    for file in folder.iterdir():
        match = ours.fullmatch(file.name)
        try:
            at = datetime.strptime(match[1], "%Y%m%d-%H%M%S") if match else None  # noqa: DTZ007
        except ValueError:
            continue
        if match and at:
            found.append(Dated(at.replace(tzinfo=UTC), int(match[2] or 1), file))
    return sorted(found)


def staying(moments: Iterable[datetime], zone: tzinfo) -> set[datetime]:
    """Which of them the rule keeps."""
    latest_first = sorted(moments, reverse=True)
    kept: set[datetime] = set()
    for most, bucket in RULE:
        seen: dict[tuple[int, ...], datetime] = {}
        for moment in latest_first:
            seen.setdefault(bucket(moment.astimezone(zone)), moment)
            if len(seen) == most:
                break
        kept.update(seen.values())
    return kept


def remove_old(folder: Path, zone: tzinfo, max_mb: int, made: str) -> list[Path]:
    """Remove what the rule lets go, then the oldest until all fit; never the one just made.

    That one may seem old where the clock was set back.
    """
    found = dated(folder)
    kept = staying((each.at for each in found), zone)
    gone = [each for each in found if each.at not in kept and each.file.name != made]
    left = [each for each in found if each not in gone]
    room = max_mb * MB - sum(each.file.stat().st_size for each in left)
    for each in [each for each in left if each.file.name != made]:
        if room >= 0:
            break
        room += each.file.stat().st_size
        gone.append(each)
    for each in gone:
        each.file.unlink(missing_ok=True)
    return [each.file for each in gone]
