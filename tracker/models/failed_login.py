"""Guesses at passwords and codes, counted per account and address, so that guessing is slow."""

from datetime import datetime, timedelta

from sqlalchemy import Index, delete, select
from sqlalchemy.orm import Mapped, Session

from tracker.models.base import Base, Keyed, Line

WINDOW = timedelta(minutes=15)
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
        """How long this pair, or this address, must rest; None if it may guess."""
        recent = (
            select(cls.at)
            .where(cls.address == address, cls.at > now - WINDOW)
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
        session.execute(delete(cls).where(cls.at <= now - WINDOW))
        session.add(cls(account_hash=account_hash, address=address, at=now))

    @classmethod
    def forgive(cls, session: Session, account_hash: str, address: str) -> None:
        """A right password clears the pair."""
        session.execute(delete(cls).where(cls.account_hash == account_hash, cls.address == address))
