"""The same form sent twice makes one thing."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import String, UniqueConstraint, bindparam, delete, insert, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned

RETENTION = timedelta(days=7)


class Spent(NamedTuple):
    """What a key was spent on."""

    body_hash: str
    result_id: int | None


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
    def spent(cls, session: Session, user_id: int, route: str, key: str) -> Spent | None:
        """What this key was spent on, if it was."""
        asked = {"whose": user_id, "route": route, "key": key}
        row = session.connection().execute(FIND, asked).one_or_none()
        return Spent(*row) if row else None

    @classmethod
    def spend(cls, session: Session, now: datetime, **facts: object) -> None:
        """Keep a spent key."""
        session.connection().execute(KEEP, facts | {"at": now})

    @classmethod
    def forget(cls, session: Session, user_id: int, now: datetime) -> None:
        """Let go of this person's that are older than a week."""
        session.execute(delete(cls).where(cls.user_id == user_id, cls.at < now - RETENTION))


# Put together once: every form that is sent goes through both.
FIND = select(IdempotencyKey.body_hash, IdempotencyKey.result_id).where(
    IdempotencyKey.user_id == bindparam("whose"),
    IdempotencyKey.route == bindparam("route"),
    IdempotencyKey.key == bindparam("key"),
)
KEEP = insert(IdempotencyKey)
