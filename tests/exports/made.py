"""Making a file in a test, as the page and the command do."""

from datetime import UTC, datetime
from typing import Any

from tracker.clock import now
from tracker.exports.formats import FORMATS
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.models import User
from tracker.sharing.record import Record
from tracker.sharing.selection import FOR_LINKS, Selection
from tracker.values.date_range import DateRange

ALL = Selection(frozenset(FOR_LINKS), people=True)
AT = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


def made(
    user: User, name: str, choice: Selection = ALL, span: DateRange | None = None, **options: Any
) -> bytes:
    """The bytes of a file."""
    wanted = ExportRequest(name, choice, span or DateRange(), options)
    return FORMATS[name].make(db.session(), user, wanted, now(), lambda done: None)


def record(choice: Selection = ALL, **parts: Any) -> Record:
    """A record made by hand, of nobody's rows."""
    from tracker.sharing.redaction import Redaction

    return Record("Robin", DateRange(), choice, AT, Redaction(None, None), **parts)
