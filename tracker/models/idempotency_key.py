"""The same form sent twice makes one thing."""

from datetime import datetime, timedelta

from sqlalchemy import String, UniqueConstraint, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned

KEPT = timedelta(days=7)


class IdempotencyKey(Owned, Base):
    """A spent key, what it was spent on, and which row resulted; never the body."""

    __tablename__ = "idempotency_keys"

    key: Mapped[str] = mapped_column(String(64))
    route: Mapped[Line]
    body_hash: Mapped[str] = mapped_column(String(64))
    result_id: Mapped[int | None]
    at: Mapped[datetime] = mapped_column(index=True)

    __table_args__ = (UniqueConstraint("user_id", "route", "key"),)

    @classmethod
    def spent(cls, session: Session, user_id: int, route: str, key: str) -> "IdempotencyKey | None":
        """What this key was spent on, if it was."""
        return session.scalar(
            select(cls).where(cls.user_id == user_id, cls.route == route, cls.key == key)
        )

    @classmethod
    def sweep(cls, session: Session, user_id: int, now: datetime) -> None:
        """Forget this person's keys that are older than a week."""
        session.execute(delete(cls).where(cls.user_id == user_id, cls.at < now - KEPT))
