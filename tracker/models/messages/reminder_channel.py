"""Where reminders go, and whether they arrive there."""

from collections.abc import Iterable, Sequence
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ForeignKey, Select, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned, Word, Words

SAID_AFTER = timedelta(hours=1)
"""How long a channel fails before Today says so; a short trouble passes by itself."""
ON, UNPROVED, GONE = "on", "unproved", "gone"
"""A channel is used; its address waits for its code; it takes nothing any more."""


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


def reminder_words(channels: Sequence[ReminderChannel]) -> str:
    """How they stand, in a line."""
    if any(each.problem for each in channels):
        return "One of their ways does not work"
    if any(each.state == ON for each in channels):
        return "On: few, and only when there is something"
    return "Off: what is due, and interviews"


def channels_in(session: Session, files: Iterable[str]) -> set[str]:
    """Which of these files are still named by a channel."""
    return set(
        session.scalars(select(ReminderChannel.file).where(ReminderChannel.file.in_(list(files))))
    )
