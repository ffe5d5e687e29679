"""Which schema the database has, and bringing it up to date: whole or not at all."""

import re
from enum import Enum
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, inspect, text
from sqlalchemy.exc import OperationalError, ProgrammingError
from sqlalchemy.pool import NullPool

MIGRATIONS = Path(__file__).parent / "migrations"
ADVISORY_LOCK = 0x0E3A2D
APPLICATION_ID = 0x4F4E5744
"""Stands in the header of a SQLite file: by it a backup is known to be Onward's."""
UNSETTLED = "unsettled"
"""Stands among the settings from a change of the schema until what is summed up of other rows has
been worked out anew: a start that was cut off in between is finished by the next."""
BEFORE_UPGRADE = (
    "PRAGMA busy_timeout = 30000",
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = OFF",
)


class State(Enum):
    """How a database's schema stands to this program's."""

    EMPTY = "empty"
    OLDER = "older"
    CURRENT = "current"
    NEWER = "newer"


def revisions() -> list[str]:
    """All revisions that this program knows, oldest first: files are named 0001_..., 0002_..."""
    names = (re.match(r"(\d{4})_", file.name) for file in (MIGRATIONS / "versions").iterdir())
    return sorted(name.group(1) for name in names if name)


def head() -> str:
    """The revision that this program needs."""
    return revisions()[-1]


def version(connection: Connection) -> str | None:
    """The database's revision; None where nothing was ever made in it."""
    try:
        with connection.begin_nested() if connection.in_transaction() else connection.begin():
            found: str | None = connection.scalar(text("SELECT version_num FROM alembic_version"))
            return found
    except (OperationalError, ProgrammingError):
        if inspect(connection).has_table("alembic_version"):
            raise
        return None


def state(engine: Engine) -> State:
    """How the database stands to this program."""
    with engine.connect() as connection:
        found = version(connection)
    if found is None:
        return State.EMPTY
    known = revisions()
    if found == known[-1]:
        return State.CURRENT
    return State.OLDER if found in known else State.NEWER


def unsettled(engine: Engine) -> bool:
    """Whether an upgrade to this schema was cut off before all was summed up anew."""
    with engine.connect() as connection:
        found = text("SELECT count(*) FROM settings WHERE name = :name")
        return bool(connection.scalar(found, {"name": UNSETTLED}))


def settled(engine: Engine) -> None:
    """All is summed up."""
    with engine.begin() as connection:
        connection.execute(text("DELETE FROM settings WHERE name = :name"), {"name": UNSETTLED})


def upgrade(database_url: str, target: str = "head") -> None:
    """Run the migrations in one transaction, on a connection of their own.

    On SQLite foreign keys are off while tables are rebuilt, else the children of a rebuilt table
    would be deleted; they are checked before the commit. Up to an earlier revision, there is no
    search index: it may read what comes later.
    """
    engine = create_engine(database_url, poolclass=NullPool)
    try:
        if engine.dialect.name == "sqlite":
            _upgrade_sqlite(engine, target)
        else:
            _upgrade_postgresql(engine, target)
    finally:
        engine.dispose()


def _upgrade_sqlite(engine: Engine, target: str) -> None:
    event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
    with engine.connect() as connection:
        driver: Any = connection.connection.driver_connection
        driver.isolation_level = None
        for pragma in BEFORE_UPGRADE:
            driver.execute(pragma)
        with connection.begin():
            _migrate(connection, target)
            connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")
            orphans = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
            if orphans:
                raise RuntimeError(f"the migration would leave {len(orphans)} orphaned rows")


def _upgrade_postgresql(engine: Engine, target: str) -> None:
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": ADVISORY_LOCK})
        _migrate(connection, target)


def _migrate(connection: Connection, target: str) -> None:
    """Without the search index, whose triggers would not outlive a rebuilt table; made anew after.

    So are the indexes that tables are sorted by: Alembic can't read one on an expression.
    """
    from alembic import command
    from alembic.config import Config

    from tracker.models import search
    from tracker.models.lists import sort_orders

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    before = version(connection)
    search.drop(connection)
    command.upgrade(config, target)
    if before not in (None, head()):
        named = {"name": UNSETTLED, "value": before}
        connection.execute(text("DELETE FROM settings WHERE name = :name"), named)
        connection.execute(text("INSERT INTO settings (name, value) VALUES (:name, :value)"), named)
    if target == "head":
        sort_orders.recreate(connection)
        search.create(connection)
