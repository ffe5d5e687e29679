"""The secret address at which a calendar program reads interviews, follow-ups and actions."""

import secrets
from datetime import datetime
from typing import Self

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Line, Owned
from tracker.models.device import digest


class CalendarFeed(Owned, Base):
    """One address; making another ends the one before. Only the hash of its secret is kept."""

    __tablename__ = "calendar_feeds"

    token_hash: Mapped[Line] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    last_read_at: Mapped[datetime | None]

    @classmethod
    def issue(cls, user_id: int, now: datetime) -> tuple[Self, str]:
        """The row, and the secret of 192 bits that is shown once."""
        token = secrets.token_urlsafe(24)
        return cls(user_id=user_id, token_hash=digest(token), created_at=now), token

    @classmethod
    def by_token(cls, token: str) -> Select[Self]:
        """The feed, if it has not ended."""
        return select(cls).where(cls.token_hash == digest(token), cls.ended_at.is_(None))

    @classmethod
    def open(cls, user_id: int) -> Select[Self]:
        """A person's feed, if there is one."""
        return select(cls).where(cls.user_id == user_id, cls.ended_at.is_(None))
