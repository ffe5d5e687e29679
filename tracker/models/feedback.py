"""What they said, word for word, and the points in it."""

from datetime import date, datetime
from typing import Self

from sqlalchemy import ColumnElement, ForeignKey, Select, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from tracker.loop.feedback_reading import theme_word
from tracker.models.application import Application
from tracker.models.base import PEOPLE, Base, Line, Owned, Word, Words, belongs_to

OWN = "own"
CHANNELS = {
    "email": "By email",
    "call": "By phone",
    "in_person": "In person",
    "portal": "In their portal",
    OWN: "My own lesson",
}
POINTS = {"strength": "Strength", "improve": "To improve", "not_me": "Not about me"}
AGREED = {"yes": "I agree", "partly": "Partly", "no": "I don’t agree"}


class Feedback(Owned, Base):
    """One answer, kept verbatim; `specific` is the person's decision, None until made."""

    __tablename__ = "feedback"

    application_id: Mapped[int] = belongs_to("applications.id")
    contact_id: Mapped[int | None] = mapped_column(
        ForeignKey("contacts.id", ondelete="SET NULL"), index=True
    )
    giver: Mapped[Line] = mapped_column(default="", info=PEOPLE)
    channel: Mapped[Word | None]
    received_on: Mapped[date | None]
    words: Mapped[Words]
    specific: Mapped[bool | None]
    created_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}

    @hybrid_property
    def is_theirs(self) -> bool:
        """Whether they said it: a lesson of one's own is kept beside it."""
        return self.channel != OWN

    @is_theirs.inplace.expression
    @classmethod
    def _is_theirs(cls) -> ColumnElement[bool]:
        return cls.channel.is_distinct_from(OWN)

    @classmethod
    def of(cls, application: Application) -> Select[Self]:
        """An application's feedback, the latest first."""
        return (
            select(cls)
            .where(cls.application_id == application.id)
            .order_by(cls.created_at.desc(), cls.id.desc())
        )


class Theme(Owned, Base):
    """A person's own vocabulary of what feedback is about, two levels deep."""

    __tablename__ = "themes"

    name: Mapped[Line]
    parent_id: Mapped[int | None] = mapped_column(
        ForeignKey("themes.id", ondelete="CASCADE"), index=True
    )
    slug: Mapped[Word | None]
    """Ties one that Onward brought to what the reader proposes; None for the person's own."""

    @property
    def to_improve(self) -> str:
        """How it reads of what could be better."""
        return theme_word(self.slug, self.name, "improve")

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's themes by name."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.name, cls.id)


class FeedbackPoint(Owned, Base):
    """One sentence or so of an answer, and what the person makes of it."""

    __tablename__ = "feedback_points"

    feedback_id: Mapped[int] = belongs_to("feedback.id")
    application_id: Mapped[int] = belongs_to("applications.id")
    quote: Mapped[Words]
    kind: Mapped[Word]
    theme_id: Mapped[int | None] = mapped_column(
        ForeignKey("themes.id", ondelete="SET NULL"), index=True
    )
    specific: Mapped[bool | None]
    agreed: Mapped[Word | None]
    created_at: Mapped[datetime]

    @hybrid_property
    def is_to_improve(self) -> bool:
        """Whether there is something in it to act on: those seen otherwise are left alone."""
        return self.kind == "improve" and self.agreed != "no"

    @is_to_improve.inplace.expression
    @classmethod
    def _is_to_improve(cls) -> ColumnElement[bool]:
        return (cls.kind == "improve") & cls.agreed.is_distinct_from("no")

    @classmethod
    def of(cls, feedback: Feedback) -> Select[Self]:
        """The points of one answer, in their order."""
        return select(cls).where(cls.feedback_id == feedback.id).order_by(cls.id)
