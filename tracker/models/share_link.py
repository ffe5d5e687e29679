"""Secret addresses: links for a coach, what they show and how long; the one of a calendar."""

import secrets
from datetime import date, datetime, timedelta
from typing import Any, Self

from sqlalchemy import JSON, Select, case, select, update
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.models.base import Base, Line, Owned, Word
from tracker.models.device import digest
from tracker.values.date_range import DateRange

LASTS = timedelta(days=30)
"""Unless the person says otherwise."""
UNDO_WITHIN = timedelta(minutes=10)
"""How long the owner may take back that a link was ended; its coach can't get another secret."""
VISIT = timedelta(hours=1)
"""An opening that follows another within this time is the same visit."""


UNNAMED = "My coach"
"""What a link is for unless the person says so."""


class ShareLink(Owned, Base):
    """Shows a part of a person's progress to whoever has its secret, of which the hash is kept."""

    __tablename__ = "share_links"

    label: Mapped[Line]
    """For whom it is: the owner's own word."""
    token_hash: Mapped[Line] = mapped_column(unique=True)
    choice: Mapped[dict[str, Any]] = mapped_column(JSON)
    """What it shows: tracker.sharing.selection as JSON."""
    span: Mapped[Word] = mapped_column(default="all")
    """A word of tracker.values.date_range, decided anew at each opening."""
    first_day: Mapped[date | None]
    last_day: Mapped[date | None]
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]
    opens: Mapped[int] = mapped_column(default=0)
    """Visits."""
    last_opened_at: Mapped[datetime | None]
    seen_before_at: Mapped[datetime | None]
    """The last opening of the visit before this one."""

    @classmethod
    def issue(cls, user_id: int, now: datetime, **facts: Any) -> tuple[Self, str]:
        """The row, and the secret of 192 bits that is shown once."""
        token = secrets.token_urlsafe(24)
        facts.setdefault("expires_at", now + LASTS)
        return cls(user_id=user_id, token_hash=digest(token), created_at=now, **facts), token

    @classmethod
    def by_token(cls, token: str, now: datetime) -> Select[Self]:
        """The link, if it may be opened now."""
        return select(cls).where(
            cls.token_hash == digest(token), cls.expires_at > now, cls.revoked_at.is_(None)
        )

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's links, the latest first."""
        return select(cls).where(cls.user_id == user_id).order_by(cls.id.desc())

    @classmethod
    def sweep(cls, session: Session, now: datetime) -> None:
        """End for good what is past its day, however the clock is set later."""
        session.execute(
            update(cls)
            .where(cls.expires_at <= now, cls.revoked_at.is_(None))
            .values(revoked_at=now)
        )

    @classmethod
    def opened(cls, session: Session, link_id: int, now: datetime) -> None:
        """Remember an opening: when, not who; a page loaded again is the same visit."""
        back = cls.last_opened_at <= now - VISIT
        counted = {
            "opens": cls.opens + case((cls.last_opened_at.is_(None) | back, 1), else_=0),
            "seen_before_at": case((back, cls.last_opened_at), else_=cls.seen_before_at),
            "last_opened_at": now,
        }
        session.execute(update(cls).where(cls.id == link_id).values(counted))

    def new_since(self, now: datetime) -> datetime | None:
        """What was written down after this is new to who opens it now; None at a first visit."""
        if self.last_opened_at is not None and self.last_opened_at <= now - VISIT:
            return self.last_opened_at
        return self.seen_before_at

    def is_open(self, now: datetime) -> bool:
        """Whether it shows anything now."""
        return self.revoked_at is None and self.expires_at > now

    def revoke(self, now: datetime) -> None:
        """End it, from this moment on."""
        self.revoked_at = self.revoked_at or now

    def can_be_taken_back(self, now: datetime) -> bool:
        """Whether it was ended by hand just now, with days left to it."""
        ended = self.revoked_at
        return (
            ended is not None
            and ended < self.expires_at
            and now < self.expires_at
            and timedelta() <= now - ended <= UNDO_WITHIN
        )

    def renew_token(self) -> str:
        """Another secret in place of one that nobody has seen."""
        token = secrets.token_urlsafe(24)
        self.token_hash = digest(token)
        return token

    def span_on(self, today: date) -> DateRange:
        """The stretch of days that it shows."""
        return DateRange.from_saved(self.span, self.first_day, self.last_day, today)


class CalendarFeed(Owned, Base):
    """Where a calendar program reads interviews and due days; another one ends the one before."""

    __tablename__ = "calendar_feeds"

    token_hash: Mapped[Line] = mapped_column(unique=True)
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
    last_read_at: Mapped[datetime | None]

    @classmethod
    def issue(cls, user_id: int, now: datetime) -> tuple[Self, str]:
        """The row, and the secret of 192 bits that is shown once."""
        token = secrets.token_urlsafe(24)
        return cls(user_id=user_id, token_hash=digest(token), created_at=now), token

    @classmethod
    def by_token(cls, token: str) -> Select[Self]:
        """The feed, if it has not ended."""
        return select(cls).where(cls.token_hash == digest(token), cls.ended_at.is_(None))

    @classmethod
    def open(cls, user_id: int) -> Select[Self]:
        """A person's feed, if there is one."""
        return select(cls).where(cls.user_id == user_id, cls.ended_at.is_(None))
