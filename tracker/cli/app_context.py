"""Opening the instance for a command."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from flask import Flask
from sqlalchemy.exc import SQLAlchemyError

from tracker import create_app
from tracker.backup.in_use import InUse, shared_use
from tracker.cli.failure import Failure
from tracker.cli.gc_pause import loading
from tracker.cli.instance import command_settings, may_make
from tracker.config.settings import Settings
from tracker.schema import State
from tracker.startup import PATIENCE, database_state, prepare_database


@contextmanager
def opening() -> Iterator[None]:
    """Says that the database can't be opened, and why."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise Failure(f"The database can't be opened: {getattr(error, 'orig', error)}") from error


@contextmanager
def started_app(settings: Settings) -> Iterator[Flask]:
    """The app, with its database made or brought up to date and marked as in use."""
    with opening(), loading():
        prepare_database(settings)
    try:
        with shared_use(settings.sqlite_file, PATIENCE):
            with loading():
                app = create_app(settings)
            yield app
    except InUse as error:
        raise Failure("The database is being restored. Try again in a moment.") from error


def refuse_empty(settings: Settings) -> None:
    """Raises Failure where there is a database without anything in it, and this command is no
    start.
    """
    try:
        if may_make() or database_state(settings) is not State.EMPTY:
            return
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise Failure(f"The database can't be opened: {getattr(error, 'orig', error)}") from error
    raise Failure("There is nothing in this database yet: the first `onward serve` makes it.")


@contextmanager
def opened_app(settings: Settings | None = None) -> Iterator[Flask]:
    """The same, inside an app context."""
    if settings is None:
        settings = command_settings()
        refuse_empty(settings)
    with started_app(settings) as app, app.app_context():
        yield app
