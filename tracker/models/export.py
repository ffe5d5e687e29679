"""Files made for the person to take away; long ones are made step by step and can be left."""

from datetime import date, datetime, timedelta
from typing import Any, Self

from sqlalchemy import JSON, ColumnElement, LargeBinary, Select, and_, delete, or_, select, update
from sqlalchemy.orm import Mapped, Session, deferred, mapped_column, undefer

from tracker.models.base import Base, Line, Owned, Word

RETENTION = timedelta(days=1)
"""How long a file can be fetched again: what lies about can leak."""
LEASE = timedelta(seconds=60)
"""How long whoever makes one may be silent before somebody else may begin again."""
MOST = 20
"""Files that one person has at a time; the oldest make room."""


class Export(Owned, Base):
    """One file: what was asked for, how far it is, and its bytes once it is made."""

    __tablename__ = "exports"

    format: Mapped[Word]
    choice: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What is in it: a sharing.selection as JSON, the span’s name, what only a format knows."""
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    state: Mapped[Word] = mapped_column(default="waiting")
    """waiting, working, made or failed."""
    done: Mapped[int] = mapped_column(default=0)
    """Hundredths of the way."""
    taken_at: Mapped[datetime | None]
    """When whoever makes it began, or last said how far it is."""
    filename: Mapped[Line] = mapped_column(default="")
    media_type: Mapped[Line] = mapped_column(default="")
    size: Mapped[int] = mapped_column(default=0)
    content: Mapped[bytes | None] = deferred(mapped_column(LargeBinary), raiseload=True)
    reason: Mapped[Line] = mapped_column(default="")
    """Why it failed, in words for the person."""
    created_at: Mapped[datetime]

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's files, the latest first, without their bytes."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())

    @classmethod
    def file_of(cls, user_id: int, export_id: int, now: datetime) -> Select[Self]:
        """One that is made and still kept, with its bytes."""
        return (
            cls.of(user_id)
            .where(cls.id == export_id, cls.state == "made", cls.created_at >= now - RETENTION)
            .options(undefer(cls.content))
        )

    @classmethod
    def past_keeping(cls, session: Session, now: datetime) -> bool:
        """Whether a file of anybody's has been kept for its day."""
        return (
            session.scalar(select(cls.id).where(cls.created_at < now - RETENTION).limit(1))
            is not None
        )

    @classmethod
    def forget_old(cls, session: Session, now: datetime) -> None:
        """Those that have been kept for a day go for good, whoever's they are."""
        session.execute(delete(cls).where(cls.created_at < now - RETENTION))

    @classmethod
    def make_room(cls, session: Session, user_id: int) -> None:
        """The oldest go, so that one more fits."""
        kept = select(cls.id).where(cls.user_id == user_id).order_by(cls.id.desc()).limit(MOST - 1)
        ids = session.scalars(kept).all()
        session.execute(delete(cls).where(cls.user_id == user_id, cls.id.not_in(ids)))

    @classmethod
    def take(cls, session: Session, export_id: int, now: datetime) -> bool:
        """Begin to make one; False where it is made, or somebody is making it."""
        silent = and_(cls.state == "working", cls.taken_at < now - LEASE)
        free = or_(cls.state.in_(("waiting", "failed")), silent)
        values = {"state": "working", "taken_at": now, "done": 0, "reason": ""}
        return cls._change(session, export_id, free, values)

    @classmethod
    def go_on(
        cls, session: Session, export_id: int, taken_at: datetime, values: dict[str, Any]
    ) -> bool:
        """Whoever took it says more of it; False where it was deleted, or somebody took over."""
        still = and_(cls.state == "working", cls.taken_at == taken_at)
        return cls._change(session, export_id, still, values)

    @classmethod
    def _change(
        cls, session: Session, export_id: int, where: ColumnElement[bool], values: dict[str, Any]
    ) -> bool:
        changed = session.execute(
            update(cls)
            .where(cls.id == export_id, where)
            .values(**values)
            .execution_options(synchronize_session=False)
        )
        return bool(changed.rowcount == 1)  # type: ignore[attr-defined]

    def stopped(self, now: datetime) -> bool:
        """Whether it was being made by somebody who has been silent for too long."""
        return self.state == "working" and (self.taken_at is None or self.taken_at < now - LEASE)
