"""What happened to an account: who signed in from where, what left it, what guards it."""

from datetime import datetime, timedelta
from enum import StrEnum

from sqlalchemy import Select, delete, func, insert, literal, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned, Word
from tracker.models.user import User

KEPT = timedelta(days=180)
TOGETHER = timedelta(hours=1)
"""Refused sign-ins within it are one line that counts them."""
SHEET, CONTACTS, MADE_UP = "a sheet", "contacts", "made-up applications"
"""What was brought in."""


class Happened(StrEnum):
    """What can happen to an account."""

    SIGNED_IN = "signed_in"
    REFUSED = "refused"
    CODE_REFUSED = "code_refused"
    DEVICE_ENDED = "device_ended"
    PASSWORD_CHANGED = "password_changed"
    PASSWORD_SET = "password_set"
    RESET_LINK = "reset_link"
    EMAIL_CHANGED = "email_changed"
    EXPORTED = "exported"
    ACCOUNT_FILE = "account_file"
    IMPORTED = "imported"
    LINK_MADE = "link_made"
    LINK_ENDED = "link_ended"
    LINK_REOPENED = "link_reopened"
    CALENDAR_MADE = "calendar_made"
    CALENDAR_ENDED = "calendar_ended"
    SECOND_STEP_ON = "second_step_on"
    SECOND_STEP_OFF = "second_step_off"
    NEW_CODES = "new_codes"
    CODE_USED = "code_used"
    JOINED = "joined"
    PARTED = "parted"
    PASSKEY_MADE = "passkey_made"
    PASSKEY_GONE = "passkey_gone"
    CHANNEL_ADDED = "channel_added"
    CHANNEL_REMOVED = "channel_removed"
    RESTORED = "restored"
    MADE_OWNER = "made_owner"
    OWNER_NO_LONGER = "owner_no_longer"


class AccountEvent(Owned, Base):
    """One thing that happened; in words of ours, never in words that the person wrote."""

    __tablename__ = "account_events"

    kind: Mapped[Word]
    at: Mapped[datetime]
    times: Mapped[int] = mapped_column(default=1)
    device: Mapped[Line] = mapped_column(default="")
    """The browser, as it says of itself."""
    address: Mapped[Line] = mapped_column(default="")
    """The network address that it came from; empty for what the terminal did."""
    detail: Mapped[Line] = mapped_column(default="")

    @classmethod
    def of(cls, user_id: int, now: datetime) -> Select["AccountEvent"]:
        """A person's, the latest first."""
        mine = cls.user_id == user_id, cls.at > now - KEPT
        return select(cls).where(*mine).order_by(cls.at.desc(), cls.id.desc())

    @classmethod
    def note(
        cls, session: Session, user_id: int, kind: Happened, now: datetime, **facts: str
    ) -> None:
        """Inside `writing()`: one more; those past keeping go."""
        session.execute(delete(cls).where(cls.user_id == user_id, cls.at <= now - KEPT))
        session.add(cls(user_id=user_id, kind=kind.value, at=now, **facts))

    @classmethod
    def sweep(cls, session: Session, now: datetime) -> None:
        """Inside `writing()`: what is past keeping goes, whoever looks."""
        session.execute(delete(cls).where(cls.at <= now - KEPT))

    @classmethod
    def note_for_all(cls, session: Session, kind: Happened, now: datetime) -> None:
        """Inside `writing()`: the same for everybody with an account."""
        blank = literal("")
        rows = select(
            User.id, literal(kind.value), literal(now, cls.at.type), literal(1), *[blank] * 3
        )
        columns = ["user_id", "kind", "at", "times", "device", "address", "detail"]
        session.execute(insert(cls).from_select(columns, rows))

    @classmethod
    def note_refusal(
        cls,
        session: Session,
        email: str,
        now: datetime,
        device: str,
        address: str,
        kind: Happened = Happened.REFUSED,
    ) -> None:
        """Inside `writing()`: a sign-in that was refused, if there is such an account.

        The same statements run where there is none, so that nobody can tell by the time it takes.
        """
        whose = select(User.id).where(User.email == email).scalar_subquery()
        last = (
            select(func.max(cls.id))
            .where(cls.user_id == whose, cls.kind == kind.value, cls.at > now - TOGETHER)
            .scalar_subquery()
        )
        counted = update(cls).where(cls.id == last).values(times=cls.times + 1, at=now)
        found = session.execute(counted.execution_options(synchronize_session=False))
        if found.rowcount == 0:  # type: ignore[attr-defined]
            facts = (kind.value, now, 1, device, address, "")
            names = ("kind", "at", "times", "device", "address", "detail")
            values = [
                literal(fact, getattr(cls, name).type)
                for fact, name in zip(facts, names, strict=True)
            ]
            rows = select(User.id, *values).where(User.email == email)
            session.execute(insert(cls).from_select(["user_id", *names], rows))
