"""What tests of the commands share."""

import pytest
from click.testing import CliRunner

from tracker.cli import app_context
from tracker.cli.app_context import opened_app
from tracker.cli.failure import Failure
from tracker.cli.import_file import import_
from tracker.extensions import db

WHO = "me@example.org"


@pytest.fixture
def onward_import(settings, app, build, monkeypatch):
    """Runs `onward import` for one person on this test's own database, in this test's app."""
    person = build.user(email=WHO)
    monkeypatch.setattr(app_context, "create_app", lambda settings: app)
    monkeypatch.setattr(app_context, "opened_app", lambda: opened_app(settings))

    def run(*options, user=WHO):
        said = CliRunner().invoke(import_, [*map(str, options), "--user", user])
        if isinstance(said.exception, Failure):
            return 1, str(said.exception)
        if said.exception is not None and not isinstance(said.exception, SystemExit):
            raise said.exception
        db.session.rollback()
        return said.exit_code, said.output

    run.person = person
    return run
