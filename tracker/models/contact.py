"""People met on the way, and the part that they play in an application."""

from collections.abc import Sequence
from datetime import datetime
from functools import cache
from typing import Self

from sqlalchemy import Row, Select, UniqueConstraint, bindparam, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.application import Application
from tracker.models.base import COMPANY, LINK, PERSON, Base, Line, Owned, Word, Words, belongs_to
from tracker.values.folding import fold

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

    name: Mapped[Line] = mapped_column(info=PERSON)
    title: Mapped[Line] = mapped_column(default="")
    company: Mapped[Line] = mapped_column(default="", info=COMPANY)
    email: Mapped[Line] = mapped_column(default="", info=LINK)
    phone: Mapped[Line] = mapped_column(default="")
    notes: Mapped[Words] = mapped_column(default="")
    created_at: Mapped[datetime]

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's contacts by name."""
        return select(cls).where(cls.user_id == user_id).order_by(func.lower(cls.name), cls.id)

    @classmethod
    def search(cls, session: Session, user_id: int, q: str) -> Select[Self]:
        """A person's contacts in whose name, title or company every word is found.

        They are few, so each is read; that finds accents and capitals on every database.
        """
        words = fold(q).split()
        if not words:
            return cls.of(user_id)
        rows = session.execute(
            select(cls.id, cls.name, cls.title, cls.company).where(cls.user_id == user_id)
        )
        ids = [id_ for id_, *said in rows if all(word in fold(" ".join(said)) for word in words)]
        return cls.of(user_id).where(cls.id.in_(ids))

    @classmethod
    def on(cls, session: Session, application: Application) -> Sequence[Row[Self, int, str]]:
        """Who has a part in an application: the contact, the part's id, the part."""
        return session.execute(cls._on(), {"application_id": application.id}).all()

    @classmethod
    @cache
    def _on(cls) -> Select[Self, int, str]:
        """Put together once: the page of every application asks it."""
        return (
            select(cls, ApplicationContact.id, ApplicationContact.part)
            .join(ApplicationContact, ApplicationContact.contact_id == cls.id)
            .where(ApplicationContact.application_id == bindparam("application_id"))
            .order_by(ApplicationContact.id)
        )

    @classmethod
    def in_applications(cls, contact: Self) -> Select[Application, int, str]:
        """The applications in which somebody plays a part, with the part's id and the part."""
        return (
            select(Application, ApplicationContact.id, ApplicationContact.part)
            .join(ApplicationContact, ApplicationContact.application_id == Application.id)
            .where(ApplicationContact.contact_id == contact.id, Application.deleted_at.is_(None))
            .order_by(Application.archived_at.is_not(None), Application.id.desc())
            .limit(100)
        )

    def application_ids(self) -> Select[int]:
        """The applications in which this person plays a part: whether they can be rung matters."""
        return select(ApplicationContact.application_id).where(
            ApplicationContact.contact_id == self.id
        )

    def parts(self) -> "Select[ApplicationContact]":
        """The parts that this person plays."""
        return select(ApplicationContact).where(ApplicationContact.contact_id == self.id)


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

    @classmethod
    def give(cls, session: Session, application: Application, contact: Contact, part: str) -> Self:
        """Give somebody a part; one that they have already is left as it is."""
        found = session.scalar(cls.same(application.id, contact.id, part))
        if found is not None:
            return found
        row = cls(
            user_id=application.user_id,
            application_id=application.id,
            contact_id=contact.id,
            part=part,
        )
        session.add(row)
        session.flush()
        return row
