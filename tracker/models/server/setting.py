"""The server's own: a few facts, and what it does by itself."""

from datetime import datetime, timedelta
from typing import Self

from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Word, Words

BASE_URL, OPENED = "base_url", "opened"
SETUP_CODE = "setup_code"
LEASE = timedelta(minutes=10)
"""How long whoever took a task may be silent before somebody else may take it."""
RETRY = timedelta(minutes=15)
"""How long one that failed waits before it is tried again."""


class Setting(Base):
    """A name and its value: the address that people use, the code of the first start."""

    __tablename__ = "settings"

    name: Mapped[Line] = mapped_column(primary_key=True)
    value: Mapped[Words]

    @classmethod
    def read(cls, session: Session, name: str) -> str | None:
        """The value, or None."""
        row = session.get(cls, name)
        return row.value if row else None

    @classmethod
    def write(cls, session: Session, name: str, value: str) -> None:
        """Set the value."""
        session.merge(cls(name=name, value=value))


class TaskRun(Base):
    """One task: the moment that it was last done for, and the lease of whoever is doing it.

    Moments of a clock that was wrong are not believed: one far ahead holds nothing up.
    """

    __tablename__ = "task_runs"

    name: Mapped[Word] = mapped_column(primary_key=True)
    slot: Mapped[datetime | None]
    """The moment that it was due for when it was last done."""
    done_at: Mapped[datetime | None]
    tried_at: Mapped[datetime | None]
    reason: Mapped[Words] = mapped_column(default="")
    """Why the last try failed; empty where it went well."""
    holder: Mapped[Word] = mapped_column(default="")
    leased_until: Mapped[datetime | None]

    @classmethod
    def take(
        cls,
        session: Session,
        name: str,
        slot: datetime,
        period: timedelta,
        now: datetime,
        holder: str,
    ) -> bool:
        """Begin what is due for a moment, inside `writing()` and its lock; False where it waits."""
        run = session.get(cls, name)
        if run is None:
            run = cls(name=name, reason="", holder="")
            session.add(run)
        if not run.is_due(slot, period, now) or run.is_held(now):
            return False
        run.holder, run.leased_until, run.tried_at = holder, now + LEASE, now
        return True

    def is_due(self, slot: datetime, period: timedelta, now: datetime) -> bool:
        """Whether that moment's turn is still to be done, and may be tried."""
        done = self.slot is not None and slot <= self.slot < slot + 2 * period
        return not done and not (
            self.reason and self.tried_at is not None and within(self.tried_at, now, RETRY)
        )

    def is_held(self, now: datetime) -> bool:
        """Whether somebody is at it."""
        until = self.leased_until
        return bool(self.holder) and until is not None and within(until - LEASE, now, LEASE)

    @classmethod
    def held_by(cls, session: Session, name: str, holder: str) -> Self | None:
        """The task, if whoever took it still has it."""
        run = session.get(cls, name)
        return run if run is not None and run.holder == holder else None

    @classmethod
    def renew(cls, session: Session, name: str, holder: str, now: datetime) -> bool:
        """Say that one is still at it; False where somebody else took over."""
        run = cls.held_by(session, name, holder)
        if run is not None:
            run.leased_until = now + LEASE
        return run is not None

    @classmethod
    def end(
        cls,
        session: Session,
        name: str,
        holder: str,
        now: datetime,
        slot: datetime | None,
        reason: str = "",
    ) -> None:
        """Give it back: done for that moment, or, where there is none, failed for a reason."""
        run = cls.held_by(session, name, holder)
        if run is None:
            return
        run.holder, run.leased_until, run.reason = "", None, reason
        if slot is not None:
            run.slot, run.done_at = slot, now


def within(moment: datetime, now: datetime, span: timedelta) -> bool:
    """Whether it was less than that long ago; one that lies ahead by more is of a wrong clock."""
    return -span < now - moment < span
