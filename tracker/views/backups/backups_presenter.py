"""How it stands with backups, in words for the keeper."""

from collections.abc import Sequence
from datetime import datetime, timedelta, tzinfo
from typing import NamedTuple
from urllib.parse import urlsplit

from tracker.backup.files import AUTOMATIC
from tracker.backup.listing import OLD, Listed, backups_folder
from tracker.backup.record import Noted
from tracker.backup.retention import MB
from tracker.backup.second_copy import on_the_same_disk
from tracker.config.settings import Settings
from tracker.values.days import day_of
from tracker.values.formatting import ago, bytes_size, in_sentence, plural
from tracker.values.formatting import moment as format_moment

NEAR = timedelta(minutes=1)
"""A file is named with the second in which it was begun; it is noted when it is whole."""


class PresentedBackups(NamedTuple):
    """What the page shows above the list: the last one, facts by name, and what needs a look."""

    last: str
    size: str
    """That of the last one; nothing where its file is not in this folder."""
    facts: list[tuple[str, str]]
    warnings: list[str]


def present_backups(
    settings: Settings,
    files: Sequence[Listed],
    known: dict[str, Noted],
    newest: datetime | None,
    at: datetime,
    zone: tzinfo,
) -> PresentedBackups:
    """All of it."""
    facts = [
        ("By itself", _by_itself(settings)),
        ("Restored as a test", _tried(known, at, zone)),
        ("Where", str(backups_folder(settings))),
        ("Second copy", _second(settings, known, at, zone)),
        ("All together", _size(settings, files)),
    ]
    if settings.backup_ping_url:
        facts.append(("Monitor", _pinged(settings, known, at, zone)))
    if restored := known.get("restored"):
        facts.append(("Last restore", f"{_when(restored.at, at, zone)}: {restored.file}"))
    last = _when(newest, at, zone) if newest else "None yet"
    here = newest is not None and files and abs(files[0].at - newest) < NEAR
    size = bytes_size(files[0].size) if here else ""
    return PresentedBackups(last, size, facts, list(_warnings(settings, known, newest, at, zone)))


def old_backup_words(newest: datetime | None, since: datetime, at: datetime, zone: tzinfo) -> str:
    """For Today, where the last backup is old; nothing where all is well or the server is new."""
    if at - (newest or since) < OLD:
        return ""
    return f"The last backup was made {ago(newest, at, zone)}" if newest else "No backup yet"


def _when(moment: datetime, at: datetime, zone: tzinfo) -> str:
    return format_moment(moment, zone, day_of(at, zone))


def _by_itself(settings: Settings) -> str:
    if not settings.tasks:
        return "Switched off (ONWARD_TASKS)"
    return f"Every night at {settings.backup_at:%H:%M}, or as soon as the server is on"


def _tried(known: dict[str, Noted], at: datetime, zone: tzinfo) -> str:
    tried = known.get("tried")
    return f"{_when(tried.at, at, zone)}: {tried.said}" if tried else "Not yet"


def _second(settings: Settings, known: dict[str, Noted], at: datetime, zone: tzinfo) -> str:
    if settings.backup_folder is None:
        return "None: what is on this disk alone is lost with it. Set ONWARD_BACKUP_FOLDER"
    same = " This is the same disk." if on_the_same_disk(settings) else ""
    copied = known.get("copied")
    when = f"{_when(copied.at, at, zone)}, in" if copied else "Not yet, in"
    return f"{when} {settings.backup_folder}.{same}"


def _size(settings: Settings, files: Sequence[Listed]) -> str:
    total = bytes_size(sum(each.size for each in files))
    own = bytes_size(sum(each.size for each in files if each.kind == AUTOMATIC))
    most = bytes_size(settings.backup_max_mb * MB)
    held = plural(len(files), "backup")
    return f"{held}, {total}. Of those made by itself {own}, at most {most}"


def _pinged(settings: Settings, known: dict[str, Noted], at: datetime, zone: tzinfo) -> str:
    told = known.get("pinged")
    host = urlsplit(settings.backup_ping_url or "").hostname
    return (
        f"{host}, told {in_sentence(_when(told.at, at, zone))}" if told else f"{host}, not told yet"
    )


def _warnings(
    settings: Settings,
    known: dict[str, Noted],
    newest: datetime | None,
    at: datetime,
    zone: tzinfo,
) -> list[str]:
    told = {
        "made failed": "The last try made none",
        "tried failed": "The last trial",
        "copied failed": "The second copy",
        "pinged failed": "The monitor",
    }
    found = [
        f"{words} ({in_sentence(_when(failed.at, at, zone))}): {failed.said}"
        for kind, words in told.items()
        if (failed := known.get(kind)) is not None and _matters(kind, settings)
    ]
    if newest is not None and at - newest >= OLD:
        found.insert(0, f"The last backup was made {ago(newest, at, zone)}.")
    return found


def _matters(kind: str, settings: Settings) -> bool:
    """What was switched off since is no fault any more."""
    if kind == "copied failed":
        return settings.backup_folder is not None
    return kind != "pinged failed" or settings.backup_ping_url is not None
