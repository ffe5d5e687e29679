"""How heavy a no is, and how that passes. Private: never in search, a link, an export or a log."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import ColumnElement, Select, case, func, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.application import Application
from tracker.models.base import Base, Line, Owned, Words, belongs_to
from tracker.models.lists.cursor import Cursor

NEWS = timedelta(hours=3)
"""A weight that was told more recently is no news to ask about."""


@dataclass(frozen=True)
class CheckInCursor(Cursor):
    """Where the list of all of them goes on."""

    created_at: datetime
    id: int


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
    def untold(cls, application: Application, now: datetime) -> Select[int]:
        """The latest, where its weight is known and has not been asked about again."""
        latest = select(func.max(cls.id)).where(cls.application_id == application.id)
        return select(cls.id).where(
            cls.id == latest.scalar_subquery(),
            cls.before.is_not(None),
            cls.after_at.is_(None),
            cls.created_at <= now - NEWS,
        )

    @classmethod
    def of_person(cls, user_id: int) -> Select[Self, str, str, bool]:
        """All of a person's, the latest first, with role, company and whether those are binned."""
        return (
            select(cls, Application.role, Application.company, Application.deleted_at.is_not(None))
            .join(Application, Application.id == cls.application_id)
            .where(cls.user_id == user_id)
            .order_by(cls.created_at.desc(), cls.id.desc())
        )

    @property
    def earlier(self) -> ColumnElement[bool]:
        """Whether another is further down that list."""
        return CheckInCursor.at(self).beyond(CheckIn, descending=True)

    @classmethod
    def told_twice(cls, user_id: int) -> Select[int, int]:
        """How many weights were told again, and how many of those were less."""
        return select(func.count(), func.count(case((cls.after < cls.before, 1)))).where(
            cls.user_id == user_id, cls.before.is_not(None), cls.after.is_not(None)
        )


class OwnLine(Owned, Base):
    """A sentence that helps you, in the person's own words."""

    __tablename__ = "own_lines"

    text: Mapped[Line]
    created_at: Mapped[datetime]

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's lines, the oldest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id)
