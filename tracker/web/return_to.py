"""Where a step was begun, so that it ends there."""

import re
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, urlencode

from flask import request

from tracker.web.urls import parts_of

LISTS = ("/today", "/today/further", "/board", "/board/table")
"""Pages that one works through, a step at a time."""


class WayBack(NamedTuple):
    """The link at the top of a page."""

    href: str
    label: str


ID = r"\d{1,18}"
PLACES = {
    "/mail": "Emails",
    rf"/mail/(?:notes|rejections|offers|feedback)/{ID}": "Email",
    "/settings": "Settings",
    rf"/applications/{ID}": "Application",
    rf"/leads/{ID}": "Lead",
    rf"/people/{ID}": "Person",
    rf"/documents/{ID}": "Document",
    r"/companies\?name=[^#]{1,999}": "Company",
    r"/search\?q=[^#]{1,999}": "Search",
}
"""What a page may have been opened from, beside the list that it belongs to."""


def way_back() -> WayBack | None:
    """The page that the address says it was opened from, where that is one of PLACES."""
    named = request.args.get("from", "")
    labels = (label for place, label in PLACES.items() if re.fullmatch(place, named))
    return next((WayBack(named, label) for label in labels), None)


def opened_from(href: str, place: str) -> str:
    """The address of a page whose way back is to lead to that place."""
    page, hash_, part = href.partition("#")
    return f"{page}{'&' if '?' in page else '?'}{urlencode({'from': place})}{hash_}{part}"


def still_opened_from(href: str) -> str:
    """The address of a page that was changed: its way back stays where it led before."""
    here, led = parts_of(href), came_from()
    named = dict(parse_qsl(led.query)).get("from", "")
    same = here.path == led.path and "from" not in dict(parse_qsl(here.query))
    known = same and any(re.fullmatch(place, named) for place in PLACES)
    return opened_from(href, named) if known else href


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
