"""Somebody looked at the résumé, LinkedIn or social media: who, when, what they said."""

from datetime import date, datetime
from typing import Self

from sqlalchemy import ColumnElement, ForeignKey, Select, or_, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import PEOPLE, Base, Line, Owned, Word, Words

SUBJECTS = {"resume": "Résumé", "linkedin": "LinkedIn", "social": "Social media"}


class Review(Owned, Base):
    """One look by somebody; asked for, and not had yet, where `on` is None."""

    __tablename__ = "reviews"

    subject: Mapped[Word]
    by: Mapped[Line] = mapped_column(default="", info=PEOPLE)
    asked_on: Mapped[date | None]
    on: Mapped[date | None]
    said: Mapped[Words] = mapped_column(default="")
    document_id: Mapped[int | None] = mapped_column(
        ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    """Which version of the résumé."""
    created_at: Mapped[datetime]

    @property
    def who(self) -> str:
        """Whose it is, in a list."""
        return self.by or "Somebody"

    @property
    def subject_label(self) -> str:
        """What was looked at, on the screen."""
        return SUBJECTS.get(self.subject, self.subject)

    @hybrid_property
    def was_asked_or_had(self) -> bool:
        """Whether somebody knows of it: else its message is written, and not sent."""
        return self.asked_on is not None or self.on is not None or bool(self.said)

    @was_asked_or_had.inplace.expression
    @classmethod
    def _was_asked_or_had(cls) -> ColumnElement[bool]:
        return or_(cls.asked_on.is_not(None), cls.on.is_not(None), cls.said != "")

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's reviews, those asked for first, then the latest first."""
        return (
            select(cls)
            .where(cls.user_id == user_id)
            .order_by(cls.on.is_not(None), cls.on.desc(), cls.id.desc())
        )
