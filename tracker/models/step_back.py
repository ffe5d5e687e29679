"""Stepping back: a guided look at where the search goes, ending in one to three actions."""

from datetime import datetime
from typing import Self

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Owned, Words


class StepBack(Owned, Base):
    """One look, in the person's own words; put off where it was offered and not wanted."""

    __tablename__ = "step_backs"

    started_at: Mapped[datetime]
    put_off_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]
    fit: Mapped[Words] = mapped_column(default="")
    """On how many of these were within what I am good at."""
    themes: Mapped[Words] = mapped_column(default="")
    """On what they keep saying."""
    papers: Mapped[Words] = mapped_column(default="")
    """On the versions of the résumé."""
    sources: Mapped[Words] = mapped_column(default="")
    """On where I look, and how long answers take."""
    others: Mapped[Words] = mapped_column(default="")
    """On who looked at résumé, LinkedIn and social media."""

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's looks, the latest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())

    @classmethod
    def unfinished(cls, user_id: int) -> Select[Self]:
        """The one that is under way, if there is one."""
        return cls.of(user_id).where(cls.ended_at.is_(None), cls.put_off_at.is_(None)).limit(1)
