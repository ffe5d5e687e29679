"""`onward check`: whether the database is whole and everything in it agrees. Changes nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import create_engine
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tracker import database, schema
from tracker.backup import CannotKeep, consistency, permissions, search_check, sqlite
from tracker.config import Settings
from tracker.values.formatting import plural

SHOWN = 10
HEALABLE = "`onward check --repair` puts that right"


class Part(NamedTuple):
    """One thing that was looked at."""

    about: str
    well: bool
    said: str


@contextmanager
def reading(settings: Settings) -> Iterator[Session]:
    """One moment of the database, without holding up those who write. Raises CannotKeep."""
    file = settings.sqlite_file
    if file is not None and (not file.exists() or file.stat().st_size == 0):
        raise CannotKeep("There is no database yet: the first `onward serve` makes it.")
    engine = create_engine(
        settings.database_url,
        poolclass=NullPool,
        **({"connect_args": {"isolation_level": None}} if file else {}),
        **({} if file else {"isolation_level": "REPEATABLE READ"}),
    )
    database.prepare(engine)
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


def look_at(settings: Settings, now: datetime) -> list[Part]:
    """Everything that was looked at. Raises CannotKeep where there is no database."""
    parts = [files(settings)]
    try:
        with reading(settings) as session:
            for part in looks(session, now):
                parts.append(part)  # noqa: PERF402 -- what was found before it broke is kept
    except DatabaseError as error:
        parts.append(Part("Database", False, f"it can't be read ({error.orig})"))
    return parts


def looks(session: Session, now: datetime) -> Iterator[Part]:
    """One look after the other; what a later one needs is looked at first."""
    yield whole(session)
    found = schema.version(session.connection())
    current = found == schema.head()
    yield Part("Schema", current, f"{found}" if current else other_schema(found))
    if not current:
        return
    yield told("Stages", "agree with their history", consistency.other_stages(session), "")
    yield told("Owners", "are one person's throughout", consistency.other_owners(session), "")
    yield told("Summaries", "are true", consistency.untrue_summaries(session, now), HEALABLE)
    yield search(session)


def whole(session: Session) -> Part:
    """The database by its own word."""
    if session.get_bind().dialect.name != "sqlite":
        return Part("Database", True, "answers; PostgreSQL keeps it whole")
    driver = session.connection().connection.driver_connection
    damages = sqlite.damages(driver)  # type: ignore[arg-type]
    return Part("Database", not damages, "; ".join(damages[:3]) or "whole")


def search(session: Session) -> Part:
    """What is searched for, beside what is written."""
    fault = search_check.broken(session)
    if fault is not None:
        return Part("Search", False, f"{fault}; {HEALABLE}")
    return told("Search", "knows every word", search_check.differing(session), HEALABLE)


def other_schema(found: str | None) -> str:
    """Why nothing more can be looked at."""
    if found in schema.revisions():
        return f"{found}, older than this program: the next `onward serve` brings it up to date"
    return f"{found}, which this program doesn't know: it is too old for this database"


def told(about: str, well: str, ids: list[int], remedy: str) -> Part:
    """Applications by their numbers: what they are about is nobody's business in a terminal."""
    if not ids:
        return Part(about, True, well)
    shown = ", ".join(map(str, ids[:SHOWN])) + (", ..." if len(ids) > SHOWN else "")
    said = f"not so of {plural(len(ids), 'application')}: {shown}"
    return Part(about, False, f"{said}; {remedy}" if remedy else said)


def files(settings: Settings) -> Part:
    """What others on this machine could read."""
    found = permissions.too_open(settings)
    if not found:
        return Part("Files", True, "for their owner only")
    shown = ", ".join(str(file) for file in found[:SHOWN])
    return Part("Files", False, f"others may read {shown}; {HEALABLE}")
