"""One setting read: what it must be, and a line that says so."""

import re
from datetime import time
from pathlib import Path
from urllib.parse import urlsplit

from tracker.config.misconfigured import PREFIX, Misconfigured

NIGHT = time(3, 15)
"""When backups are made by themselves, on the keeper's clock."""

SHORTEST_CODE = 8


def setup_code(given: str) -> str:
    """A code for the first start that is no easy guess, or none."""
    if given and len(re.sub(r"[\W_]", "", given)) < SHORTEST_CODE:
        raise Misconfigured(
            f"{PREFIX}SETUP_CODE must have {SHORTEST_CODE} letters and digits or more."
        )
    return given


def whole_number(name: str, given: str) -> int:
    """A count of zero or more."""
    if not given.isascii() or not given.isdigit():
        raise Misconfigured(f"{PREFIX}{name} must be a whole number, not {given!r}.")
    return int(given)


def one_of(name: str, given: str, choices: tuple[str, ...]) -> str:
    """One of a few words."""
    if given not in choices:
        raise Misconfigured(f"{PREFIX}{name} must be {' or '.join(choices)}, not {given!r}.")
    return given


def time_of_day(name: str, given: str) -> time:
    """Such as 03:15."""
    try:
        return time.fromisoformat(given).replace(tzinfo=None) if given else NIGHT
    except ValueError as error:
        raise Misconfigured(f"{PREFIX}{name} must be a time like 03:15, not {given!r}.") from error


def whole_path(name: str, given: str) -> Path | None:
    """A folder by its whole path; whether it is there is asked when it is used."""
    if given and (not Path(given).expanduser().is_absolute() or "\0" in given):
        raise Misconfigured(f"{PREFIX}{name} must be a whole path, like /mnt/other-disk/onward.")
    return Path(given).expanduser() if given else None


def web_address(name: str, given: str) -> str | None:
    """An address that begins with http:// or https://; what stands in it is never said."""
    if not given:
        return None
    try:
        fits = urlsplit(given).scheme in ("http", "https") and bool(urlsplit(given).hostname)
    except ValueError:
        fits = False
    if not fits or not given.isascii() or not given.isprintable() or " " in given:
        raise Misconfigured(f"{PREFIX}{name} must be an address that begins with https://.")
    return given
