"""Who may come in, as the database says that a restore is about to replace."""

import sqlite3
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from tracker.backup import BackupFailed, postgresql, sqlite

Row = dict[str, Any]
Person = tuple[int, str]
"""A number, and the moment at which the account was made: two servers both have a number 1."""
ASKED = {
    "users": "SELECT id, created_at, email, password_hash, role FROM users ORDER BY id",
    "share_links": "SELECT token_hash FROM share_links WHERE revoked_at IS NULL",
    "calendar_feeds": "SELECT token_hash FROM calendar_feeds WHERE ended_at IS NULL",
    "passkeys": "SELECT user_id, credential_id, counter FROM passkeys",
    "identities": "SELECT user_id, issuer, subject FROM identities",
    "second_steps": "SELECT * FROM second_steps",
    "recovery_codes": "SELECT user_id, code_hash FROM recovery_codes",
    "reminder_settings": "SELECT user_id FROM reminder_settings WHERE user_id IS NULL",
}


class CurrentAccess(NamedTuple):
    """What opens anything now; by table, those that there are."""

    tables: dict[str, list[Row]]

    def people(self) -> dict[Person, Row]:
        """Everybody with an account."""
        return {person_of(row): row for row in self.tables.get("users", [])}


class Restorable(NamedTuple):
    """What is to be brought back: the columns of its tables, and whose email is which."""

    columns: dict[str, list[str]]
    people: dict[Person, str]


NOBODY = CurrentAccess({})
"""Nothing is there, or it can't be read: nobody knows what was ended."""


def person_of(row: Row) -> Person:
    """By which one is known again."""
    made = row["created_at"]
    return row["id"], f"{made.astimezone(UTC)}" if isinstance(made, datetime) else str(made)


def read_sqlite(database: Path) -> CurrentAccess:
    """Of a file that may be damaged, or not there."""
    if not database.exists() or database.stat().st_size == 0:
        return NOBODY
    try:
        with sqlite.opened(database) as live:
            live.row_factory = sqlite3.Row
            live.execute("BEGIN")
            there = {name for (name,) in live.execute("SELECT name FROM sqlite_schema")}
            return _read(there, lambda question: map(dict, live.execute(question)))
    except (sqlite3.Error, ValueError, OSError):
        return NOBODY


def read_postgresql(database_url: str) -> CurrentAccess:
    """The same of a server's; one without Onward's tables has nobody."""
    try:
        with postgresql.connected(database_url) as connection:
            there = {name for _, name in connection.execute(postgresql.TABLES)}
            return _read(
                there,
                lambda question: map(dict, connection.execute(text(question)).mappings()),
            )
    except SQLAlchemyError:
        return NOBODY


def _read(there: set[str], ask: Callable[[str], Iterable[Row]]) -> CurrentAccess:
    return CurrentAccess({name: list(ask(asked)) for name, asked in ASKED.items() if name in there})


def restorable_sqlite(part: sqlite3.Connection) -> Restorable:
    """Of a copy that is whole."""
    columns = {
        table: [row[1] for row in part.execute(f"PRAGMA table_info({table})")] for table in ASKED
    }
    people = part.execute("SELECT id, created_at, email FROM users")
    return Restorable(
        {table: names for table, names in columns.items() if names},
        {(number, str(made)): email for number, made, email in people},
    )


def is_known(database: Path, file: Path) -> bool:
    """Whether a backup of SQLite's is of this database, so that what was ended since is known."""
    try:
        with sqlite.opened(file, "ro") as backup:
            there = restorable_sqlite(backup).people
    except (sqlite3.Error, BackupFailed, ValueError, OSError):
        return False
    return bool(there.keys() & read_sqlite(database).people().keys())
