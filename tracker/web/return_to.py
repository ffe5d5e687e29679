"""Where a step was begun, so that it ends there."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult

from flask import request

from tracker.web.urls import parts_of

LISTS = ("/today", "/today/further", "/board", "/board/table")
"""Pages that one works through, a step at a time."""


class WayBack(NamedTuple):
    """The link at the top of a page."""

    href: str
    label: str


EMAIL = re.compile(r"/mail(?:/(?:notes|rejections|offers|feedback)/\d{1,18})?")
"""The list of emails, and the page of one that was kept."""


def way_back() -> WayBack | None:
    """The email, the list of them, or Settings, where the address says it was opened from."""
    named = request.args.get("from", "")
    if named == "/settings":
        return WayBack(named, "Settings")
    if not EMAIL.fullmatch(named):
        return None
    return WayBack(named, "Emails" if named == "/mail" else "Email")


def came_from() -> SplitResult:
    """The page that led here, as its browser says; its path is that below ours."""
    said = parts_of(request.referrer)
    return said._replace(path=said.path.removeprefix(request.script_root))


def return_url() -> str:
    """The list that the form names, else the page that led here; empty where it was neither.

    Only the path and the filters of a list of ours are taken, so it never leads to another host.
    """
    led_here = request.referrer if request.method == "GET" else None
    place = parts_of(request.values.get("from") or led_here)
    if place.path not in LISTS:
        return ""
    return f"{place.path}?{place.query}" if place.query else place.path
