"""Telling a monitor that there is a new backup: it raises the alarm when it hears nothing."""

import threading
from datetime import datetime
from pathlib import Path

from tracker.backup import record
from tracker.config.settings import Settings

TIMEOUT = 10.0
"""Seconds for each step; twice as long for all of it."""


def ping(settings: Settings, file: Path, at: datetime) -> None:
    """Fetch the address that was set, with nothing in it but that. A failure is remembered only."""
    url = settings.backup_ping_url
    if url is None:
        return
    said = ["It did not answer in time."]
    asking = threading.Thread(target=_ask, args=(url, said), name="ping", daemon=True)
    asking.start()
    asking.join(2 * TIMEOUT)  # a name that is looked up, or an answer that drips, may take for ever
    record.note(settings, "pinged", at, file, said[-1], well=not said[-1])


def _ask(url: str, said: list[str]) -> None:
    import urllib.request  # not for those who set no address: 2 MB

    asked = urllib.request.Request(url, headers={"User-Agent": "Onward"})
    try:
        with urllib.request.urlopen(asked, timeout=TIMEOUT) as answer:
            answer.read(1)
    except Exception as error:
        code = getattr(error, "code", None)
        said.append(f"It answered with status {code}." if code else "It can't be reached.")
    else:
        said.append("")
