"""What a coach leaves behind through a link: a note, or an action to consider."""

from datetime import datetime
from typing import Self

from sqlalchemy import ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Line, Owned, Words, belongs_to


class CoachNote(Owned, Base):
    """Words by somebody without an account; it belongs to the person whose progress was read."""

    __tablename__ = "coach_notes"

    link_id: Mapped[int] = belongs_to("share_links.id")
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), index=True
    )
    """Beside which application, if beside one."""
    by: Mapped[Line] = mapped_column(default="")
    """As they gave it; nobody checks it."""
    body: Mapped[Words] = mapped_column(default="")
    suggestion: Mapped[Line] = mapped_column(default="")
    """An action that they suggest, if they do."""
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("actions.id", ondelete="SET NULL"), index=True
    )
    """What the suggestion became."""
    answer: Mapped[Words] = mapped_column(default="")
    answered_at: Mapped[datetime | None]
    read_at: Mapped[datetime | None]
    hidden_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    __table_args__ = (Index("ix_coach_notes_unread", "user_id", "read_at"),)

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """All that was left for a person, the latest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())

    @classmethod
    def through(cls, link_id: int) -> Select[Self]:
        """What a link shows of its own notes, the oldest first; hidden ones are not among them."""
        return select(cls).where(cls.link_id == link_id, cls.hidden_at.is_(None)).order_by(cls.id)
