"""A link, made by the keeper, to set a new password."""

import secrets
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import Select, String, delete, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Owned
from tracker.models.device import digest

LASTS = timedelta(days=2)


class PasswordReset(Owned, Base):
    """One use, two days; only the token's hash is kept."""

    __tablename__ = "password_resets"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]

    @classmethod
    def issue(cls, user_id: int, now: datetime) -> tuple[Self, str]:
        """The row, and the secret that is shown once."""
        token = secrets.token_urlsafe(24)
        return cls(user_id=user_id, token_hash=digest(token), expires_at=now + LASTS), token

    @classmethod
    def by_token(cls, token: str, now: datetime) -> Select[Self]:
        """The link, if it may still be used."""
        return select(cls).where(
            cls.token_hash == digest(token), cls.expires_at > now, cls.used_at.is_(None)
        )

    @classmethod
    def spend(cls, session: Session, user_id: int, now: datetime) -> None:
        """End a person's links; what has run out goes for good, however the clock is set later."""
        session.execute(delete(cls).where(cls.expires_at <= now))
        session.execute(
            update(cls).where(cls.user_id == user_id, cls.used_at.is_(None)).values(used_at=now)
        )
