"""Where a step was begun, so that it ends there."""

from urllib.parse import urlsplit

from flask import request

LISTS = ("/today", "/today/further", "/board", "/board/table")
"""Pages that one works through, a step at a time."""


def return_url() -> str:
    """The list that the form names, else the page that led here; empty where it was neither.

    Only the path and the filters of a list of ours are taken, so it never leads to another host.
    """
    led_here = request.referrer if request.method == "GET" else None
    try:
        place = urlsplit(request.values.get("from") or led_here or "")
    except ValueError:
        return ""
    if place.path not in LISTS:
        return ""
    return f"{place.path}?{place.query}" if place.query else place.path
