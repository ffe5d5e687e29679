"""Actions: what a person does with what they were told."""

from datetime import date, datetime
from typing import Self

from sqlalchemy import ForeignKey, Index, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import Base, Line, Owned, Word, Words, belongs_to

KINDS = {
    "resume": "Résumé",
    "skill": "Skill",
    "interview_practice": "Interview practice",
    "profile": "Profile",
    "network": "Network",
    "search_focus": "Search focus",
    "other": "Other",
}


class Action(Owned, Base):
    """An if-then plan with a day on it, and proof once it is done."""

    __tablename__ = "actions"

    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), index=True
    )
    """Where the lesson came from, also where it is the person's own."""
    kind: Mapped[Word] = mapped_column(default="other")
    what: Mapped[Line]
    cue: Mapped[Line] = mapped_column(default="")
    """If, or when and where ..."""
    plan: Mapped[Line] = mapped_column(default="")
    """... then I will."""
    first_step: Mapped[Line] = mapped_column(default="")
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    proof: Mapped[Words] = mapped_column(default="")
    """A line or a link."""
    proof_document_id: Mapped[int | None] = mapped_column(
        ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    dropped_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}
    __table_args__ = (Index("ix_actions_due", "user_id", "done_on", "due_on"),)

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's actions, those dropped left out."""
        return select(cls).where(cls.user_id == user_id, cls.dropped_at.is_(None))


class ActionPoint(Base):
    """A point of feedback that an action answers."""

    __tablename__ = "action_points"

    action_id: Mapped[int] = belongs_to("actions.id", primary_key=True)
    point_id: Mapped[int] = belongs_to("feedback_points.id", primary_key=True)


class ActionUse(Owned, Base):
    """A later application that used an action."""

    __tablename__ = "action_uses"

    action_id: Mapped[int] = belongs_to("actions.id")
    application_id: Mapped[int] = belongs_to("applications.id")
    at: Mapped[datetime]
