"""Signed-in devices: a session is a row, and ends when the row does."""

import hashlib
import secrets
from datetime import datetime, timedelta
from typing import Self

from flask_login import UserMixin
from sqlalchemy import Select, String, delete, func, select
from sqlalchemy.orm import Mapped, Session, joinedload, mapped_column, relationship

from tracker.models.base import Base, Line, Owned
from tracker.models.user import User

IDLE = timedelta(days=90)
"""A device not seen for so long is signed out."""

SEEN_EVERY = timedelta(hours=1)


class Device(Owned, UserMixin, Base):  # type: ignore[misc]
    """One browser that is signed in; Flask-Login's "user" is the device, whose person is `user`."""

    __tablename__ = "devices"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    label: Mapped[Line] = mapped_column(default="")
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]

    user: Mapped[User] = relationship(lazy="raise")
    token = ""
    """The secret itself: known only while signing in."""

    @classmethod
    def sign_in(cls, user: User, label: str, now: datetime) -> Self:
        """A device with a new token."""
        token = secrets.token_urlsafe(32)
        device = cls(
            user_id=user.id,
            token_hash=digest(token),
            label=label,
            created_at=now,
            last_seen_at=now,
        )
        device.token = token
        return device

    def get_id(self) -> str:
        """What the cookie keeps."""
        return self.token

    @classmethod
    def by_token(cls, token: str, now: datetime) -> Select[Self]:
        """The device that holds this token, with its person, unless it has been idle too long."""
        return (
            select(cls)
            .where(cls.token_hash == digest(token), cls.last_seen_at > now - IDLE)
            .options(joinedload(cls.user))
        )

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        """A person's devices, the latest first."""
        return select(cls).where(cls.user_id == user.id).order_by(cls.last_seen_at.desc(), cls.id)

    @classmethod
    def last_seen(cls) -> Select[int, datetime]:
        """Of every person who is signed in anywhere, when they were last here."""
        return select(cls.user_id, func.max(cls.last_seen_at)).group_by(cls.user_id)

    @classmethod
    def sweep(cls, session: Session, now: datetime) -> None:
        """Sign out what has been idle for too long, for good, however the clock is set later."""
        session.execute(delete(cls).where(cls.last_seen_at <= now - IDLE))

    @classmethod
    def end(cls, session: Session, user_id: int, but: int | None = None) -> None:
        """Sign a person out everywhere, or everywhere but on one device."""
        session.execute(delete(cls).where(cls.user_id == user_id, cls.id != (but or 0)))


def digest(secret: str) -> str:
    """SHA-256 in hex: for secrets of 128 bits or more, which need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
