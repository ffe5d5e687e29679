"""What somebody is reminded of now: decided in one transaction, for each kind and day once."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import exists, select
from sqlalchemy.orm import Session

from tracker.database import writing
from tracker.database.lock import advisory_lock
from tracker.extensions import db
from tracker.loop.reminders.hours import Slot, due_slots, next_look
from tracker.loop.reminders.things import Thing
from tracker.loop.reminders.words import Recipient, compose
from tracker.loop.working_days import is_working_day
from tracker.models.messages.reminder import Reminder
from tracker.models.messages.reminder_channel import ON, ReminderChannel
from tracker.models.messages.reminder_delivery import ReminderDelivery
from tracker.models.messages.reminder_settings import ReminderSettings
from tracker.models.reads.day_rest import day_rests_until
from tracker.models.reads.next_waking import next_waking
from tracker.models.reads.reminder_things import reminder_things
from tracker.models.summary import asleep_too_long
from tracker.models.summary.before_commit import sweep
from tracker.models.user import User


class _Decided(NamedTuple):
    slots: list[Slot]
    things: Sequence[Thing]
    reader: Recipient


def decide(user_id: int, now: datetime) -> int:
    """How many were decided on; what time alone has changed is brought up to date before."""
    bring_up_to_date(user_id, now)
    found = _look(user_id, now)
    db.session.rollback()
    with writing() as session:
        advisory_lock(session, f"reminders of {user_id}")
        kept = session.get(ReminderSettings, user_id)
        if kept is None or found is None:
            return 0
        made = [_keep(session, kept, slot, found, now) for slot in found.slots]
        looks = next_look(kept.wishes, now, found.reader.zone), found.reader.rests_until
        kept.look_at = min(filter(None, looks))
    return sum(made)


def bring_up_to_date(user_id: int, now: datetime) -> None:
    """What time alone has changed, as a look at Today would do."""
    session = db.session()
    waking = next_waking(session, user_id)
    ids = asleep_too_long(session, user_id, now) if waking is not None and waking <= now else []
    user = session.get(User, user_id)
    db.session.rollback()
    if ids and user is not None:
        with writing(user, now) as writer:
            sweep(writer, ids)


def _look(user_id: int, now: datetime) -> _Decided | None:
    """Read beforehand, so that nobody waits for it."""
    session = db.session()
    user, kept = session.get(User, user_id), session.get(ReminderSettings, user_id)
    if user is None or kept is None:
        return None
    zone = user.zone
    slots = [
        each
        for each in due_slots(kept.wishes, now, zone)
        if not session.scalar(select(_decided(user_id, each)))
    ]
    things = reminder_things(session, user_id, now, zone) if slots else []
    return _Decided(slots, things, reader_of(session, user, kept, now))


def reader_of(session: Session, user: User, kept: ReminderSettings, now: datetime) -> Recipient:
    """Whom it is told to."""
    country, state = user.country, user.state

    def works(day: date) -> bool:
        return is_working_day(day, country, state)

    rests = day_rests_until(session, user, now)
    return Recipient(kept.wishes, now, user.zone, works, rests)


def _decided(user_id: int, slot: Slot) -> exists:  # type: ignore[valid-type]
    return exists().where(
        Reminder.user_id == user_id,
        Reminder.kind == slot.kind.value,
        Reminder.day == slot.day,
    )


def _keep(
    session: Session, kept: ReminderSettings, slot: Slot, found: _Decided, now: datetime
) -> bool:
    user_id = kept.user_id
    if session.scalar(select(_decided(user_id, slot))):
        return False  # by somebody else, a moment ago
    said = Reminder.said_to(session, user_id)
    told = compose(slot, found.things, said, found.reader, named=False)
    channels = session.scalars(ReminderChannel.of(user_id).where(ReminderChannel.state == ON)).all()
    if told is None or not channels:
        return False
    reminder = Reminder(
        user_id=user_id,
        kind=slot.kind.value,
        day=slot.day,
        title=told.title,
        body=told.body,
        about=list(told.keys),
        decided_at=now,
        due_at=slot.moment,
        expires_at=told.expires,
    )
    session.add(reminder)
    session.flush()
    facts = {"user_id": user_id, "reminder_id": reminder.id, "try_at": now}
    session.add_all(
        ReminderDelivery(channel_id=each.id, label=each.label, **facts) for each in channels
    )
    session.flush()
    return True
