"""What a dump of PostgreSQL's would bring back, and SQL that goes with it."""

import os
import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import create_engine, text
from sqlalchemy.pool import NullPool

from tracker.backup import ended_access
from tracker.backup.current_access import ASKED, CurrentAccess, Person, Restorable, person_of

BEGINS = re.compile(rb'COPY (?:\w+|"[^"]+")\.(\w+) \((.*)\) FROM stdin;\n')
NAMED = re.compile(r":(\w+)")


def in_script(script: Path) -> Restorable:
    """Which tables, with which columns, and who."""
    columns: dict[str, list[str]] = {}
    people: dict[Person, str] = {}
    table = ""
    with script.open("rb") as lines:
        for line in lines:
            if table and line == b"\\.\n":
                table = ""
            elif table == "users":
                values = line.decode("utf-8", "replace").rstrip("\n").split("\t")
                row = dict(zip(columns[table], values, strict=True))
                made = datetime.fromisoformat(row["created_at"])
                people[person_of({"id": int(row["id"]), "created_at": made})] = row["email"]
            elif not table and (begun := BEGINS.fullmatch(line)):
                table = begun[1].decode()
                columns[table] = begun[2].decode().replace('"', "").split(", ")
    return Restorable({name: columns[name] for name in ASKED if name in columns}, people)


def write(file: Path, statements: Iterable[ended_access.Statement], database_url: str) -> None:
    """As a script for psql, for its owner only: a command line can be read by others."""
    from psycopg import ClientCursor

    engine = create_engine(database_url, poolclass=NullPool)
    try:
        with engine.connect() as connection, os.fdopen(os.open(file, os.O_WRONLY), "wb") as opened:
            connected: Any = connection.connection.driver_connection
            for line, facts in statements:
                sql = ClientCursor(connected).mogrify(NAMED.sub(r"%(\1)s", line), facts)
                opened.write(f"{sql};\n".encode())
    finally:
        engine.dispose()


def end(database_url: str, present: CurrentAccess, at: datetime) -> None:
    """Once more, in a database that an upgrade has given the tables that the backup lacked."""
    engine = create_engine(database_url, poolclass=NullPool)
    wanted = text(
        "SELECT table_name, column_name FROM information_schema.columns"
        " WHERE table_schema = current_schema()"
    )
    try:
        with engine.begin() as connection:
            columns: dict[str, list[str]] = {}
            for table, column in connection.execute(wanted):
                if table in ASKED:
                    columns.setdefault(table, []).append(column)
            rows = connection.execute(text(ASKED["users"])).mappings().all()
            people = {person_of(dict(row)): str(row["email"]) for row in rows}
            for line, facts in ended_access.statements(present, Restorable(columns, people), at):
                connection.execute(text(line), facts)
    finally:
        engine.dispose()
