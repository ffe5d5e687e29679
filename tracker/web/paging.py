"""Which part of a list an address asks for, and the address at which the list goes on.

What it says that is no such place is the first part.
"""

from collections.abc import Mapping
from typing import TypeVar
from urllib.parse import urlencode

from flask import request

from tracker.models.lists.cursor import Cursor
from tracker.values.whole_number import whole_number

Place = TypeVar("Place", bound=Cursor)


def page_number() -> int:
    """Of `?page=`, counted from 1."""
    return whole_number(request.args.get("page", ""), 999_999) or 1


def rows_passed() -> int:
    """Of `?from=`: how many rows stand before this part."""
    return whole_number(request.args.get("from", ""), 9_999_999) or 0


def cursor(kind: type[Place], name: str = "after") -> Place | None:
    """The row after which this part begins."""
    return kind.parse(request.args.get(name, ""))


def address(url: str, given: Mapping[str, object]) -> str:
    """An address with what is given of its query."""
    query = urlencode({name: value for name, value in given.items() if value})
    return f"{url}?{query}" if query else url


def next_url(
    url: str, name: str, place: object, kept: Mapping[str, object] | None = None
) -> str | None:
    """The address at which a list goes on, unless there is no such place."""
    return address(url, {**(kept or {}), name: place}) if place else None
