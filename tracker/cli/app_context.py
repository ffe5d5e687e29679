"""Opening the instance for a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from tracker import create_app
from tracker.backup.in_use import InUse, using
from tracker.cli.failure import Failure
from tracker.config import Settings, read_settings
from tracker.startup import prepare


@contextmanager
def started(settings: Settings) -> Iterator[Flask]:
    """The app, with its database made or brought up to date and marked as in use."""
    try:
        prepare(settings)
    except SQLAlchemyError as error:
        raise Failure(f"The database can't be opened: {getattr(error, 'orig', error)}") from error
    try:
        with using(settings.sqlite_file):
            yield create_app(settings)
    except InUse as error:
        raise Failure("The database is being restored. Try again in a moment.") from error


@contextmanager
def opened(settings: Settings | None = None) -> Iterator[Flask]:
    """The same, inside an app context."""
    with started(settings or read_settings()) as app, app.app_context():
        yield app
