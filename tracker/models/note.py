"""Notes on an application, in Markdown."""

from datetime import date, datetime
from typing import Self

from sqlalchemy import Select, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.application import Application
from tracker.models.base import Base, Owned, Word, Words, belongs_to


class Note(Owned, Base):
    """A person's own words; a private one stays out of search, links and exports."""

    __tablename__ = "notes"

    application_id: Mapped[int] = belongs_to("applications.id")
    body: Mapped[Words]
    private: Mapped[bool] = mapped_column(default=False)
    kept_as: Mapped[Word | None]
    """What the email is whose words these are; nothing of a note that somebody wrote."""
    sent_on: Mapped[date | None]
    """The day of that email."""
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}

    @classmethod
    def beside(cls, application: Application, now: datetime, body: str = "") -> Self:
        """A new note."""
        return cls(
            user_id=application.user_id,
            application_id=application.id,
            body=body,
            private=False,
            created_at=now,
            updated_at=now,
        )

    @classmethod
    def of(cls, application: Application) -> Select[Self]:
        """An application's notes, the latest first."""
        return (
            select(cls)
            .where(cls.application_id == application.id)
            .order_by(cls.created_at.desc(), cls.id.desc())
        )
