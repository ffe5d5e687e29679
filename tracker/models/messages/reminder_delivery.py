"""A reminder on its way."""

from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ForeignKey, Select, UniqueConstraint, exists, func, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned, Word, belongs_to
from tracker.models.messages.reminder_settings import AHEAD, ReminderSettings

LEASE = timedelta(minutes=2)
"""How long whoever sends may take before somebody else may send it."""
WAITING, SENT, DROPPED, FAILED = "waiting", "sent", "dropped", "failed"
"""A delivery waits, was taken, had lost its meaning, or was given up."""


class ReminderDelivery(Owned, Base):
    """One reminder on its way by one channel: taken by one sender at a time."""

    __tablename__ = "reminder_deliveries"
    __table_args__ = (UniqueConstraint("reminder_id", "channel_id"),)

    reminder_id: Mapped[int] = belongs_to("reminders.id")
    channel_id: Mapped[int | None] = mapped_column(
        ForeignKey("reminder_channels.id", ondelete="SET NULL"), index=True
    )
    label: Mapped[Line]
    """What the channel was called."""
    state: Mapped[Word] = mapped_column(default=WAITING)
    tries: Mapped[int] = mapped_column(default=0)
    try_at: Mapped[datetime | None] = mapped_column(index=True)
    """When it is tried next; None once it is over."""
    holder: Mapped[Word] = mapped_column(default="")
    leased_until: Mapped[datetime | None]
    done_at: Mapped[datetime | None]

    @classmethod
    def to_send(cls, now: datetime) -> Select[int]:
        """Those whose turn it is, whatever waited longest first."""
        due = or_(cls.try_at <= now, cls.try_at > now + AHEAD)
        return select(cls.id).where(due).order_by(cls.try_at, cls.id)

    @classmethod
    def last_taken(cls, session: Session, user_id: int) -> dict[int, datetime]:
        """When each of a person's channels took one last."""
        mine = cls.user_id == user_id, cls.state == SENT, cls.channel_id.is_not(None)
        rows = session.execute(
            select(cls.channel_id, func.max(cls.done_at)).where(*mine).group_by(cls.channel_id)
        )
        return {number: at for number, at in rows if number is not None and at is not None}

    @classmethod
    def held_by(cls, session: Session, number: int, holder: str) -> Self | None:
        """The delivery, if whoever took it still has it."""
        row = session.get(cls, number)
        return row if row is not None and row.holder == holder else None

    def take(self, holder: str, now: datetime) -> bool:
        """Begin to send, inside `writing()`; False where somebody else is at it or it is over."""
        until = self.leased_until
        held = bool(self.holder) and until is not None and now < until <= now + LEASE
        if self.try_at is None or held:
            return False
        self.holder, self.leased_until, self.tries = holder, now + LEASE, self.tries + 1
        return True

    def end(self, state: str, now: datetime) -> None:
        """It is over."""
        self.state, self.done_at, self.try_at = state, now, None
        self.holder, self.leased_until = "", None

    def again(self, at: datetime) -> None:
        """Not now: later."""
        self.try_at, self.holder, self.leased_until = at, "", None


def anything_due(session: Session, now: datetime) -> bool:
    """Whether anybody is to be looked at, or anything waits to be sent: asked each minute."""
    looks = exists(ReminderSettings.to_look_at(now).order_by(None))
    waits = exists(ReminderDelivery.to_send(now).order_by(None))
    return bool(session.scalar(select(looks | waits)))
