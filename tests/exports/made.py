"""Making a file in a test, as the page and the command do."""

from datetime import UTC, datetime
from typing import Any

from tracker.clock import now
from tracker.exports.formats import FORMATS
from tracker.exports.request import Wanted
from tracker.extensions import db
from tracker.models import User
from tracker.sharing.record import Record
from tracker.sharing.selection import FOR_LINKS, Choice
from tracker.values.date_range import Span

ALL = Choice(frozenset(FOR_LINKS), people=True)
AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def made(
    user: User, name: str, choice: Choice = ALL, span: Span | None = None, **options: Any
) -> bytes:
    """The bytes of a file."""
    wanted = Wanted(name, choice, span or Span(), options)
    return FORMATS[name].make(db.session(), user, wanted, now(), lambda done: None)


def record(choice: Choice = ALL, **parts: Any) -> Record:
    """A record made by hand, of nobody's rows."""
    from tracker.sharing.redaction import Mask

    return Record("Robin", Span(), choice, AT, Mask(None, None), **parts)
