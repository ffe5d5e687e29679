"""A mailbox that is looked into, and the emails of it that wait for a word."""

from datetime import datetime, timedelta
from typing import Self

from sqlalchemy import BigInteger, ColumnElement, Select, delete, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import COMPANY, PERSON, Base, Line, Owned, Word, Words, belongs_to

KEPT_FOR = timedelta(days=30)
"""How long an email waits for a word; it is gone then, as if it had not come."""
PASTED = 0
"""In place of its number in a mailbox, where somebody pasted it: those begin at 1."""
URGENT = ("invitation", "offer", "request")
"""Kinds that want an answer, or may be about tomorrow."""
SAID_AFTER = timedelta(hours=6)
"""How long it fails before that is said; a short trouble passes by itself."""


class Mailbox(Base):
    """Where somebody's mail is read, and how far; the password is in a file of its own."""

    __tablename__ = "mailboxes"

    user_id: Mapped[int] = belongs_to("users.id", primary_key=True)
    host: Mapped[Line]
    port: Mapped[int]
    username: Mapped[Line]
    folder: Mapped[Line]
    uid_validity: Mapped[int | None] = mapped_column(BigInteger)
    """As the server says; where it changes, the numbers of its mails mean others."""
    last_uid: Mapped[int] = mapped_column(BigInteger, default=0)
    """Of the mail that was looked at last."""
    looked_at: Mapped[datetime | None]
    """When it was last read."""
    failing_since: Mapped[datetime | None]
    problem: Mapped[Words] = mapped_column(default="")
    """Why it can't be read, in words."""
    made_at: Mapped[datetime]

    @classmethod
    def every(cls) -> Select[Self]:
        """All of them, in order."""
        return select(cls).order_by(cls.user_id)

    @classmethod
    def end(cls, session: Session, user_id: int) -> None:
        """Inside `writing()`: none any more, and nothing that came of it."""
        session.execute(delete(MailProposal).where(*MailProposal.found_for(user_id)))
        session.execute(delete(cls).where(cls.user_id == user_id))

    def went_well(self, now: datetime) -> None:
        """It was read."""
        self.looked_at, self.failing_since, self.problem = now, None, ""

    def failed(self, why: str, now: datetime) -> None:
        """It could not be read."""
        self.failing_since = self.failing_since or now
        self.problem = why

    def is_failing(self, now: datetime) -> bool:
        """Whether it is time to say so."""
        return self.failing_since is not None and now - self.failing_since >= SAID_AFTER


class MailProposal(Owned, Base):
    """An email that may be about an application; nothing is done with it unasked."""

    __tablename__ = "mail_proposals"

    application_id: Mapped[int | None] = mapped_column(BigInteger, index=True)
    """The one it seems to be about; asked where that is not clear. It may be gone by now."""
    company: Mapped[Line] = mapped_column(default="", info=COMPANY)
    kind: Mapped[Word]
    sender: Mapped[Line] = mapped_column(default="", info=PERSON)
    address: Mapped[Line] = mapped_column(default="")
    subject: Mapped[Line] = mapped_column(default="")
    sent_at: Mapped[datetime | None]
    text: Mapped[Words]
    calendar: Mapped[Words] = mapped_column(default="")
    uid: Mapped[int] = mapped_column(BigInteger)
    found_at: Mapped[datetime]

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's, the latest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())

    @classmethod
    def found_for(cls, user_id: int) -> tuple[ColumnElement[bool], ...]:
        """Those of a person's mailbox: what was pasted is looked at by its owner already."""
        return cls.user_id == user_id, cls.uid != PASTED

    @classmethod
    def sweep(cls, session: Session, now: datetime) -> None:
        """Those that waited too long."""
        session.execute(delete(cls).where(cls.found_at < now - KEPT_FOR))

    @classmethod
    def settle(cls, session: Session, user_id: int, number: int) -> None:
        """It was answered, one way or the other."""
        session.execute(delete(cls).where(cls.user_id == user_id, cls.id == number))
