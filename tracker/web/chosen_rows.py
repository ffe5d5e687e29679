"""Rows that a form names by their number: they have to be the person's own, or it is a 404."""

from collections.abc import Iterable

from flask import abort
from sqlalchemy.orm import Session

from tracker.web.access import Row, own

LARGEST = 2**63 - 1


def own_named(model: type[Row], given: str | int, session: Session | None = None) -> Row:
    """The row with this number."""
    number = int(given) if str(given).isascii() and str(given).isdigit() else 0
    if not 0 < number <= LARGEST:
        abort(404)
    return own(model, number, session)


def all_own_named(
    model: type[Row], given: Iterable[str], session: Session | None = None
) -> list[Row]:
    """Each of them once, in the order given."""
    return [own_named(model, each, session) for each in dict.fromkeys(given)]
