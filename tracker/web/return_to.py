"""Where a step was begun, so that it ends there."""

from urllib.parse import SplitResult

from flask import request

from tracker.web.urls import parts_of

LISTS = ("/today", "/today/further", "/board", "/board/table")
"""Pages that one works through, a step at a time."""


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
