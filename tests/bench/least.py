"""The least that can be served on the same libraries: one table, a page of 25 rows, waitress."""

import os
import sys
from pathlib import Path

from flask import Flask, render_template_string
from flask_htmx import HTMX
from flask_login import LoginManager
from flask_sqlalchemy import SQLAlchemy
from flask_wtf import CSRFProtect
from sqlalchemy import select
from sqlalchemy.orm import DeclarativeBase, Mapped, mapped_column
from waitress import serve

PAGE = """<form><input name="csrf_token" value="{{ csrf_token() }}"></form>
{% for card in cards %}<p>{{ card.name }}</p>{% endfor %}"""


class Base(DeclarativeBase):
    """Of its only table."""


db = SQLAlchemy(model_class=Base)


class Card(db.Model):  # type: ignore[name-defined]
    """A row with a name."""

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]


app = Flask(__name__)
app.config.update(
    SECRET_KEY=os.urandom(16),
    SQLALCHEMY_DATABASE_URI=f"sqlite:///{Path(os.environ['ONWARD_INSTANCE']) / 'least.db'}",
)
login = LoginManager()
login.user_loader(lambda name: None)
for part in (db, login, CSRFProtect(), HTMX()):
    part.init_app(app)


@app.get("/")
def cards() -> str:
    """25 of 500."""
    return render_template_string(PAGE, cards=db.session.scalars(select(Card).limit(25)).all())


if __name__ == "__main__":
    with app.app_context():
        db.create_all()
        db.session.add_all(Card(name=f"Card {number}") for number in range(500))
        db.session.commit()
    serve(app, host="127.0.0.1", port=int(sys.argv[1]), threads=6)
