"""Work search besides applications: workshops, calls, job fairs; for the work-search log."""

from datetime import date, datetime
from typing import Self

from sqlalchemy import Index, Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.base import MAYBE, Base, Line, Owned, Word, Words

KINDS = {
    "networking": "Networking",
    "workshop": "Workshop or training",
    "job_fair": "Job fair",
    "appointment": "Appointment with an adviser",
    "resume": "Work on résumé or profile",
    "search": "Looking for openings",
    "other": "Other",
}


class Activity(Owned, Base):
    """One thing done on one day."""

    __tablename__ = "activities"

    on: Mapped[date]
    kind: Mapped[Word] = mapped_column(default="other")
    what: Mapped[Line]
    with_whom: Mapped[Line] = mapped_column(default="", info=MAYBE)
    """Employer, adviser, place or contact."""
    minutes: Mapped[int | None]
    result: Mapped[Words] = mapped_column(default="")
    created_at: Mapped[datetime]

    __table_args__ = (Index("ix_activities_on", "user_id", "on"),)

    @property
    def kind_label(self) -> str:
        """The kind's name on the screen."""
        return KINDS.get(self.kind, KINDS["other"])

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's activities, the latest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.on.desc(), cls.id.desc())
