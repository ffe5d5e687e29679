"""A message that only says that it arrives."""

import secrets

from flask import current_app

from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.reminders.channels.every_channel import send
from tracker.reminders.channels.outgoing import Outgoing, ways_of
from tracker.reminders.secret_file import Given
from tracker.web.urls import link

TITLE = "A test from Onward"
BODY = "This is how a reminder reaches you."


def settings() -> Settings:
    """Of this server."""
    found: Settings = current_app.config["ONWARD"]
    return found


def say_hello(kind: str, given: Given | None, title: str = TITLE, body: str = "") -> None:
    """With no transaction open; words of one's own have no links below. Raises NotTaken."""
    site = "" if body else link("")
    db.session.rollback()
    number = f"onward.test.{secrets.token_hex(8)}"
    message = Outgoing(
        title, body or BODY, "test", number, "/settings/reminders", site, now(), 3600
    )
    send(kind, given, message, ways_of(settings()))
