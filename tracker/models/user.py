"""People with an account."""

from datetime import date, datetime
from typing import Any, Self
from zoneinfo import ZoneInfo

from sqlalchemy import JSON, Select, delete, func, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.loop.facts import SILENT_FOR
from tracker.models.base import Base, Keyed, Line, Word, Words
from tracker.values.lived_zone import lived_zone

MEMBER, KEEPER = "member", "keeper"
ZONES = "onward_zones"
"""In a session's info, while it writes: the zones that are known, by person."""


class User(Keyed, Base):
    """One person; the keeper also looks after the server."""

    __tablename__ = "users"

    email: Mapped[Line] = mapped_column(unique=True)
    name: Mapped[Line] = mapped_column(default="")
    password_hash: Mapped[str | None]
    role: Mapped[Word] = mapped_column(default=MEMBER)
    time_zone: Mapped[Line] = mapped_column(default="Australia/Sydney")
    former_zones: Mapped[list[Any]] = mapped_column(JSON, default=list)
    """Zones of before, each with the moment up to which it was theirs (see values/lived_zone)."""
    country: Mapped[Word] = mapped_column(default="AU")
    state: Mapped[Word] = mapped_column(default="")
    letter_language: Mapped[Word] = mapped_column(default="en")
    letter_tone: Mapped[Word] = mapped_column(default="warm")
    """As last used."""
    phone: Mapped[Line] = mapped_column(default="")
    """For voicemail and letters."""
    first_weekday: Mapped[int] = mapped_column(default=0)
    """0 is Monday."""
    morning_hour: Mapped[int] = mapped_column(default=9)
    """The local hour at which a resting card may wake."""
    quiet_days: Mapped[int] = mapped_column(default=SILENT_FOR)
    """After how many days without a word most of this person's replies have come."""
    quiet_read_on: Mapped[date | None]
    """The day on which that was last worked out."""
    help_wanted: Mapped[Words] = mapped_column(default="")
    """What the person would like help with, in their own words: for a coach."""
    log_choice: Mapped[dict[str, Any]] = mapped_column(JSON, default=dict)
    """How the work-search log was last asked for."""
    revision: Mapped[int] = mapped_column(default=0)
    """Grows with every change to anything of this person's."""
    created_at: Mapped[datetime]

    @property
    def zone(self) -> ZoneInfo:
        """The time zone that dates are read and shown in."""
        return lived_zone(self.time_zone, self.former_zones or ())

    @classmethod
    def zone_of(cls, session: Session, user_id: int) -> ZoneInfo:
        """The zone of somebody whose rows are changed; asked for once in a transaction."""
        known: dict[int, ZoneInfo] = session.info.setdefault(ZONES, {})
        if user_id not in known:
            known[user_id] = session.get_one(cls, user_id).zone
        return known[user_id]

    @property
    def is_keeper(self) -> bool:
        """Whether this person looks after the server."""
        return self.role == KEEPER

    def want_help_with(self, words: str) -> None:
        """One wish more; what stands there stays."""
        self.help_wanted = "\n\n".join(filter(None, (self.help_wanted, words)))

    @classmethod
    def by_email(cls, email: str) -> Select[Self]:
        """The person with this address, however it is capitalised."""
        return select(cls).where(cls.email == normal_email(email))

    @classmethod
    def anybody(cls, session: Session) -> bool:
        """Whether there is an account yet."""
        return session.scalar(select(cls.id).limit(1)) is not None

    @classmethod
    def everybody(cls) -> Select[Self]:
        """All accounts, keepers first, then by email."""
        return select(cls).order_by(cls.role != KEEPER, cls.email)

    @classmethod
    def keepers(cls, session: Session) -> int:
        """How many people look after the server."""
        return session.scalar(select(func.count()).where(cls.role == KEEPER)) or 0

    @classmethod
    def others(cls, session: Session, user_id: int) -> bool:
        """Whether anybody else has an account."""
        return session.scalar(select(cls.id).where(cls.id != user_id).limit(1)) is not None

    @classmethod
    def remove(cls, session: Session, user_id: int) -> None:
        """The account; the database takes all that belongs to it along."""
        session.execute(delete(cls).where(cls.id == user_id))


def normal_email(email: str) -> str:
    """An address as it is kept and compared."""
    return email.strip().casefold()
