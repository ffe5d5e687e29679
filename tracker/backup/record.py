"""What became of backups: a small file beside the database, which a restore does not take back."""

import json
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import Literal, NamedTuple

from tracker.backup import BackupFailed, files
from tracker.config.settings import Settings

Kind = Literal["made", "tried", "copied", "pinged", "restored"]
"""A backup was made; restored for a trial; copied to the other folder; told of; restored."""


class Noted(NamedTuple):
    """The last time that it went well or failed."""

    at: datetime
    well: bool
    file: str
    said: str


def _file(settings: Settings) -> Path:
    return settings.instance / "backups.json"


def read(settings: Settings) -> dict[str, Noted]:
    """By kind, and `<kind> failed` for the last failure since; nothing that can't be read."""
    try:
        known: Mapping[str, Mapping[str, str]] = json.loads(_file(settings).read_text("utf-8"))
        return {
            kind: Noted(
                datetime.fromisoformat(each["at"]),
                not kind.endswith("failed"),
                str(each["file"]),
                str(each["said"]),
            )
            for kind, each in known.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return {}


def note(
    settings: Settings, kind: Kind, at: datetime, file: Path | str, said: str, well: bool = True
) -> None:
    """Remember it; where there is no room, what was done holds all the same."""
    known = read(settings)
    name = file if isinstance(file, str) else file.name
    known[kind if well else f"{kind} failed"] = Noted(at, well, name, said)
    if well:
        known.pop(f"{kind} failed", None)
    told = {
        kind: {"at": each.at.isoformat(), "file": each.file, "said": each.said}
        for kind, each in known.items()
    }
    with suppress(OSError, BackupFailed), files.replacing_file(_file(settings)) as part:
        part.write_text(json.dumps(told, indent=1, ensure_ascii=False), "utf-8")
