"""What guards the way in: guesses, counted, and links to a new password."""

import secrets
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import Index, Select, String, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Keyed, Line, Owned
from tracker.models.device import digest

LASTS = timedelta(days=2)
"""A link to a new password."""
WINDOW = timedelta(minutes=15)
"""In which guesses count together."""
PER_PAIR = 10
"""Guesses at one account from one address within the window."""

PER_ADDRESS = 100
"""Guesses from one address at any account within the window."""


class FailedLogin(Keyed, Base):
    """One guess; the account is kept as typed, hashed, whether it exists or not.

    A guess is written down before it is looked at, so that guesses sent all at once count too;
    a right one is taken back.
    """

    __tablename__ = "failed_logins"

    account_hash: Mapped[Line]
    address: Mapped[Line]
    at: Mapped[datetime]

    __table_args__ = (Index("ix_failed_logins_address_at", "address", "at"),)

    @classmethod
    def wait(
        cls,
        session: Session,
        account_hash: str,
        address: str,
        now: datetime,
        pair: int = PER_PAIR,
        whole: int = PER_ADDRESS,
    ) -> timedelta | None:
        """How long this pair, or this address, must rest; None if it may guess.

        Guesses that seem to be from later were made before the clock was set back: nobody waits
        for those.
        """
        recent = (
            select(cls.at)
            .where(cls.address == address, cls.at > now - WINDOW, cls.at < now + WINDOW)
            .order_by(cls.at.desc())
            .limit(1)
        )
        last = (
            session.scalar(recent.where(cls.account_hash == account_hash).offset(pair - 1)),
            session.scalar(recent.offset(whole - 1)),
        )
        return max((at + WINDOW - now for at in last if at is not None), default=None)

    @classmethod
    def count(cls, session: Session, account_hash: str, address: str, now: datetime) -> None:
        """Write a guess down; those past the window go."""
        cls.sweep(session, now)
        session.add(cls(account_hash=account_hash, address=address, at=now))

    @classmethod
    def touch(cls, session: Session, account_hash: str, address: str, now: datetime) -> None:
        """It counts from now on, as the guess was looked at only now."""
        last = (
            select(func.max(cls.id))
            .where(cls.account_hash == account_hash, cls.address == address)
            .scalar_subquery()
        )
        session.execute(update(cls).where(cls.id == last).values(at=now))

    @classmethod
    def sweep(cls, session: Session, now: datetime) -> None:
        """Forget those past the window."""
        session.execute(delete(cls).where(cls.at <= now - WINDOW))

    @classmethod
    def forgive(cls, session: Session, account_hash: str, address: str) -> None:
        """A right password clears the pair."""
        session.execute(delete(cls).where(cls.account_hash == account_hash, cls.address == address))


class PasswordReset(Owned, Base):
    """One use, two days; only the token's hash is kept."""

    __tablename__ = "password_resets"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
    ends_second_step: Mapped[bool] = mapped_column(default=False)
    """Whether using it turns the code at sign-in off: for somebody whose phone is gone."""

    @classmethod
    def issue(cls, user_id: int, now: datetime, ends_second_step: bool = False) -> tuple[Self, str]:
        """The row, and the secret that is shown once."""
        token = secrets.token_urlsafe(24)
        facts = {"user_id": user_id, "expires_at": now + LASTS}
        return cls(token_hash=digest(token), ends_second_step=ends_second_step, **facts), token

    @classmethod
    def by_token(cls, token: str, now: datetime) -> Select[Self]:
        """The link, if it may still be used."""
        return select(cls).where(
            cls.token_hash == digest(token), cls.expires_at > now, cls.used_at.is_(None)
        )

    @classmethod
    def sweep(cls, session: Session, now: datetime) -> None:
        """Those that have run out."""
        session.execute(delete(cls).where(cls.expires_at <= now))

    @classmethod
    def spend(cls, session: Session, user_id: int, now: datetime) -> None:
        """End a person's links; what has run out goes for good, however the clock is set later."""
        cls.sweep(session, now)
        session.execute(
            update(cls).where(cls.user_id == user_id, cls.used_at.is_(None)).values(used_at=now)
        )
