"""Files made for the person to take away; long ones are made step by step and can be left."""

from datetime import date, datetime, timedelta
from typing import Any, Self

from sqlalchemy import JSON, LargeBinary, Select, delete, select
from sqlalchemy.orm import Mapped, Session, deferred, mapped_column

from tracker.models.base import Base, Line, Owned, Word

KEPT = timedelta(days=1)
"""How long a file can be fetched again: what lies about can leak."""
LEASE = timedelta(seconds=60)
"""How long whoever makes one may take before somebody else may begin again."""


class Export(Owned, Base):
    """One file: what was asked for, how far it is, and its bytes once it is made."""

    __tablename__ = "exports"

    format: Mapped[Word]
    choice: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What is in it: tracker.sharing.choice as JSON; of a log, its columns too."""
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    state: Mapped[Word] = mapped_column(default="waiting")
    """waiting, working, made or failed."""
    done: Mapped[int] = mapped_column(default=0)
    """Hundredths of the way."""
    taken_at: Mapped[datetime | None]
    """When somebody began to make it."""
    filename: Mapped[Line] = mapped_column(default="")
    media_type: Mapped[Line] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary), raiseload=True)
    reason: Mapped[Line] = mapped_column(default="")
    """Why it failed, in words for the person."""
    created_at: Mapped[datetime]

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's files, the latest first, without their bytes."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())

    @classmethod
    def forget_old(cls, session: Session, user_id: int, now: datetime) -> None:
        """Those that nobody fetched for a day go for good."""
        session.execute(delete(cls).where(cls.user_id == user_id, cls.created_at < now - KEPT))
