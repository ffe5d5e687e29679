"""Versions of a résumé or a letter, kept in the database so that one backup has all."""

from datetime import datetime
from typing import Self

from sqlalchemy import LargeBinary, Select, String, select
from sqlalchemy.orm import Mapped, deferred, mapped_column

from tracker.models.base import Base, Line, Owned, Word

KINDS = {"resume": "Résumé", "letter": "Cover letter"}


class Document(Owned, Base):
    """One file; its bytes are read only when it is asked for."""

    __tablename__ = "documents"

    kind: Mapped[Word] = mapped_column(default="resume")
    label: Mapped[Line]
    filename: Mapped[Line]
    media_type: Mapped[Line]
    size: Mapped[int]
    """Bytes."""
    sha256: Mapped[str] = mapped_column(String(64))
    content: Mapped[bytes] = deferred(mapped_column(LargeBinary), raiseload=True)
    created_at: Mapped[datetime]
    archived_at: Mapped[datetime | None]

    @classmethod
    def of(cls, user_id: int) -> Select[tuple[Self]]:
        """A person's documents, the latest first, without their bytes."""
        return (
            select(cls)
            .where(cls.user_id == user_id)
            .order_by(cls.created_at.desc(), cls.id.desc())
        )
