"""A reminder that was decided on: what it says, and for which day."""

from datetime import date, datetime, timedelta
from typing import Any, Self

from sqlalchemy import JSON, Select, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column, relationship

from tracker.models.base import Base, Line, Owned, Word, Words
from tracker.models.messages.reminder_delivery import ReminderDelivery

KEPT = timedelta(days=30)
"""How long it can be read what was sent."""
TEST = "test"
"""With which the kind of a test begins; the moment that follows tells it from others of its day."""


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

    deliveries: Mapped[list[ReminderDelivery]] = relationship(
        lazy="raise", viewonly=True, order_by=ReminderDelivery.id
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
