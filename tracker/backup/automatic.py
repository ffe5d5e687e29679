"""Backups that are made by themselves: one a night, tried, copied, some of them kept."""

import re
from contextlib import suppress
from datetime import datetime, timedelta, tzinfo
from pathlib import Path

from tracker.backup import BackupFailed, files, record, retention
from tracker.backup.backup import Backup, make_backup
from tracker.backup.ping import ping
from tracker.backup.second_copy import copy_elsewhere
from tracker.backup.trial import CannotTry, try_restore
from tracker.config.settings import Settings

LEFT_BEHIND = timedelta(hours=12)
PART = re.compile(r"\.(?P<of>.+)\.[0-9a-f]{8}\.part(-journal|-wal|-shm)?")
AUTOMATIC = re.compile(files.AUTOMATIC + "-" + retention.STAMP)
"""In a folder that is not ours alone only what surely is."""


def back_up_by_itself(settings: Settings, at: datetime, zone: tzinfo) -> Backup:
    """Make one and do all that follows; raises CannotKeep where there is none.

    What doesn't come back from it takes no other's place, and no monitor is told of it.
    """
    folder = files.folder(settings)
    discard_left_behind(settings, at)
    try:
        made = make_backup(settings, files.AUTOMATIC, at)
    except BackupFailed as error:
        record.note(settings, "made", at, "", str(error), well=False)
        raise
    good = comes_back(settings, made.file, at)
    if good:
        retention.remove_old(folder, zone, settings.backup_max_mb, made.file.name)
    copy_elsewhere(settings, made.file, at, zone)
    if good:
        ping(settings, made.file, at)
    return made


def comes_back(settings: Settings, file: Path, at: datetime) -> bool:
    """Whether a trial found nothing against it; not to be able to try is nothing against it."""
    try:
        try_restore(settings, file, at)
    except CannotTry:
        return True
    except BackupFailed:
        return False
    return True


def discard_left_behind(settings: Settings, at: datetime) -> None:
    """What a power cut left half made, long ago: of a backup, its copy elsewhere, or a restore."""
    old = (at - LEFT_BEHIND).timestamp()
    for folder in (files.folder(settings), settings.instance, settings.backup_folder):
        with suppress(OSError):  # of a disk that is away; copying to it says so
            for file in folder.iterdir() if folder else ():
                part = PART.fullmatch(file.name)
                ours = folder != settings.backup_folder or (
                    part and AUTOMATIC.fullmatch(part["of"])
                )
                if part and ours and file.stat().st_mtime < old:
                    file.unlink(missing_ok=True)
