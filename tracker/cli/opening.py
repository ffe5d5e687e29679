"""Opening the instance for a command."""

from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from tracker import create_app
from tracker.cli.failure import Failure
from tracker.config import Settings, read_settings
from tracker.starting import prepare


@contextmanager
def opened(settings: Settings | None = None) -> Iterator[Flask]:
    """The app with its database made or brought up to date, inside an app context."""
    settings = settings or read_settings()
    try:
        prepare(settings)
    except SQLAlchemyError as error:
        raise Failure(f"The database can't be opened: {getattr(error, 'orig', error)}") from error
    app = create_app(settings)
    with app.app_context():
        yield app


