"""A thought record: a worry looked at once, then let go or made a question for them. Private."""

from datetime import datetime
from typing import Self

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.application import Application
from tracker.models.base import Base, Line, Owned, Word, Words, belongs_to
from tracker.models.feedback import Feedback

LET_GO, QUESTION = "let_go", "question"
ENDS = {LET_GO: "Let it go", QUESTION: "Make it a question for them"}


class Thought(Owned, Base):
    """What happened, the story told about it, and a line that can be believed; strengths to 10."""

    __tablename__ = "thoughts"

    application_id: Mapped[int] = belongs_to("applications.id")
    fact: Mapped[Words] = mapped_column(default="")
    story: Mapped[Words] = mapped_column(default="")
    evidence_against: Mapped[Words] = mapped_column(default="")
    balanced_line: Mapped[Words] = mapped_column(default="")
    strength_before: Mapped[int | None]
    strength_after: Mapped[int | None]
    ended: Mapped[Word | None]
    question: Mapped[Line] = mapped_column(default="")
    """For the ask; only where it ended as one."""
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]

    @classmethod
    def of(cls, application: Application) -> Select[Self]:
        """An application's records, the latest first."""
        return (
            select(cls)
            .where(cls.application_id == application.id)
            .order_by(cls.created_at.desc(), cls.id.desc())
        )

    @classmethod
    def questions(cls, application: Application) -> Select[Self]:
        """Those that became a question for them, the oldest first."""
        return (
            select(cls)
            .where(cls.application_id == application.id, cls.ended == QUESTION, cls.question != "")
            .order_by(cls.id)
        )

    @property
    def excerpt(self) -> str:
        """What tells it from the others in a list."""
        return self.story or self.balanced_line or self.fact or self.evidence_against

    def came_after(self, answer: Feedback | None) -> bool:
        """Whether it ended after they gave that answer."""
        ended, said = self.ended_at, answer.created_at if answer is not None else None
        return ended is not None and said is not None and ended > said

    def end(self, ended: str | None, now: datetime) -> None:
        """Let it go, or make it a question; None opens it again."""
        if self.ended != ended:
            self.ended = ended
            self.ended_at = now if ended else None
