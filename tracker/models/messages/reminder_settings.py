"""What somebody wants to be reminded of."""

from datetime import datetime, time, timedelta
from typing import Self

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.loop.reminders.hours import Wishes
from tracker.models.base import Base, belongs_to

AHEAD = timedelta(days=2)
"""A look that lies further ahead was set by a clock that was wrong."""
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
