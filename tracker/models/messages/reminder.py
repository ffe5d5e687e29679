"""Reminders: what somebody wants, where they are sent, and what was sent."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Self

from sqlalchemy import (
    JSON,
    ForeignKey,
    Select,
    UniqueConstraint,
    delete,
    exists,
    func,
    or_,
    select,
)
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from tracker.loop.reminders.hours import Wishes
from tracker.models.base import Base, Line, Owned, Word, Words, belongs_to

KEPT = timedelta(days=30)
"""How long it can be read what was sent."""
SAID_AFTER = timedelta(hours=1)
"""How long a channel fails before Today says so; a short trouble passes by itself."""
AHEAD = timedelta(days=2)
"""A look that lies further ahead was set by a clock that was wrong."""
LEASE = timedelta(minutes=2)
"""How long whoever sends may take before somebody else may send it."""
ON, UNPROVED, GONE = "on", "unproved", "gone"
"""A channel is used; its address waits for its code; it takes nothing any more."""
WAITING, SENT, DROPPED, FAILED = "waiting", "sent", "dropped", "failed"
"""A delivery waits, was taken, had lost its meaning, or was given up."""
TEST = "test"
"""With which the kind of a test begins; the moment that follows tells it from others of its day."""
WISHES = ("since", "digest", "digest_at", "interviews", "interviews_at", "follow_ups",
          "quiet_from", "quiet_to", "paused_until", "named")  # fmt: skip


class ReminderSettings(Base):
    """What somebody wants to be reminded of, and when the server looks next."""

    __tablename__ = "reminder_settings"

    user_id: Mapped[int] = belongs_to("users.id", primary_key=True)
    since: Mapped[datetime]
    """Since when it is on: nothing is made up for."""
    digest: Mapped[bool] = mapped_column(default=True)
    digest_at: Mapped[time] = mapped_column(default=Wishes.digest_at)
    interviews: Mapped[bool] = mapped_column(default=True)
    interviews_at: Mapped[time] = mapped_column(default=Wishes.interviews_at)
    follow_ups: Mapped[bool] = mapped_column(default=True)
    quiet_from: Mapped[time] = mapped_column(default=Wishes.quiet_from)
    quiet_to: Mapped[time] = mapped_column(default=Wishes.quiet_to)
    paused_until: Mapped[datetime | None]
    named: Mapped[bool] = mapped_column(default=False)
    """Whether a company may be named where others may see it."""
    look_at: Mapped[datetime] = mapped_column(index=True)
    """When something may be due again."""

    @classmethod
    def usual(cls, user_id: int, now: datetime) -> Self:
        """As it is at first."""
        usual = Wishes(since=now)
        facts = {name: getattr(usual, name) for name in WISHES}
        return cls(user_id=user_id, look_at=now, **facts)

    @property
    def wishes(self) -> Wishes:
        """As the pure part reads them."""
        return Wishes(**{name: getattr(self, name) for name in WISHES})

    @classmethod
    def to_look_at(cls, now: datetime) -> Select[int]:
        """Whose turn it is, whoever waited longest first."""
        due = or_(cls.look_at <= now, cls.look_at > now + AHEAD)
        return select(cls.user_id).where(due).order_by(cls.look_at, cls.user_id)


class ReminderChannel(Owned, Base):
    """Where reminders go; how it is reached stands in a file of its own, and in no table."""

    __tablename__ = "reminder_channels"

    kind: Mapped[Word]
    label: Mapped[Line]
    """What its owner calls it; never an address or a secret."""
    file: Mapped[str] = mapped_column(unique=True)
    device_id: Mapped[int | None] = mapped_column(
        ForeignKey("devices.id", ondelete="CASCADE"), index=True
    )
    """The signed-in device that it is; it ends with that."""
    state: Mapped[Word] = mapped_column(default=ON)
    failing_since: Mapped[datetime | None]
    problem: Mapped[Words] = mapped_column(default="")
    made_at: Mapped[datetime]

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's, in the order of their making."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id)

    def took(self) -> None:
        """It took one: all is well."""
        self.state, self.failing_since, self.problem = ON, None, ""

    def failed(self, why: str, now: datetime, gone: bool = False) -> None:
        """It took none."""
        self.failing_since, self.problem = self.failing_since or now, why
        if gone:
            self.state = GONE

    def is_failing(self, now: datetime) -> bool:
        """Whether it is time to say so."""
        since = self.failing_since
        return since is not None and (self.state == GONE or now - since >= SAID_AFTER)


class Reminder(Owned, Base):
    """One that was decided on: of each kind one for a day, whoever decides.

    Its words name no company: they are what may be read by anybody.
    """

    __tablename__ = "reminders"
    __table_args__ = (UniqueConstraint("user_id", "kind", "day"),)

    kind: Mapped[Word]
    day: Mapped[date]
    """The day that it is about."""
    title: Mapped[Line]
    body: Mapped[Words]
    about: Mapped[list[Any]] = mapped_column(JSON)
    """What it tells of, so that nothing is told twice."""
    decided_at: Mapped[datetime]
    due_at: Mapped[datetime]
    expires_at: Mapped[datetime]

    deliveries: Mapped[list["ReminderDelivery"]] = relationship(
        lazy="raise", viewonly=True, order_by="ReminderDelivery.id"
    )

    @classmethod
    def of(cls, user_id: int, now: datetime) -> Select[Self]:
        """A person's of the last month, the latest first."""
        mine = cls.user_id == user_id, cls.decided_at > now - KEPT
        return select(cls).where(*mine).order_by(cls.decided_at.desc(), cls.id.desc())

    @classmethod
    def said_to(cls, session: Session, user_id: int, but: int = 0) -> set[str]:
        """What that person was told of already."""
        rows = session.scalars(select(cls.about).where(cls.user_id == user_id, cls.id != but))
        return {key for keys in rows for key in keys}

    @classmethod
    def sweep(cls, session: Session, now: datetime) -> None:
        """Inside `writing()`: what is past keeping goes."""
        session.execute(delete(cls).where(cls.decided_at <= now - KEPT))


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


def reminder_words(channels: Sequence[ReminderChannel]) -> str:
    """How they stand, in a line."""
    if any(each.problem for each in channels):
        return "One of the ways that they go does not work"
    if any(each.state == ON for each in channels):
        return "On: few, and only when there is something"
    return "A morning with something due, the evening before an interview"


def anything_due(session: Session, now: datetime) -> bool:
    """Whether anybody is to be looked at, or anything waits to be sent: asked each minute."""
    looks = exists(ReminderSettings.to_look_at(now).order_by(None))
    waits = exists(ReminderDelivery.to_send(now).order_by(None))
    return bool(session.scalar(select(looks | waits)))


def channels_in(session: Session, files: Iterable[str]) -> set[str]:
    """Which of these files are still named by a channel."""
    return set(
        session.scalars(select(ReminderChannel.file).where(ReminderChannel.file.in_(list(files))))
    )
