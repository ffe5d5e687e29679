"""What every start does first: the database is made, or brought up to date after a copy of it."""

from sqlalchemy import create_engine
from sqlalchemy.pool import NullPool

from tracker import schema
from tracker.config import Misconfigured, Settings
from tracker.schema import State


def prepare(settings: Settings) -> State:
    """Bring the schema up to date; says how the database was found.

    Raises Misconfigured where it is newer than this program.
    """
    engine = create_engine(settings.database_url, poolclass=NullPool)
    try:
        found = schema.state(engine)
    finally:
        engine.dispose()
    if found is State.NEWER:
        raise Misconfigured(
            "The database was made by a newer Onward. Install that version or a later one."
        )
    if found is State.OLDER:
        put_aside(settings)
    if found is not State.CURRENT:
        schema.upgrade(settings.database_url)
        protect(settings)
    return found


def put_aside(settings: Settings) -> None:
    """A copy of the database from before the change of schema, in the backups folder."""
    from tracker.backup import before_upgrade

    before_upgrade(settings)


def protect(settings: Settings) -> None:
    """Only its owner may read the database's file."""
    if settings.sqlite_file is not None:
        settings.sqlite_file.chmod(0o600)
