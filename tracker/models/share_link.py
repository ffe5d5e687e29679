"""Links for a coach: what they show, how long, and when they were opened."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any, Self

from sqlalchemy import JSON, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Line, Owned, Word
from tracker.models.device import digest

LASTS = timedelta(days=30)
"""Unless the person says otherwise."""


class ShareLink(Owned, Base):
    """Shows a part of a person's progress to whoever has its secret, of which the hash is kept."""

    __tablename__ = "share_links"

    label: Mapped[Line]
    """For whom it is: the owner's own word."""
    token_hash: Mapped[Line] = mapped_column(unique=True)
    choice: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What it shows: tracker.sharing.choice as JSON."""
    span: Mapped[Word] = mapped_column(default="all")
    """A word of tracker.span, decided anew at each opening."""
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    opens: Mapped[int] = mapped_column(default=0)
    last_opened_at: Mapped[datetime | None]

    @classmethod
    def issue(cls, user_id: int, now: datetime, **facts: Any) -> tuple[Self, str]:
        """The row, and the secret of 192 bits that is shown once."""
        token = secrets.token_urlsafe(24)
        facts.setdefault("expires_at", now + LASTS)
        return cls(user_id=user_id, token_hash=digest(token), created_at=now, **facts), token

    @classmethod
    def by_token(cls, token: str, now: datetime) -> Select[Self]:
        """The link, if it may be opened now."""
        return select(cls).where(
            cls.token_hash == digest(token), cls.expires_at > now, cls.revoked_at.is_(None)
        )

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's links, the latest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())

    def is_open(self, now: datetime) -> bool:
        """Whether it shows anything now."""
        return self.revoked_at is None and self.expires_at > now
