"""A way that reminders go: added, proved, and taken away."""

from datetime import datetime

from sqlalchemy import delete, func, select, update
from sqlalchemy.orm import Session

from tracker.models.messages.reminder import TEST, Reminder
from tracker.models.messages.reminder_channel import ON, ReminderChannel
from tracker.models.messages.reminder_delivery import FAILED, SENT, ReminderDelivery
from tracker.models.messages.reminder_settings import ReminderSettings

MOST = 10
"""Channels of one person."""


class Full(Exception):
    """There are as many as there may be."""


def add_channel(
    session: Session,
    user_id: int,
    kind: str,
    label: str,
    file: str,
    now: datetime,
    state: str = ON,
    device_id: int | None = None,
) -> ReminderChannel:
    """Inside `writing()`: one more. With the first one, reminders begin. Raises Full."""
    if is_full(session, user_id):
        raise Full
    begin(session, user_id, now)
    channel = ReminderChannel(
        user_id=user_id,
        kind=kind,
        label=label,
        file=file,
        state=state,
        device_id=device_id,
        made_at=now,
    )
    session.add(channel)
    session.flush()
    return channel


def begin(session: Session, user_id: int, now: datetime) -> None:
    """Where nothing was sent until now, nothing of before is made up for."""
    kept = session.get(ReminderSettings, user_id)
    if kept is None:
        session.add(ReminderSettings.usual(user_id, now))
    elif not is_on(session, user_id):
        kept.since = kept.look_at = now


def is_on(session: Session, user_id: int) -> bool:
    """Whether there is any way that they go."""
    mine = ReminderChannel.user_id == user_id, ReminderChannel.state == ON
    return session.scalar(select(ReminderChannel.id).where(*mine).limit(1)) is not None


def is_full(session: Session, user_id: int) -> bool:
    """Whether somebody has as many as there may be."""
    mine = ReminderChannel.user_id == user_id
    return (session.scalar(select(func.count()).where(mine)) or 0) >= MOST


def note_test(
    session: Session, channel: ReminderChannel, title: str, body: str, now: datetime, taken: bool
) -> None:
    """Inside `writing()`: a test stands among what was sent, whatever came of it."""
    test = Reminder(
        user_id=channel.user_id,
        kind=f"{TEST} {now:%H:%M:%S.%f}",
        day=now.date(),
        title=title,
        body=body,
        about=[],
        decided_at=now,
        due_at=now,
        expires_at=now,
    )
    session.add(test)
    session.flush()
    session.add(
        ReminderDelivery(
            user_id=channel.user_id,
            reminder_id=test.id,
            channel_id=channel.id,
            label=channel.label,
            state=SENT if taken else FAILED,
            tries=1,
            done_at=now,
        )
    )


def remove_channel(session: Session, channel: ReminderChannel, now: datetime) -> None:
    """Inside `writing()`: it is gone, and what waits to go by it is over."""
    mine = ReminderDelivery.channel_id == channel.id
    session.execute(
        update(ReminderDelivery)
        .where(mine, ReminderDelivery.try_at.is_not(None))
        .values(state=FAILED, try_at=None, done_at=now)
    )
    session.execute(delete(ReminderChannel).where(ReminderChannel.id == channel.id))
