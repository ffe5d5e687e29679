"""A message that only says that it arrives."""

import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from flask import current_app

from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.reminders.channels.every_channel import send
from tracker.reminders.channels.outgoing import NotTaken, Outgoing, ways_of
from tracker.reminders.secret_file import Given
from tracker.web.urls import link

TITLE = "A test from Onward"
BODY = "This is how a reminder reaches you."
AT_ONCE = 2
"""Tests of everybody together: the server has six threads, and people who wait for a page."""
SECONDS = 5.0
"""For one test, however slow the other side is."""
FULL = "Other tests are on their way just now. In a few seconds it is your turn: send it again."


class NoPlace(NotTaken):
    """Nothing was sent, and nothing is said about the channel."""


def settings() -> Settings:
    """Of this server."""
    found: Settings = current_app.config["ONWARD"]
    return found


def say_hello(kind: str, given: Given | None, title: str = TITLE, body: str = "") -> None:
    """With no transaction open; words of one's own have no links below.

    Raises NotTaken, and NoPlace where as many as may be are under way.
    """
    site = "" if body else link("")
    db.session.rollback()
    number = f"onward.test.{secrets.token_hex(8)}"
    message = Outgoing(
        title, body or BODY, "test", number, "/settings/reminders", site, now(), 3600
    )
    with _place():
        send(kind, given, message, ways_of(settings()).in_a_hurry(SECONDS))


@contextmanager
def _place() -> Iterator[None]:
    """One of the places of this process; nobody waits for one."""
    extensions = current_app.extensions
    places: BoundedSemaphore = extensions.setdefault("reminder_tests", BoundedSemaphore(AT_ONCE))
    if not places.acquire(blocking=False):
        raise NoPlace(FULL)
    try:
        yield
    finally:
        places.release()
