"""Each reminder by each of its channels once: taken before it is sent, and noted after.

Nothing is sent with a transaction open. Whoever is killed before it is sent is followed by whoever
looks next. Killed between what the channel answered and our note of it, it is sent again: under
the same number, so that a locked screen and most mailboxes show one.
"""

import logging
import secrets
from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy.orm import Session

from tracker.config.settings import Settings
from tracker.database import writing
from tracker.extensions import db
from tracker.loop.reminders.hours import Kind, Slot, free_from
from tracker.loop.reminders.words import Message, Recipient, compose
from tracker.models.messages.reminder import Reminder
from tracker.models.messages.reminder_channel import GONE, ReminderChannel
from tracker.models.messages.reminder_delivery import DROPPED, FAILED, SENT, ReminderDelivery
from tracker.models.messages.reminder_settings import ReminderSettings
from tracker.models.reads.reminder_things import reminder_things
from tracker.models.server.setting import BASE_URL, Setting
from tracker.models.user import User
from tracker.reminders.channels.every_channel import send
from tracker.reminders.channels.outgoing import DeliveryRefused, Gone, Outgoing, Ways
from tracker.reminders.decision import reader_of
from tracker.reminders.secret_file import read_secret

log = logging.getLogger("onward")
WAITS = tuple(timedelta(minutes=each) for each in (1, 5, 15, 60))
"""After each try that failed; the last one from then on."""
BROKE = "It could not be sent; the server’s log says why."


class _Taken(NamedTuple):
    channel_id: int
    kind: str
    file: str
    user_id: int
    message: Outgoing


def send_one(settings: Settings, number: int, now: datetime, ways: Ways) -> bool:
    """Whether it was sent now."""
    holder = secrets.token_hex(8)
    taken = _take(settings, number, holder, now)
    if taken is None:
        return False
    problem, gone = "", False
    try:
        send(taken.kind, read_secret(settings.instance, taken.file), taken.message, ways)
    except DeliveryRefused as error:
        problem, gone = str(error), isinstance(error, Gone)
    except Exception as error:
        log.error("a reminder broke off: %s", type(error).__name__)
        problem = BROKE
    _note(number, holder, taken, problem, gone, now)
    return not problem


def _take(settings: Settings, number: int, holder: str, now: datetime) -> _Taken | None:
    with writing() as session:
        row = session.get(ReminderDelivery, number, with_for_update=True)
        if row is None or not row.take(holder, now):
            return None
        reminder = session.get_one(Reminder, row.reminder_id)
        user = session.get_one(User, row.user_id)
        kept = session.get(ReminderSettings, row.user_id)
        channel = session.get(ReminderChannel, row.channel_id) if row.channel_id else None
        over, shut = now >= reminder.expires_at, channel is None or channel.state == GONE
        if kept is None or channel is None or shut or over:
            row.end(DROPPED if over and row.tries == 1 else FAILED, now)
            return None
        free = free_from(kept.wishes, now, user.zone)
        if free > now:
            row.tries -= 1
            row.again(free)
            return None
        told = still_so(session, reminder, reader_of(session, user, kept, now))
        if told is None:
            row.end(DROPPED, now)
            return None
        site = settings.base_url or Setting.read(session, BASE_URL) or ""
        message = outgoing(told, reminder, row.id, site, now)
        return _Taken(channel.id, channel.kind, channel.file, user.id, message)


def still_so(session: Session, reminder: Reminder, reader: Recipient) -> Message | None:
    """What holds of it by now, in the words that its owner wants; nothing where none of it does."""
    things = reminder_things(session, reminder.user_id, reader.now, reader.zone)
    things = [each for each in things if each.key in set(reminder.about)]
    slot = Slot(Kind(reminder.kind), reminder.day, reminder.due_at)
    return compose(slot, things, (), reader, reader.wishes.named)


def outgoing(told: Message, reminder: Reminder, number: int, site: str, now: datetime) -> Outgoing:
    """As it goes out."""
    return Outgoing(
        title=told.title,
        body=told.body,
        tag=f"{reminder.kind}-{reminder.day:%Y-%m-%d}",
        number=f"onward.{number}.{reminder.decided_at:%Y%m%d%H%M%S}",
        path=told.path,
        site=site,
        at=now,
        seconds=max(60, int((told.expires - now).total_seconds())),
    )


def _note(number: int, holder: str, taken: _Taken, problem: str, gone: bool, now: datetime) -> None:
    user = db.session().get(User, taken.user_id)
    known = db.session().get(ReminderChannel, taken.channel_id)
    told = bool(problem) or (known is not None and bool(known.problem))
    with writing(user if told else None, now) as session:  # Today says what does not work
        channel = session.get(ReminderChannel, taken.channel_id)
        if channel is not None:
            channel.failed(problem, now, gone) if problem else channel.took()
        row = ReminderDelivery.held_by(session, number, holder)
        if row is None:
            return
        if not problem:
            row.end(SENT, now)
            return
        again = now + WAITS[min(row.tries, len(WAITS)) - 1]
        reminder = session.get_one(Reminder, row.reminder_id)
        if gone or again >= reminder.expires_at:
            row.end(FAILED, now)
        else:
            row.again(again)
