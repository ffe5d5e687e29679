"""Whether search finds what is written; see tracker/models/search/index.py for how it is kept."""

# ruff: noqa: S608 -- made from names in this module and the index's only

import sqlite3
from pathlib import Path

from sqlalchemy.orm import Session

from tracker.backup import sqlite
from tracker.models.search.index import PARTS, POSTGRESQL_DDL, READ, SQLITE_DDL
from tracker.values.folding import fold

EVERY = "SELECT id FROM applications"
WHOLE = "INSERT INTO application_search(application_search) VALUES ('integrity-check')"
THERE = {
    "sqlite": "SELECT name FROM sqlite_schema",
    "postgresql": "SELECT indexrelid::regclass::text FROM pg_index WHERE indisvalid",
}


def broken(session: Session) -> str | None:
    """What the index lacks to keep itself true, or how it is damaged."""
    kind = session.get_bind().dialect.name
    there = {name for (name,) in session.connection().exec_driver_sql(THERE[kind])}
    missing = sorted(_made_by(SQLITE_DDL if kind == "sqlite" else POSTGRESQL_DDL) - there)
    if missing:
        return f"{missing[0]} is missing"
    return (
        _damaged(Path(str(session.connection().engine.url.database))) if kind == "sqlite" else None
    )


def _made_by(ddl: list[str]) -> set[str]:
    """The names of what these lines create."""
    words = (line.replace("VIRTUAL ", "").split() for line in ddl if line.startswith("CREATE"))
    return {name for _, _, name, *_ in words}


def _damaged(file: Path) -> str | None:
    """By the full-text index's own word, which has to be asked for as writers do."""
    try:
        with sqlite.opened(file) as live:
            live.execute(WHOLE)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError:
        return "its index is damaged"
    return None


def differing(session: Session) -> list[int]:
    """Applications of which search knows something else than is written, or nothing.

    PostgreSQL's index is on the rows themselves, so it can't differ.
    """
    if session.get_bind().dialect.name != "sqlite":
        return []
    read = session.connection().exec_driver_sql
    known = {
        row_id: [_lines(text) for text in texts]
        for row_id, *texts in read(f"SELECT rowid, {', '.join(PARTS)} FROM application_search")
    }
    written: dict[int, list[list[str]]] = {}
    for part in PARTS:
        for row_id, text in read(READ[part].format(EVERY)):
            written.setdefault(row_id, []).append(_lines(text))
    return sorted(
        row_id
        for row_id in known.keys() | written.keys()
        if known.get(row_id) != written.get(row_id)
    )


def _lines(text: str | None) -> list[str]:
    """Line by line, folded, in any order: that in which notes are read into one text is free."""
    return sorted(fold(text or "").split("\n"))
