"""`onward check`: whether the database is whole and everything in it agrees. Changes nothing."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import create_engine
from sqlalchemy.orm import Session
from sqlalchemy.pool import NullPool

from tracker import database, schema
from tracker.backup import (
    BackupFailed,
    consistency,
    permissions,
    reason,
    schema_check,
    search_check,
    sqlite,
)
from tracker.config.settings import Settings
from tracker.values.formatting import plural

SHOWN = 10
HEALABLE = "`onward check --repair` puts that right"


class CheckResult(NamedTuple):
    """One thing that was looked at."""

    about: str
    well: bool
    said: str


@contextmanager
def reading(settings: Settings) -> Iterator[Session]:
    """One moment of the database, without holding up those who write. Raises CannotKeep."""
    file = settings.sqlite_file
    if file is not None and (not file.exists() or (file.is_file() and file.stat().st_size == 0)):
        raise BackupFailed("There is no database yet: the first `onward serve` makes it.")
    if file is not None and not file.is_file():
        raise BackupFailed(f"The database {file} is no file.")
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


def run_checks(settings: Settings, now: datetime) -> list[CheckResult]:
    """Everything that was looked at. Raises CannotKeep where there is no database."""
    return [check_permissions(settings), *look_through(settings, now)]


def look_through(settings: Settings, now: datetime) -> list[CheckResult]:
    """The database alone. Raises CannotKeep where there is none."""
    parts: list[CheckResult] = []
    try:
        with reading(settings) as session:
            for part in checks(session, now):
                parts.append(part)  # noqa: PERF402 -- what was found before it broke is kept
    except BackupFailed:
        raise
    except Exception as error:  # of a damaged file anything may come
        parts.append(CheckResult("Database", False, f"it can't be read ({reason(error)})"))
    return parts


def checks(session: Session, now: datetime) -> Iterator[CheckResult]:
    """One look after the other; what a later one needs is looked at first."""
    yield check_integrity(session)
    found = schema.version(session.connection())
    current = found == schema.head()
    differences = schema_check.differences(session.connection()) if current else []
    yield check_schema(found, differences)
    if not current or any(not each.startswith("index ") for each in differences):
        return  # to read on would fail halfway
    yield check_result("Stages", "agree with their history", consistency.other_stages(session), "")
    yield check_result(
        "Owners", "are one person's throughout", consistency.other_owners(session), ""
    )
    yield check_result(
        "Summaries", "are true", consistency.untrue_summaries(session, now), HEALABLE
    )
    yield check_search(session)


def check_integrity(session: Session) -> CheckResult:
    """The database by its own word."""
    if session.get_bind().dialect.name != "sqlite":
        return CheckResult("Database", True, "answers; PostgreSQL keeps it whole")
    driver = session.connection().connection.driver_connection
    damages = sqlite.damages(driver)  # type: ignore[arg-type]
    return CheckResult("Database", not damages, "; ".join(damages[:3]) or "whole")


def check_search(session: Session) -> CheckResult:
    """What is searched for, beside what is written."""
    fault = search_check.broken(session)
    if fault is not None:
        return CheckResult("Search", False, f"{fault}; {HEALABLE}")
    return check_result("Search", "knows every word", search_check.differing(session), HEALABLE)


def check_schema(found: str | None, differences: list[str]) -> CheckResult:
    """The revision, and what is other than the models say."""
    if found != schema.head():
        return CheckResult("Schema", False, other_schema(found))
    if not differences:
        return CheckResult("Schema", True, f"{found}, as it should be")
    told = "; ".join(differences[:3]) + ("; ..." if len(differences) > 3 else "")
    only_indexes = all(each.startswith("index ") for each in differences)
    return CheckResult("Schema", False, f"{told}; {HEALABLE}" if only_indexes else told)


def other_schema(found: str | None) -> str:
    """Why nothing more can be looked at."""
    if found is None:
        return "there is none: this is no database of Onward's"
    if found in schema.revisions():
        return f"{found}, older than this program: the next `onward serve` brings it up to date"
    return f"{found}, which this program doesn't know: it is too old for this database"


def check_result(about: str, well: str, ids: list[int], remedy: str) -> CheckResult:
    """Applications by their numbers: what they are about is nobody's business in a terminal."""
    if not ids:
        return CheckResult(about, True, well)
    shown = ", ".join(map(str, ids[:SHOWN])) + (", ..." if len(ids) > SHOWN else "")
    said = f"not so of {plural(len(ids), 'application')}: {shown}"
    return CheckResult(about, False, f"{said}; {remedy}" if remedy else said)


def check_permissions(settings: Settings) -> CheckResult:
    """What others on this machine could read."""
    found = permissions.too_open(settings)
    if not found:
        return CheckResult("Files", True, "for their owner only")
    shown = ", ".join(str(file) for file in found[:SHOWN])
    return CheckResult("Files", False, f"others may read {shown}; {HEALABLE}")
