"""What was done to many applications in one step, with all that its Undo needs."""

import json
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any, Self

from sqlalchemy import Select, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned, Words

KEPT = timedelta(days=30)


class BulkChange(Owned, Base):
    """One step, whoever many it changed."""

    __tablename__ = "bulk_changes"

    said: Mapped[Line]
    """What was done, as it reads: No answer, Archived."""
    changed: Mapped[int]
    """How many applications."""
    kept: Mapped[Words]
    """In JSON, for each application what it was and what was added."""
    at: Mapped[datetime]
    undone_at: Mapped[datetime | None] = mapped_column(default=None)

    @property
    def rows(self) -> list[dict[str, Any]]:
        """What is kept of each application."""
        found: list[dict[str, Any]] = json.loads(self.kept)["rows"]
        return found

    @property
    def tags(self) -> dict[str, int | None]:
        """The numbers of the tag that was put on, and of the one that was taken off."""
        found: dict[str, int | None] = json.loads(self.kept)["tags"]
        return found

    @classmethod
    def of(cls, user_id: int, since: datetime) -> Select[Self]:
        """A person's own that can be undone still, the latest first."""
        return (
            select(cls)
            .where(cls.user_id == user_id, cls.at >= since, cls.undone_at.is_(None))
            .order_by(cls.at.desc(), cls.id.desc())
        )

    @classmethod
    def any_of(cls, session: Session, user_id: int, now: datetime) -> bool:
        """Whether there is one to undo."""
        mine = cls.of(user_id, now - KEPT).with_only_columns(cls.id).limit(1)
        return session.scalar(mine) is not None

    @classmethod
    def record(
        cls,
        session: Session,
        user_id: int,
        said: str,
        rows: Sequence[dict[str, Any]],
        tags: dict[str, int | None],
        at: datetime,
    ) -> Self:
        """Note one, and let go of those of more than 30 days ago."""
        cls.sweep(session, user_id, at)
        kept = json.dumps({"rows": rows, "tags": tags}, separators=(",", ":"))
        made = cls(user_id=user_id, said=said, changed=len(rows), kept=kept, at=at)
        session.add(made)
        session.flush()
        return made

    @classmethod
    def sweep(cls, session: Session, user_id: int, now: datetime) -> bool:
        """Let go of a person's that nobody can undo any more; whether there were any."""
        gone = session.execute(delete(cls).where(cls.user_id == user_id, cls.at < now - KEPT))
        return bool(gone.rowcount)  # type: ignore[attr-defined]
