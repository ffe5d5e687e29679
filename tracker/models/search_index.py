"""What search reads, and how each database keeps it true (see docs/decisions/search.md).

SQLite: one full-text table of trigrams, a row an application, kept by triggers. PostgreSQL: an
index on an expression over each table. The columns are named here and nowhere else.
"""

# ruff: noqa: S608 -- made from names in this module only

from sqlalchemy import Connection

FACTS = ("company", "role", "location")
"""Of the application."""
NOTE = "body"
PEOPLE = ("name", "title", "company")
"""Of those who have a part in it."""
PARTS = ("facts", "notes", "people")
"""The columns of the full-text table."""

LONGEST = 100_000
"""Characters of one note that PostgreSQL indexes; of a whole book it would refuse the row."""


def joined(columns: tuple[str, ...], row: str) -> str:
    """The columns of a row as one text, a line each."""
    return " || char(10) || ".join(f"{row}.{column}" for column in columns)


_FACTS = joined(FACTS, "NEW")
_NOTES = f"""(SELECT group_concat({NOTE}, char(10)) FROM notes
    WHERE application_id = application_search.rowid AND NOT private)"""
_PEOPLE = f"""(SELECT group_concat({joined(PEOPLE, "c")}, char(10))
    FROM contacts AS c JOIN application_contacts AS p ON p.contact_id = c.id
    WHERE p.application_id = application_search.rowid)"""


def _trigger(table: str, event: str, does: str, when: str = "") -> str:
    name = f"{table}_search_{event.split()[0].lower()}"
    return f"CREATE TRIGGER {name} AFTER {event} ON {table} {when} BEGIN {does} END"


def _refresh(part: str, value: str, rows: str) -> str:
    return f"UPDATE application_search SET {part} = {value} WHERE rowid IN ({rows});"


def _changed(columns: tuple[str, ...]) -> str:
    return "WHEN " + " OR ".join(f"OLD.{column} IS NOT NEW.{column}" for column in columns)


_NOTE_FACTS = (NOTE, "private", "application_id")
_PART_FACTS = ("application_id", "contact_id")
_BOTH = "OLD.application_id, NEW.application_id"
_THEIRS = "SELECT application_id FROM application_contacts WHERE contact_id = NEW.id"

SQLITE_DDL = [
    f"CREATE VIRTUAL TABLE application_search USING fts5({', '.join(PARTS)}, tokenize='trigram')",
    _trigger(
        "applications",
        "INSERT",
        f"INSERT INTO application_search(rowid, facts) VALUES (NEW.id, {_FACTS});",
    ),
    _trigger(
        "applications",
        f"UPDATE OF {', '.join(FACTS)}",
        _refresh("facts", _FACTS, "NEW.id"),
        _changed(FACTS),
    ),
    _trigger("applications", "DELETE", "DELETE FROM application_search WHERE rowid = OLD.id;"),
    _trigger("notes", "INSERT", _refresh("notes", _NOTES, "NEW.application_id")),
    _trigger(
        "notes",
        f"UPDATE OF {', '.join(_NOTE_FACTS)}",
        _refresh("notes", _NOTES, _BOTH),
        _changed(_NOTE_FACTS),
    ),
    _trigger("notes", "DELETE", _refresh("notes", _NOTES, "OLD.application_id")),
    _trigger("application_contacts", "INSERT", _refresh("people", _PEOPLE, "NEW.application_id")),
    _trigger(
        "application_contacts",
        f"UPDATE OF {', '.join(_PART_FACTS)}",
        _refresh("people", _PEOPLE, _BOTH),
        _changed(_PART_FACTS),
    ),
    _trigger("application_contacts", "DELETE", _refresh("people", _PEOPLE, "OLD.application_id")),
    _trigger(
        "contacts",
        f"UPDATE OF {', '.join(PEOPLE)}",
        _refresh("people", _PEOPLE, _THEIRS),
        _changed(PEOPLE),
    ),
    f"""INSERT INTO application_search(rowid, facts)
    SELECT a.id, {joined(FACTS, "a")} FROM applications AS a""",
    f"""UPDATE application_search SET notes = {_NOTES}
    WHERE rowid IN (SELECT application_id FROM notes)""",
    f"""UPDATE application_search SET people = {_PEOPLE}
    WHERE rowid IN (SELECT application_id FROM application_contacts)""",
]

SQLITE_DROP = [
    *(f"DROP TRIGGER IF EXISTS {line.split()[2]}" for line in SQLITE_DDL if "TRIGGER" in line),
    "DROP TABLE IF EXISTS application_search",
]


def vector(columns: tuple[str, ...], row: str = "") -> str:
    """What PostgreSQL indexes of a row; a query has to say the very same."""
    prefix = f"{row}." if row else ""
    words = " || ' ' || ".join(f"{prefix}{column}" for column in columns)
    return f"to_tsvector('simple', left({words}, {LONGEST}))"


POSTGRESQL_DDL = [
    f"CREATE INDEX ix_applications_search ON applications USING gin ({vector(FACTS)})",
    f"CREATE INDEX ix_notes_search ON notes USING gin ({vector((NOTE,))}) WHERE NOT private",
    f"CREATE INDEX ix_contacts_search ON contacts USING gin ({vector(PEOPLE)})",
]

POSTGRESQL_DROP = [f"DROP INDEX IF EXISTS {line.split()[2]}" for line in POSTGRESQL_DDL]


def create(connection: Connection) -> None:
    """Make the index, and fill it from what is there."""
    sqlite = connection.dialect.name == "sqlite"
    for line in SQLITE_DDL if sqlite else POSTGRESQL_DDL:
        connection.exec_driver_sql(line)


def drop(connection: Connection) -> None:
    """Take the index away: before a migration rebuilds a table, whose triggers would be lost."""
    sqlite = connection.dialect.name == "sqlite"
    for line in SQLITE_DROP if sqlite else POSTGRESQL_DROP:
        connection.exec_driver_sql(line)


def recreate(connection: Connection) -> None:
    """Make the index anew."""
    drop(connection)
    create(connection)
