"""How heavy a no is, and how that passes. Private: never in search, a link, an export or a log."""

from datetime import datetime
from typing import Self

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.application import Application
from tracker.models.base import Base, Line, Owned, Words, belongs_to


class CheckIn(Owned, Base):
    """One moment taken: the weight before, and, asked again later, after; 0 to 10."""

    __tablename__ = "check_ins"

    application_id: Mapped[int] = belongs_to("applications.id")
    before: Mapped[int | None]
    after: Mapped[int | None]
    after_at: Mapped[datetime | None]
    words: Mapped[Words] = mapped_column(default="")
    prompt: Mapped[Line] = mapped_column(default="")
    writing: Mapped[Words] = mapped_column(default="")
    created_at: Mapped[datetime]

    @classmethod
    def of(cls, application: Application) -> Select[Self]:
        """An application's check-ins, the latest first."""
        return (
            select(cls)
            .where(cls.application_id == application.id)
            .order_by(cls.created_at.desc(), cls.id.desc())
        )

    @classmethod
    def of_person(cls, user_id: int) -> Select[Self]:
        """All of a person's, the latest first."""
        return (
            select(cls).where(cls.user_id == user_id).order_by(cls.created_at.desc(), cls.id.desc())
        )


class OwnLine(Owned, Base):
    """A line to hold on to, in the person's own words."""

    __tablename__ = "own_lines"

    text: Mapped[Line]
    created_at: Mapped[datetime]

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's lines, the oldest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id)
