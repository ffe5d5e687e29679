"""Rows that are ticked in a list and stay in their place, named by its address, until one goes on.

Where a script asks, the row alone is answered; this is for the list that comes again.
"""

import re
from collections.abc import Sequence
from urllib.parse import parse_qs, urlencode

from flask import request

from tracker.values.whole_number import whole_number
from tracker.web.return_to import came_from

MOST = 20
"""Rows that stay: more ticks would make the address long."""


def came_from_list(lists: re.Pattern[str]) -> bool:
    """Whether it was ticked among the others, where one goes on then."""
    return lists.fullmatch(came_from().path) is not None


def ticked_here() -> list[int]:
    """The rows that the list's address names as ticked just now."""
    return numbers_in(request.args.getlist("ticked"))


def numbers_in(given: Sequence[str]) -> list[int]:
    """What of it may be a row's number, each once."""
    found = [number for each in given[-MOST:] if (number := whole_number(each)) is not None]
    return list(dict.fromkeys(found))


def list_again(kind: str, number: int, ticked: bool) -> str:
    """The list at this row, beside those ticked before; what else its address says stays."""
    came = came_from()
    asked = parse_qs(came.query)
    rows = [each for each in numbers_in(asked.pop("ticked", [])) if each != number]
    rows += [number] if ticked else []
    query = urlencode(asked | ({"ticked": rows} if rows else {}), doseq=True)
    return f"{came.path}{'?' if query else ''}{query}#{kind}-{number}"
