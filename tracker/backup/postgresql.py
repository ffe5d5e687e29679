"""Dumping, judging and loading a PostgreSQL database with PostgreSQL's own programs."""

import os
import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, create_engine, text
from sqlalchemy.pool import NullPool

from tracker.backup import BackupFailed
from tracker.backup.files import POSTGRESQL_MAGIC, begins_with
from tracker.backup.postgresql_programs import fitting, run

Counts = dict[str, int]
OURS = {"alembic_version", "users", "applications", "stage_changes"}
"""Tables by which a dump is known to be Onward's."""
UNOWNED = ["--no-owner", "--no-privileges"]
"""A backup may come back under another name than it was made under."""
AT_ONCE = [
    "--no-psqlrc",
    "--quiet",
    "--single-transaction",
    "--set=ON_ERROR_STOP=1",
    f"--output={os.devnull}",
]
TABLES = text(
    "SELECT quote_ident(tablename), tablename FROM pg_tables WHERE schemaname = current_schema()"
)
OTHERS = text(
    "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
    " AND backend_type = 'client backend' AND pid <> pg_backend_pid()"
)
COPY = re.compile(rb'COPY (?:\w+|"[^"]+")\.(\w+|"[^"]+") \(.*\) FROM stdin;\n')


@contextmanager
def connected(database_url: str) -> Iterator[Connection]:
    """A connection that sees one moment throughout."""
    engine = create_engine(database_url, poolclass=NullPool, isolation_level="REPEATABLE READ")
    try:
        with engine.connect() as connection:
            yield connection
    finally:
        engine.dispose()


def copy(database_url: str, part: Path) -> Counts:
    """Dump the database as it is at one moment; says how many rows it has."""
    with connected(database_url) as connection:
        programs = fitting(connection)
        counts = rows(connection)
        moment = connection.scalar(text("SELECT pg_export_snapshot()"))
        asked = [*UNOWNED, "--format=custom", f"--snapshot={moment}", f"--file={part}"]
        run(programs / "pg_dump", asked, database_url)
    return counts


def rows(connection: Connection) -> Counts:
    """How many rows each table has."""
    return {
        name: connection.scalar(text(f"SELECT count(*) FROM {quoted}")) or 0  # noqa: S608
        for quoted, name in connection.execute(TABLES).all()
    }


def judge(file: Path, script: Path, database_url: str, counts: Counts | None = None) -> str:
    """Write a whole dump out as a script, and say its schema's revision.

    Raises CannotKeep with what is wrong.
    """
    if not begins_with(file, POSTGRESQL_MAGIC):
        raise BackupFailed("it is not a dump of PostgreSQL's")
    with connected(database_url) as connection:
        programs = fitting(connection)
    try:
        run(programs / "pg_restore", [*UNOWNED, f"--file={script}", str(file)], database_url)
    except BackupFailed as error:
        raise BackupFailed(f"it is not whole ({error})") from error
    found, revision = read(script)
    if OURS - set(found) or revision is None:
        raise BackupFailed("it is not a database of Onward's")
    if counts is not None and found != counts:
        raise BackupFailed("rows are missing from it")
    return revision


def read(script: Path) -> tuple[Counts, str | None]:
    """The rows that a script would load, and the revision among them."""
    counts: Counts = {}
    table, revision = "", None
    with script.open("rb") as lines:
        for line in lines:
            if table and line == b"\\.\n":
                table = ""
            elif table:
                counts[table] += 1
                if table == "alembic_version":
                    revision = line.decode("utf-8", "replace").strip()
            elif begun := COPY.fullmatch(line):
                table = begun.group(1).decode("utf-8", "replace").strip('"')
                counts[table] = 0
    return counts, revision


def load(script: Path, database_url: str, then: Path | None = None) -> None:
    """Put what a script holds in the place of what is there, all in one transaction.

    `then` is a script of what is made of it, in the same one.
    """
    with connected(database_url) as connection:
        programs = fitting(connection)
        tables = [quoted for quoted, _ in connection.execute(TABLES)]
    gone = [f"--command=DROP TABLE {', '.join(tables)} CASCADE"] if tables else []
    made = ["--command=RESET search_path", f"--file={then}"] if then else []
    run(programs / "psql", [*AT_ONCE, *gone, f"--file={script}", *made], database_url)


def refuse_if_used(database_url: str) -> None:
    """Raises CannotKeep while anybody else is connected; who just left may take a moment."""
    for pause in (0.1, 0.4, 1.5, 0):
        with connected(database_url) as connection:
            others = connection.scalar(OTHERS)
        if not others:
            return
        time.sleep(pause)
    raise BackupFailed(
        f"Onward or another program is using the database (connections: {others}). Stop it first."
    )
