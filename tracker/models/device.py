"""Signed-in devices: a session is a row, and ends when the row does."""

import hashlib
import secrets
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any, Self, TypeVar

from flask_login import UserMixin
from sqlalchemy import Select, String, bindparam, delete, func, select, update
from sqlalchemy.orm import Mapped, Session, make_transient_to_detached, mapped_column, relationship
from sqlalchemy.orm.attributes import set_committed_value

from tracker.models.base import Base, Line, Owned, Word
from tracker.models.user import User

Row = TypeVar("Row", bound=Base)
IDLE = timedelta(days=90)
"""A device not seen for so long is signed out."""
LASTS = timedelta(days=180)
"""After so long it is signed out, however often it was seen."""
UNSET = datetime(2026, 1, 1, tzinfo=UTC)
"""A clock that says less was never set: Onward is younger. A Pi without a battery wakes in 1970."""
PASSWORD, PROXY, OIDC, PASSKEY = "password", "proxy", "oidc", "passkey"

SEEN_EVERY = timedelta(hours=1)


class Device(Owned, UserMixin, Base):  # type: ignore[misc]
    """One browser that is signed in; Flask-Login's "user" is the device, whose person is `user`."""

    __tablename__ = "devices"

    token_hash: Mapped[str] = mapped_column(String(64), unique=True)
    label: Mapped[Line] = mapped_column(default="")
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]
    proved_at: Mapped[datetime | None]
    """When the password was last given on it."""
    way: Mapped[Word] = mapped_column(default=PASSWORD)
    """How it was signed in."""

    user: Mapped[User] = relationship(lazy="raise")
    token = ""
    """The secret itself: known only while signing in."""

    @classmethod
    def sign_in(cls, user: User, label: str, now: datetime, way: str = PASSWORD) -> Self:
        """A device with a new token."""
        token = secrets.token_urlsafe(32)
        device = cls(
            user_id=user.id,
            token_hash=digest(token),
            label=label,
            created_at=now,
            last_seen_at=now,
            proved_at=now,
            way=way,
        )
        device.token = token
        return device

    def get_id(self) -> str:
        """What the cookie keeps."""
        return self.token

    @classmethod
    def find(cls, session: Session, token: str, now: datetime) -> "Device | None":
        """The device that holds this token, with its person, unless its time has run out.

        Both stand outside the session: what they say holds for this request.
        """
        asked = {"token_hash": digest(token), "seen_after": now - IDLE, "made_after": now - LASTS}
        row = session.connection().execute(HOLDER, asked).one_or_none()
        if row is None:
            return None
        width = len(columns_of(cls))
        device, person = detached(cls, row[:width]), detached(User, row[width:])
        set_committed_value(device, "user", person)
        return device

    @classmethod
    def of(cls, user: User) -> Select[Self]:
        """A person's devices, the latest first."""
        return select(cls).where(cls.user_id == user.id).order_by(cls.last_seen_at.desc(), cls.id)

    @classmethod
    def last_seen(cls) -> Select[int, datetime]:
        """Of every person who is signed in anywhere, when they were last here."""
        return select(cls.user_id, func.max(cls.last_seen_at).label("seen")).group_by(cls.user_id)

    @classmethod
    def sweep(cls, session: Session, now: datetime) -> None:
        """Sign out what has run out, for good, however the clock is set later.

        What was signed in before the clock was set begins its time now.
        """
        if now > UNSET:
            session.execute(
                update(cls)
                .where(cls.created_at < UNSET)
                .values(created_at=now, last_seen_at=now, proved_at=None)
            )
        over = (cls.last_seen_at <= now - IDLE) | (cls.created_at <= now - LASTS)
        session.execute(delete(cls).where(over))

    @classmethod
    def end(cls, session: Session, user_id: int, but: int | None = None) -> None:
        """Sign a person out everywhere, or everywhere but on one device."""
        session.execute(delete(cls).where(cls.user_id == user_id, cls.id != (but or 0)))


HOLDER = (
    select(Device.__table__, User.__table__)
    .join_from(Device.__table__, User.__table__)
    .where(
        Device.__table__.c.token_hash == bindparam("token_hash"),
        (Device.__table__.c.created_at < UNSET)
        | (
            (Device.__table__.c.last_seen_at > bindparam("seen_after"))
            & (Device.__table__.c.created_at > bindparam("made_after"))
        ),
    )
)
"""Plain columns, put together once: every request asks this, and loading entities takes longer."""


def detached(model: type[Row], values: Sequence[Any]) -> Row:
    """An object made of its table's columns, as if it had been loaded and taken out again."""
    made = model()
    vars(made).update(zip(columns_of(model), values, strict=True))
    make_transient_to_detached(made)
    return made


@cache
def columns_of(model: type[Base]) -> tuple[str, ...]:
    """The names of a table's columns, asked for once: SQLAlchemy makes the list anew each time."""
    return tuple(model.__table__.columns.keys())


def digest(secret: str) -> str:
    """SHA-256 in hex: for secrets of 128 bits or more, which need no slow hash."""
    return hashlib.sha256(secret.encode()).hexdigest()
