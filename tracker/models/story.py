"""Stories: what a person says when asked, in four lines, and each time it was practised."""

from datetime import datetime
from typing import Self

from sqlalchemy import ColumnElement, ForeignKey, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Line, Owned, Word, Words, belongs_to

LINES = ("situation", "task", "did", "result")
FLOWED = "flowed"
WENT = {FLOWED: "It flowed", "nearly": "Nearly", "bumpy": "Bumpy"}
LONGEST_RUN = 3600
"""Seconds of an answer that was spoken."""
SHORTEST_RUN = 10
"""Below this many it was a slip of the finger, or a start that was broken off: none is counted."""


class Story(Owned, Base):
    """An answer to one question: the person's own, in no link and no file for others."""

    __tablename__ = "stories"

    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), index=True
    )
    """Where it came from, or what it is for."""
    point_id: Mapped[int | None] = mapped_column(
        ForeignKey("feedback_points.id", ondelete="SET NULL"), index=True
    )
    """What they said that it answers."""
    action_id: Mapped[int | None] = mapped_column(
        ForeignKey("actions.id", ondelete="SET NULL"), index=True
    )
    """The plan that it is part of."""
    question: Mapped[Line]
    slug: Mapped[Word | None]
    """Ties it to a question that Onward brought; None for one of the person's own."""
    situation: Mapped[Words] = mapped_column(default="")
    task: Mapped[Words] = mapped_column(default="")
    did: Mapped[Words] = mapped_column(default="")
    result: Mapped[Words] = mapped_column(default="")
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    @classmethod
    def latest(cls, for_what: ColumnElement[bool]) -> Select[Self]:
        """The story for something, the latest where there are several."""
        return select(cls).where(for_what).order_by(cls.id.desc()).limit(1)

    @property
    def has_lines(self) -> bool:
        """Whether any of the four is written."""
        return any(getattr(self, name) for name in LINES)


class PracticeRun(Owned, Base):
    """One time that a story was said aloud."""

    __tablename__ = "practice_runs"

    story_id: Mapped[int] = belongs_to("stories.id")
    seconds: Mapped[int | None]
    went: Mapped[Word | None]
    """The person's own word for it."""
    created_at: Mapped[datetime]

    @classmethod
    def of(cls, story: Story) -> Select[Self]:
        """A story's runs, the latest first."""
        return (
            select(cls)
            .where(cls.story_id == story.id)
            .order_by(cls.created_at.desc(), cls.id.desc())
        )

    @property
    def went_label(self) -> str:
        """How it went, as on the screen, or nothing."""
        return WENT.get(self.went or "", "")
