"""Openings saved for later."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any, Self

from sqlalchemy import ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import COMPANY, LINK, Base, Line, Owned, Word, Words


class Lead(Owned, Base):
    """An opening not yet applied for; "I applied" makes it an application."""

    __tablename__ = "leads"

    company: Mapped[Line] = mapped_column(default="", info=COMPANY)
    role: Mapped[Line] = mapped_column(default="")
    location: Mapped[Line] = mapped_column(default="")
    source: Mapped[Line] = mapped_column(default="")
    link: Mapped[Words] = mapped_column(default="", info=LINK)
    posting: Mapped[Words] = mapped_column(default="")
    workplace: Mapped[Word | None]
    employment: Mapped[Word | None]
    pay_text: Mapped[Line] = mapped_column(default="")
    notes: Mapped[Words] = mapped_column(default="")
    closes_on: Mapped[date | None]
    excitement: Mapped[int | None]
    """1 to 5."""
    skills: Mapped[Line] = mapped_column(default="")
    """What the posting asks for, with commas between: words of the vocabulary once applied for."""
    sparks: Mapped[Line] = mapped_column(default="")
    """What excites the person in it, in the same way."""
    created_at: Mapped[datetime]
    deleted_at: Mapped[datetime | None]
    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), index=True
    )
    """What it became."""
    import_id: Mapped[int | None] = mapped_column(
        ForeignKey("imports.id", ondelete="SET NULL"), index=True
    )

    __table_args__ = (Index("ix_leads_closing", "user_id", "closes_on"),)

    @staticmethod
    def names_in(line: str) -> list[str]:
        """Skills or sparks as words of their own."""
        return [name for each in line.split(",") if (name := each.strip())]

    def change(self, facts: Mapping[str, Any]) -> None:
        """Other facts; what is in the bin comes out of it by that."""
        self.deleted_at = None
        for name, value in facts.items():
            setattr(self, name, value)

    @classmethod
    def open(cls, user_id: int) -> Select[Self]:
        """A person's leads that are still open, those that close first on top."""
        return (
            select(cls)
            .where(cls.user_id == user_id, cls.application_id.is_(None), cls.deleted_at.is_(None))
            .order_by(cls.closes_on.is_(None), cls.closes_on, cls.id.desc())
        )

    @classmethod
    def binned(cls, user_id: int) -> Select[Self]:
        """A person's deleted leads, the latest first."""
        return (
            select(cls)
            .where(cls.user_id == user_id, cls.deleted_at.is_not(None))
            .order_by(cls.deleted_at.desc(), cls.id.desc())
        )
