"""The page that an address belongs to which only takes forms.

A form that is refused leaves its address in the browser's bar: reloaded or kept, it leads back.
"""

from collections.abc import Iterator
from urllib.parse import quote

from flask import current_app
from werkzeug.exceptions import HTTPException
from werkzeug.routing import RequestRedirect


def nearest(path: str) -> str:
    """Its form (`/interviews/new`), else the nearest address above it that is a page of ours."""
    ours = current_app.url_map.bind("")
    for candidate in candidates([part for part in path.split("/") if part]):
        try:
            ours.match(candidate, method="GET")
        except (HTTPException, RequestRedirect):
            continue
        return quote(candidate)
    return "/"


def candidates(parts: list[str]) -> Iterator[str]:
    """From the nearest on; none begins with two slashes and leads to another host."""
    yield "/".join(["", *parts, "new"])
    for end in range(len(parts) - 1, 0, -1):
        yield "/".join(["", *parts[:end]])
