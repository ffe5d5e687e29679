"""A message that only says that it arrives."""

import secrets

from flask import current_app

from tracker.clock import now
from tracker.config.settings import Settings
from tracker.extensions import db
from tracker.reminders.channels.every_channel import send
from tracker.reminders.channels.outgoing import DeliveryRefused, Outgoing, ways_of
from tracker.reminders.secret_file import Given
from tracker.web.outgoing_calls import NoPlace, outgoing_call
from tracker.web.urls import link

TITLE = "A test from Onward"
BODY = "This is how a reminder reaches you."
SECONDS = 5.0
"""For one test, however slow the other side is."""
FULL = "Other tests are on their way just now. In a few seconds it is your turn: send it again."


class AllBusy(DeliveryRefused):
    """Nothing was sent, and nothing is said about the channel."""


def settings() -> Settings:
    """Of this server."""
    found: Settings = current_app.config["ONWARD"]
    return found


def reaches_inside() -> bool:
    """Whether servers of this network may be reached, and other ports."""
    return ways_of(settings()).poster.inside


def say_hello(kind: str, given: Given | None, title: str = TITLE, body: str = "") -> None:
    """With no transaction open; words of one's own have no links below.

    Raises NotTaken, and AllBusy where as many as may be are under way.
    """
    site = "" if body else link("")
    db.session.rollback()
    number = f"onward.test.{secrets.token_hex(8)}"
    message = Outgoing(
        title, body or BODY, "test", number, "/settings/reminders", site, now(), 3600
    )
    try:
        with outgoing_call():
            send(kind, given, message, ways_of(settings()).in_a_hurry(SECONDS))
    except NoPlace:
        raise AllBusy(FULL) from None
