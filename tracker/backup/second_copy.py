"""A second copy of a backup, in a folder on another disk or another machine."""

import hashlib
import shutil
from datetime import datetime, tzinfo
from pathlib import Path

from tracker.backup import BackupFailed, files, record, retention
from tracker.config.settings import Settings


def copy_elsewhere(settings: Settings, file: Path, at: datetime, zone: tzinfo) -> None:
    """Copy it, read the copy back, and let old ones go there too. A failure is remembered only."""
    folder = settings.backup_folder
    if folder is None:
        return
    try:
        _copy(file, folder)
        retention.remove_old(folder, zone, settings.backup_max_mb, file.name)
    except (OSError, BackupFailed) as error:
        record.note(settings, "copied", at, file, _reason(folder, error), well=False)
    else:
        record.note(settings, "copied", at, file, str(folder))


def _copy(file: Path, folder: Path) -> None:
    if not folder.is_dir():
        raise BackupFailed(f"The folder {folder} is not there.")
    with files.replacing_file(folder / file.name) as part:
        shutil.copyfile(file, part)
        files.sync(part)
        if _digest(part) != _digest(file):
            raise BackupFailed(f"The copy in {folder} was not the same, so it was thrown away.")


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def _reason(folder: Path, error: Exception) -> str:
    if isinstance(error, OSError):
        return f"The folder {folder} can't be written to ({error.strerror})."
    return str(error)


def on_the_same_disk(settings: Settings) -> bool:
    """Whether one broken disk would take both."""
    folder = settings.backup_folder
    try:
        return folder is not None and folder.stat().st_dev == settings.instance.stat().st_dev
    except OSError:
        return False
