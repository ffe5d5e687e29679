"""The extensions, unbound: create_app() binds them."""

import click
from flask import Flask, request
from flask.cli import ScriptInfo
from flask_htmx import HTMX
from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect

from tracker.models.base import Base


class Htmx(HTMX):
    """Speaks htmx 4, whose headers differ from those that the library reads."""

    def __bool__(self) -> bool:
        return request.headers.get("HX-Request") == "true"

    @property
    def fragment(self) -> bool:
        """Whether a part of the page is asked for, not the whole."""
        return bool(self) and request.headers.get("HX-Request-Type") != "full"


db = SQLAlchemy(model_class=Base, session_options={"expire_on_commit": False})
csrf = CSRFProtect()
htmx = Htmx()
login = LoginManager()


def bind_migrations(app: Flask) -> None:
    """`flask db`, under Flask's own command line only: a server must not carry Alembic along."""
    context = click.get_current_context(silent=True)
    if context is not None and context.find_object(ScriptInfo) is not None:
        from flask_migrate import Migrate

        from tracker.schema import MIGRATIONS

        Migrate(app, db, directory=str(MIGRATIONS))
