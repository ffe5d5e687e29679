"""What every start does first: the database is made, or brought up to date after a copy of it."""

import os
import time

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tracker import schema
from tracker.config.misconfigured import Misconfigured
from tracker.config.settings import Settings
from tracker.schema import State

PATIENCE = 30.0
"""Seconds that a start waits for whoever makes, upgrades or restores the same database."""


def prepare_database(settings: Settings) -> State:
    """Bring the schema up to date; says how the database was found.

    Raises Misconfigured where it is newer than this program, or where another Onward uses it and
    it has to be upgraded.
    """
    make_file(settings)
    found = database_state(settings)
    if _lacks(settings, found):
        found = upgrade_alone(settings)
    if found is State.NEWER:
        raise Misconfigured(
            "The database was made by a newer Onward. Install that version or a later one."
        )
    return found


def needs_work(settings: Settings) -> bool:
    """Whether the database is to be made, upgraded, or summed up anew."""
    make_file(settings)
    return _lacks(settings, database_state(settings))


def _lacks(settings: Settings, found: State) -> bool:
    return found is not State.NEWER and (found is not State.CURRENT or unsettled(settings))


def database_state(settings: Settings) -> State:
    """How the database stands to this program."""
    engine = create_engine(settings.database_url, poolclass=NullPool)
    try:
        return schema.state(engine)
    finally:
        engine.dispose()


def unsettled(settings: Settings) -> bool:
    """Whether an earlier start was cut off after its upgrade, before all was summed up anew."""
    engine = create_engine(settings.database_url, poolclass=NullPool)
    try:
        return schema.unsettled(engine)
    finally:
        engine.dispose()


def upgrade_alone(settings: Settings) -> State:
    """Upgrade while nobody else uses the database, unless another start does it meanwhile."""
    from tracker.backup.in_use import PAUSE, InUse, exclusive_use

    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            with exclusive_use(settings.sqlite_file):
                return upgrade(settings)
        except InUse as error:
            if database_state(settings) is State.CURRENT:
                return State.CURRENT
            if time.monotonic() > deadline:
                raise Misconfigured(
                    "The database has to be upgraded, but another Onward is using it."
                    " Stop that one first."
                ) from error
            time.sleep(PAUSE)


def upgrade(settings: Settings) -> State:
    """Put a copy aside where there is something to lose, then upgrade."""
    found = database_state(settings)
    if found is State.OLDER:
        put_aside(settings)
    if found in (State.OLDER, State.EMPTY):
        schema.upgrade(settings.database_url)
    if found is State.OLDER or (found is State.CURRENT and unsettled(settings)):
        settle(settings)
    return found


def settle(settings: Settings) -> None:
    """What is summed up of other rows, as this version sums it up."""
    from tracker.backup.repair import settle_after_upgrade
    from tracker.clock import now

    settle_after_upgrade(settings.database_url, now())


def put_aside(settings: Settings) -> None:
    """A copy of the database from before the change of schema, in the backups folder."""
    from tracker.backup import BackupFailed
    from tracker.backup.backup import before_upgrade

    try:
        before_upgrade(settings)
    except BackupFailed as error:
        raise Misconfigured(
            f"The database was not upgraded, as no copy could be put aside first: {error}"
        ) from error


def make_file(settings: Settings) -> None:
    """An empty file that only its owner may read, before SQLite makes one that others may."""
    file = settings.sqlite_file
    if file is None:
        return
    if file.exists() and not file.is_file():  # a device, a pipe: nothing whose rights are ours
        raise Misconfigured(f"The database {file} is no file.")
    try:
        os.close(os.open(file, os.O_RDWR | os.O_CREAT, 0o600))
        if file.stat().st_mode & 0o077:
            file.chmod(0o600)
    except OSError as error:
        raise Misconfigured(f"The database {file} can't be written ({error.strerror}).") from error
