"""Opening the instance for a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from tracker import create_app
from tracker.backup.in_use import InUse, shared_use
from tracker.cli.failure import Failure
from tracker.cli.loading import loading
from tracker.config import Settings, read_settings
from tracker.startup import PATIENCE, prepare_database


@contextmanager
def started_app(settings: Settings) -> Iterator[Flask]:
    """The app, with its database made or brought up to date and marked as in use."""
    try:
        with loading():
            prepare_database(settings)
    except SQLAlchemyError as error:
        raise Failure(f"The database can't be opened: {getattr(error, 'orig', error)}") from error
    try:
        with shared_use(settings.sqlite_file, PATIENCE):
            with loading():
                app = create_app(settings)
            yield app
    except InUse as error:
        raise Failure("The database is being restored. Try again in a moment.") from error


@contextmanager
def opened_app(settings: Settings | None = None) -> Iterator[Flask]:
    """The same, inside an app context."""
    with started_app(settings or read_settings()) as app, app.app_context():
        yield app
