"""Versions of a résumé or a letter, kept in the database so that one backup has all."""

from datetime import datetime
from typing import Self

from sqlalchemy import LargeBinary, Select, String, func, select
from sqlalchemy.orm import Mapped, deferred, mapped_column

from tracker.models.application import Application
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
    def of(cls, user_id: int) -> Select[Self]:
        """A person's documents, the latest first, without their bytes."""
        return (
            select(cls).where(cls.user_id == user_id).order_by(cls.created_at.desc(), cls.id.desc())
        )

    @classmethod
    def label_of(cls, document_id: int) -> Select[str]:
        """What one is called."""
        return select(cls.label).where(cls.id == document_id)

    @classmethod
    def uses_by_document(cls, user_id: int) -> Select[int, int]:
        """How many applications each was used in, those in the bin left out."""
        return (
            select(cls.id, func.count())
            .join(Application, Application.resume_id == cls.id)
            .where(cls.user_id == user_id, Application.deleted_at.is_(None))
            .group_by(cls.id)
        )

    def uses_counted(self) -> Select[int]:
        """How many applications say that it was sent, those in the bin too."""
        return select(func.count()).select_from(Application).where(Application.resume_id == self.id)
