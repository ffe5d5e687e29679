"""The address that people use, as a setting has it or as somebody types it."""

import ipaddress
import re
from urllib.parse import urlsplit

from tracker.config.misconfigured import PREFIX, Misconfigured

LONGEST = 1000
SCHEMES = ("http", "https")
UNSAFE = re.compile(r"[\\\s\x00-\x1f\x7f-\x9f]")
ROOT = re.compile(r"(/[A-Za-z0-9._~-]+)*")
AT_HOME = (".local", ".lan", ".home", ".internal", ".localdomain", ".home.arpa")
"""How names end that mean something in one network alone; nobody can get a certificate for them."""


def base_url(given: str) -> str | None:
    """The address that people use, without a slash at the end."""
    if not given:
        return None
    parts = urlsplit(given)
    path = parts.path.rstrip("/")
    if parts.scheme not in SCHEMES or not parts.hostname or not ROOT.fullmatch(path):
        raise Misconfigured(
            f"{PREFIX}BASE_URL must be like https://jobs.example.org"
            " or https://home.example.org/onward."
        )
    return f"{parts.scheme}://{parts.netloc}{path}"


def typed_base_url(typed: str, ours: int = 80) -> str | None:
    """An address as people type it, as it is kept; None if it is none.

    A bare name of one's own network gets the port that this server has.
    """
    bare = "://" not in typed
    typed = f"{_scheme_of(typed)}://{typed}" if bare else typed
    if UNSAFE.search(typed) or "@" in typed or not typed.isascii() or len(typed) > LONGEST:
        return None
    try:
        port = urlsplit(typed).port
        kept = base_url(typed.lower())
    except (Misconfigured, ValueError):
        return None
    if not kept or port == 0 or urlsplit(kept).path:
        return None
    if bare and port is None and ours != 80 and kept.startswith("http:"):
        return f"{kept.rstrip(':')}:{ours}"
    return kept


def fault_of(typed: str) -> str:
    """What is wrong with one that is none, in a sentence; empty where that is not clear."""
    scheme, named, rest = typed.partition("://")
    path = (rest if named else typed).rstrip("/").partition("/")[2]
    faults = {
        "Leave out the space.": re.search(r"\s", typed),
        "It has to begin with https:// or http://.": named and scheme.lower() not in SCHEMES,
        "Leave out the name and the password.": "@" in typed,
        "Use plain letters only, without accents.": not typed.isascii(),
        f"Leave out “/{path}” at the end.": path,
    }
    return next((words for words, wrong in faults.items() if wrong), "")


def bare_name(typed: str) -> str:
    """The name in an address that has neither a dot nor a port; else nothing."""
    try:
        parts = urlsplit(typed if "://" in typed else f"//{typed}")
    except ValueError:
        return ""
    host = parts.hostname or ""
    return "" if "." in host or ":" in parts.netloc else host


def _scheme_of(typed: str) -> str:
    """What stands before a name by itself: https where the internet knows it."""
    try:
        parts = urlsplit(f"//{typed.lower()}")
        host, port = (parts.hostname or "").removesuffix("."), parts.port
    except ValueError:
        return "http"
    known = "." in host and not host.endswith(AT_HOME) and port != 80
    return "https" if known and not _is_number(host) else "http"


def _is_number(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return host.replace(".", "").isdigit()
    return True
