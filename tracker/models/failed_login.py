"""Failed sign-ins, counted per account and address, so that guessing is slow."""

from datetime import datetime, timedelta

from sqlalchemy import Index, delete, func, select
from sqlalchemy.orm import Mapped, Session

from tracker.models.base import Base, Keyed, Line

WINDOW = timedelta(minutes=15)
PER_PAIR = 10
"""Guesses at one account from one address within the window."""

PER_ADDRESS = 100
"""Guesses from one address at any account within the window."""


class FailedLogin(Keyed, Base):
    """One wrong guess; the account is kept as typed, hashed, whether it exists or not."""

    __tablename__ = "failed_logins"

    account_hash: Mapped[Line]
    address: Mapped[Line]
    at: Mapped[datetime]

    __table_args__ = (Index("ix_failed_logins_address_at", "address", "at"),)

    @classmethod
    def blocked(cls, session: Session, account_hash: str, address: str, now: datetime) -> bool:
        """Whether this pair, or this address, has guessed too often of late."""
        recent = select(func.count()).where(cls.address == address, cls.at > now - WINDOW)
        pair = session.scalar(recent.where(cls.account_hash == account_hash)) or 0
        return pair >= PER_PAIR or (session.scalar(recent) or 0) >= PER_ADDRESS

    @classmethod
    def forgive(cls, session: Session, account_hash: str, address: str, now: datetime) -> None:
        """A right password clears the pair; what is past the window goes too."""
        session.execute(
            delete(cls).where(
                (cls.at <= now - WINDOW)
                | ((cls.account_hash == account_hash) & (cls.address == address))
            )
        )
