"""Attempts to get advice after a no: what was tried, in which words, and what came of it."""

from datetime import date, datetime
from typing import Self

from sqlalchemy import ColumnElement, ForeignKey, Select, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from tracker.loop.ask_state import ANSWERED, ASKS
from tracker.models.application import Application
from tracker.models.base import Base, Line, Owned, Word, Words, belongs_to

KINDS = {
    "ask": "Asked for advice",
    "nudge": "One reminder",
    "probe": "One more question",
    "thanks": "Thank-you",
}
CHANNELS = {"call": "Call", "email": "Email", "in_person": "In person", "portal": "Their portal"}


class Attempt(Owned, Base):
    """One call or letter, as it was; `follow_up_on` is a working day of the person's calendar."""

    __tablename__ = "attempts"

    application_id: Mapped[int] = belongs_to("applications.id")
    rejection_id: Mapped[int | None] = mapped_column(
        ForeignKey("rejections.id", ondelete="SET NULL"), index=True
    )
    contact_id: Mapped[int | None] = mapped_column(
        ForeignKey("contacts.id", ondelete="SET NULL"), index=True
    )
    kind: Mapped[Word] = mapped_column(default="ask")
    channel: Mapped[Word]
    result: Mapped[Word]
    wording: Mapped[Line] = mapped_column(default="")
    """Which script or letter, in which tone: "after_interview/warm"."""
    subject: Mapped[Line] = mapped_column(default="")
    body: Mapped[Words] = mapped_column(default="")
    """The words as they were used."""
    note: Mapped[Words] = mapped_column(default="")
    on: Mapped[date]
    """The day, in the person's zone."""
    follow_up_on: Mapped[date | None]
    created_at: Mapped[datetime]

    @hybrid_property
    def is_ask(self) -> bool:
        """Whether it asks for something."""
        return self.kind in ASKS

    @is_ask.inplace.expression
    @classmethod
    def _is_ask(cls) -> ColumnElement[bool]:
        return cls.kind.in_(ASKS)

    @classmethod
    def of(cls, application: Application) -> Select[Self]:
        """An application's attempts, the oldest first."""
        return select(cls).where(cls.application_id == application.id).order_by(cls.on, cls.id)

    @classmethod
    def answered(cls, application: Application) -> Select[Self]:
        """The latest of them, if that was answered."""
        latest = select(cls.id).where(cls.application_id == application.id)
        latest = latest.order_by(cls.on.desc(), cls.id.desc()).limit(1)
        return select(cls).where(cls.id == latest.scalar_subquery(), cls.result.in_(ANSWERED))
