"""Each minute, where anything is due: who is to be reminded of what, and what waits to be sent."""

import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta

from sqlalchemy import Select
from sqlalchemy.exc import SQLAlchemyError

from tracker import clock
from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.models.messages.reminder import Reminder
from tracker.models.messages.reminder_channel import channels_in
from tracker.models.messages.reminder_delivery import ReminderDelivery, anything_due
from tracker.models.messages.reminder_settings import ReminderSettings
from tracker.reminders.channels.outgoing import ways_of
from tracker.reminders.decision import decide
from tracker.reminders.delivery import send_one
from tracker.reminders.secret_file import delete_secret, settled_names
from tracker.tasks.task import Turn

log = logging.getLogger("onward")
EVERY = timedelta(minutes=1)
ENOUGH = 60.0
"""Seconds of one round: other tasks wait meanwhile. What is left comes in the next."""
MOST = 500
"""Of those who are looked at, and of what is sent, in one round."""


def latest_minute(settings: Settings, now: datetime) -> datetime | None:
    """This minute, while anything is due; else it costs one look at two indexes."""
    return now.replace(second=0, microsecond=0) if anything_due(db.session(), now) else None


def remind(turn: Turn) -> None:
    """Decide, then send; what goes wrong with one holds nobody else up."""
    begun = time.monotonic()
    for user_id in _read(ReminderSettings.to_look_at(turn.at)):
        with _alone():
            decide(user_id, turn.at)
        if time.monotonic() - begun > ENOUGH:
            return
    ways, renewed = ways_of(turn.settings), begun
    for number in _read(ReminderDelivery.to_send(turn.at)):
        if time.monotonic() - begun > ENOUGH:
            return
        if time.monotonic() - renewed > ENOUGH / 6:
            renewed = time.monotonic()
            if not turn.go_on(clock.now()):
                return
        with _alone():
            send_one(turn.settings, number, turn.at, ways)


def sweep_reminders(turn: Turn) -> None:
    """What was sent longer ago than it is kept, and files of channels that are gone."""
    with writing() as session:
        Reminder.sweep(session, turn.at)
    left = settled_names(turn.settings.instance, turn.at)
    known = channels_in(db.session(), left) if left else set()
    db.session.rollback()
    for name in set(left) - known:
        delete_secret(turn.settings.instance, name)


@contextmanager
def _alone() -> Iterator[None]:
    """What goes wrong with one is logged without a word of theirs, and tried in the next round."""
    try:
        yield
    except SQLAlchemyError:
        raise  # the database itself: all the others would meet it, too
    except Exception as error:
        db.session.rollback()
        log.error("a reminder broke off: %s", type(error).__name__, exc_info=error)


def _read(wanted: Select[int]) -> list[int]:
    found = list(db.session().scalars(wanted.limit(MOST)))
    db.session.rollback()
    return found
