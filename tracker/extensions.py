"""The extensions, unbound: create_app() binds them."""

from flask import request
from flask_htmx import HTMX
from flask_login import LoginManager
from flask_migrate import Migrate
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
migrate = Migrate()
csrf = CSRFProtect()
htmx = Htmx()
login = LoginManager()
