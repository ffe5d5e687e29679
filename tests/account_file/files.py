"""Makes files of accounts for tests, and compares them."""

import json
from typing import Any

from tracker.account_file.tables import TABLES
from tracker.account_file.writer import make
from tracker.clock import now
from tracker.exports.request import ExportRequest
from tracker.extensions import db
from tracker.models import User
from tracker.sharing.selection import Selection, SharedPart

ALL = frozenset(SharedPart)
OF_THE_ACCOUNT = ("email",)


def content_of(user: User, parts: frozenset[SharedPart] = ALL) -> bytes:
    """The file, as the export makes it."""
    db.session.rollback()
    wanted = ExportRequest("json", Selection(parts))
    fresh = db.session.get_one(User, user.id)
    return make(db.session(), fresh, wanted, now(), lambda _hundredths: None)


def file_of(user: User, parts: frozenset[SharedPart] = ALL) -> dict[str, Any]:
    """The same, read by somebody else's reader."""
    return json.loads(content_of(user, parts))


def dumped(file: Any) -> bytes:
    """A file that was changed, as bytes."""
    return json.dumps(file).encode()


def without_numbers(file: dict[str, Any]) -> dict[str, Any]:
    """Rows name others by their place in the file, so that two accounts can be compared.

    Links are closed by coming back: whether they were before is told by a test of its own.
    """
    places = {
        name: {row["id"]: place for place, row in enumerate(rows) if "id" in row}
        for name, rows in file["tables"].items()
    }
    tables = {
        name: [_renamed(name, row, places) for row in rows] for name, rows in file["tables"].items()
    }
    for link in tables["share_links"]:
        del link["revoked_at"]
    for name, kept in TABLES.items():
        if not kept.numbered:
            tables[name].sort(key=json.dumps)
    user = {name: fact for name, fact in file["user"].items() if name not in OF_THE_ACCOUNT}
    return {"user": user, "private": file["private_writing"], "tables": tables}


def _renamed(name: str, row: dict[str, Any], places: dict[str, dict[int, int]]) -> dict[str, Any]:
    names = TABLES[name].names
    return {
        column: places[names[column]].get(value) if column in names and value else value
        for column, value in row.items()
        if column != "id"
    }


def same(one: dict[str, Any], other: dict[str, Any]) -> None:
    """Fails at the first row that differs, which reads better than two whole accounts."""
    assert one["user"] == other["user"]
    assert one["private"] == other["private"]
    for name, rows in one["tables"].items():
        for mine, theirs in zip(rows, other["tables"][name], strict=True):
            assert mine == theirs, name
