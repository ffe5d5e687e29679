"""Apprise, in a process of its own: loading it takes a second and 50 MB, which go with it."""

import json
import subprocess
import sys
from functools import cache
from importlib.util import find_spec
from pathlib import Path

PATIENCE = 40.0
"""Seconds for all of it."""
LOADING = 10.0
"""Seconds for it to be there at all, on a small machine, where somebody waits."""
UNKNOWN = 2
"""How the process ends where it does not know the address."""
CHILD = Path(__file__).with_name("apprise_child.py")
ACTS_HERE = frozenset(
    ("blink1", "dbus", "gio", "glib", "gnome", "growl", "kde", "macosx", "qt", "syslog", "windows")
)
"""Schemes that act on the machine which the server runs on."""


@cache
def is_installed() -> bool:
    """Whether the extra is there."""
    return find_spec("apprise") is not None


class NoSuchAddress(Exception):
    """Apprise knows no service by such an address, or none that may be used."""


def say_by_apprise(url: str, title: str, body: str, seconds: float | None = None) -> bool:
    """Whether it was taken; the address stands in no list of processes and in no log.

    Raises NoSuchAddress.
    """
    told = json.dumps({"url": url, "title": title, "body": body, "never": sorted(ACTS_HERE)})
    try:
        done = subprocess.run(
            [sys.executable, "-I", str(CHILD)],
            input=told,
            text=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            timeout=seconds + LOADING if seconds else PATIENCE,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return False
    if done.returncode == UNKNOWN:
        raise NoSuchAddress
    return done.returncode == 0
