"""The same form sent twice makes one thing."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import String, Text, UniqueConstraint, bindparam, delete, insert, or_, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned

RETENTION = timedelta(days=7)
QUEUED_RETENTION = timedelta(days=180)
"""Of a change that waited on a phone, which may lie in a drawer before it asks again."""


class Spent(NamedTuple):
    """What a key was spent on."""

    body_hash: str
    result_id: int | None
    versions: str | None


class IdempotencyKey(Owned, Base):
    """A spent key, what it was spent on, and which row resulted; never the body.

    That of a change that waited on a phone tells the versions of applications that resulted.
    """

    __tablename__ = "idempotency_keys"

    key: Mapped[str] = mapped_column(String(64))
    route: Mapped[Line]
    body_hash: Mapped[str] = mapped_column(String(64))
    result_id: Mapped[int | None]
    versions: Mapped[str | None] = mapped_column(Text)
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
        session.connection().execute(KEEP, NOTHING | facts | {"at": now})

    @classmethod
    def forget(cls, session: Session, user_id: int, now: datetime) -> None:
        """Let go of this person's that are older than a week, or half a year if they waited."""
        of_forms = cls.versions.is_(None) & (cls.at < now - RETENTION)
        past = or_(of_forms, cls.at < now - QUEUED_RETENTION)
        session.execute(delete(cls).where(cls.user_id == user_id, past))


# Put together once: every form that is sent goes through both.
FIND = select(IdempotencyKey.body_hash, IdempotencyKey.result_id, IdempotencyKey.versions).where(
    IdempotencyKey.user_id == bindparam("whose"),
    IdempotencyKey.route == bindparam("route"),
    IdempotencyKey.key == bindparam("key"),
)
KEEP = insert(IdempotencyKey)
NOTHING: dict[str, object] = {"result_id": None, "versions": None}
