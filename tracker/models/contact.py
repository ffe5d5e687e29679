"""People met on the way, and the part that they play in an application."""

from datetime import datetime
from typing import Self

from sqlalchemy import Select, UniqueConstraint, func, select
from sqlalchemy.orm import Mapped, mapped_column

from tracker.models.application import Application
from tracker.models.base import Base, Line, Owned, Word, Words, belongs_to

PARTS = {
    "recruiter": "Recruiter",
    "hiring_manager": "Hiring manager",
    "interviewer": "Interviewer",
    "hr": "HR",
    "referrer": "Referrer",
    "other": "Other",
}


class Contact(Owned, Base):
    """One person."""

    __tablename__ = "contacts"

    name: Mapped[Line]
    title: Mapped[Line] = mapped_column(default="")
    company: Mapped[Line] = mapped_column(default="")
    email: Mapped[Line] = mapped_column(default="")
    phone: Mapped[Line] = mapped_column(default="")
    notes: Mapped[Words] = mapped_column(default="")
    created_at: Mapped[datetime]

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's contacts by name."""
        return select(cls).where(cls.user_id == user_id).order_by(func.lower(cls.name), cls.id)

    @classmethod
    def on(cls, application: Application) -> Select[Self, int, str]:
        """Who has a part in an application: the contact, the part's id, the part."""
        return (
            select(cls, ApplicationContact.id, ApplicationContact.part)
            .join(ApplicationContact, ApplicationContact.contact_id == cls.id)
            .where(ApplicationContact.application_id == application.id)
            .order_by(ApplicationContact.id)
        )


class ApplicationContact(Owned, Base):
    """A contact's part in an application."""

    __tablename__ = "application_contacts"

    application_id: Mapped[int] = belongs_to("applications.id")
    contact_id: Mapped[int] = belongs_to("contacts.id")
    part: Mapped[Word] = mapped_column(default="other")

    __table_args__ = (UniqueConstraint("application_id", "contact_id", "part"),)

    @classmethod
    def same(
        cls, application_id: int, contact_id: int, part: str, **_others: object
    ) -> Select[Self]:
        """The row that says the same, if there is one."""
        return select(cls).where(
            cls.application_id == application_id, cls.contact_id == contact_id, cls.part == part
        )
