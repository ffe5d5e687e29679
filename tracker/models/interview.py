"""Interviews."""

from datetime import date, datetime, timedelta, tzinfo
from typing import Any, Self

from sqlalchemy import (
    Select,
    SQLColumnExpression,
    and_,
    case,
    exists,
    func,
    literal,
    or_,
    select,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from tracker.loop.by_email import DO_THE_TEST
from tracker.loop.stage import Stage
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.base import PEOPLE, Base, Owned, UtcDateTime, Word, Words, belongs_to
from tracker.values.days import FIRST_MOMENT, LAST_MOMENT, day_of, days_after, start_of

KINDS = {
    "phone_screen": "Phone screen",
    "video": "Video",
    "onsite": "On site",
    "panel": "Panel",
    "assessment": "Assessment",
    "case": "Case",
    "other": "Other",
}
TITLES = {
    "phone_screen": "Phone screen",
    "video": "Video interview",
    "onsite": "Interview on site",
    "panel": "Panel interview",
    "assessment": "Assessment",
    "case": "Case interview",
    "other": "Interview",
}
TEST = "assessment"
CANCELLED = "cancelled"
POSTPONED = "postponed"
"""They want another time, and have named none."""
OFF = (CANCELLED, POSTPONED)
"""It does not take place when it was to."""
OUTCOMES = {
    "through": "Through to the next step",
    "not_through": "Not through",
    "unknown": "Not known",
    POSTPONED: "To be moved",
    CANCELLED: "Cancelled",
}

USUAL_MINUTES = 60
"""How long one takes where nobody said."""
WAITING = 10
"""Interviews that an application's page shows above its story."""


class Interview(Owned, Base):
    """One talk or test; without a day where the past is not known."""

    __tablename__ = "interviews"

    application_id: Mapped[int] = belongs_to("applications.id")
    on: Mapped[date | None]
    """The day, as it was said: it stays what it was when the person's time zone changes."""
    starts_at: Mapped[datetime | None]
    """When it begins; without an hour, the last minute of its day, until which it lies ahead."""
    hour_known: Mapped[bool] = mapped_column(default=True)
    invited_on: Mapped[date | None]
    """By which day it was agreed on; None where it was written down afterwards."""
    minutes: Mapped[int | None]
    kind: Mapped[Word] = mapped_column(default="other")
    round: Mapped[int | None]
    place: Mapped[Words] = mapped_column(default="")
    """An address or a link."""
    people: Mapped[Words] = mapped_column(default="", info=PEOPLE)
    preparation: Mapped[Words] = mapped_column(default="")
    went_well: Mapped[Words] = mapped_column(default="")
    would_change: Mapped[Words] = mapped_column(default="")
    rating: Mapped[int | None]
    """1 to 5, the person's own."""
    outcome: Mapped[Word | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime | None]
    """When a change last mattered to a calendar; None while it is as it was made."""

    @property
    def ends_at(self) -> datetime | None:
        """When it is over; without an hour, when its day is."""
        if self.starts_at is None or not self.hour_known:
            return self.starts_at
        return self.starts_at + timedelta(minutes=self.minutes or USUAL_MINUTES)

    @property
    def kind_label(self) -> str:
        """The kind's name on the screen."""
        return KINDS.get(self.kind, "Interview")

    @hybrid_property
    def is_test(self) -> bool:
        """Whether it is done alone, by its day: one with an hour is an appointment."""
        return done_alone(self.kind, self.hour_known)

    @is_test.inplace.expression
    @classmethod
    def _is_test(cls) -> SQLColumnExpression[bool]:
        return (cls.kind == TEST) & ~cls.hour_known

    @hybrid_property
    def is_off(self) -> bool:
        """Whether it does not take place when it was to: cancelled, or to be moved."""
        return self.outcome in OFF

    @is_off.inplace.expression
    @classmethod
    def _is_off(cls) -> SQLColumnExpression[bool]:
        return func.coalesce(cls.outcome, "").in_(OFF)

    @property
    def name(self) -> str:
        """What it is called: Video interview, round 2."""
        return title(self.kind, self.round, self.is_test)

    @property
    def begins(self) -> datetime | None:
        """The moment, where its hour is known."""
        return self.starts_at if self.hour_known else None

    def hold(self, on: date | None, at: datetime | None, now: datetime, zone: tzinfo) -> None:
        """It is on that day, at that moment if the hour is known."""
        self.on = day_of(at, zone) if at is not None else on
        self.hour_known = at is not None or on is None
        self.starts_at = at or (day_ends(self.on, zone) if self.on is not None else None)
        today = day_of(now, zone)
        if self.invited_on is None and self.on is not None and self.on >= today:
            self.invited_on = today

    @property
    def scheduled(self) -> tuple[object, ...]:
        """What a calendar shows of it; `updated_at` is when this changed last."""
        return self.on, self.begins, self.minutes, self.kind, self.round, self.place, self.is_off

    @property
    def outcome_label(self) -> str:
        """The outcome's name on the screen, or nothing."""
        return OUTCOMES.get(self.outcome or "", "")

    @property
    def reviewed(self) -> bool:
        """Whether there is a word on how it went."""
        return bool(self.went_well or self.would_change or self.rating or self.outcome)

    @classmethod
    def beside(cls, application: Application, now: datetime) -> Self:
        """A new one."""
        return cls(user_id=application.user_id, application_id=application.id, created_at=now)

    @classmethod
    def of(cls, application: Application) -> Select[Self]:
        """An application's interviews, the latest first, the undated last."""
        return (
            select(cls)
            .where(cls.application_id == application.id)
            .order_by(cls.starts_at.is_(None), cls.starts_at.desc(), cls.id.desc())
        )

    @classmethod
    def coming(cls, application: Application, now: datetime) -> Select[Self]:
        """Those ahead, the nearest first."""
        return (
            select(cls)
            .where(cls.application_id == application.id, cls.starts_at > now, cls.awaited())
            .order_by(cls.starts_at, cls.id)
        )

    @classmethod
    def unreviewed(cls, application: Application, now: datetime) -> Select[Self]:
        """Past ones without a word on how they went, the latest first."""
        return (
            select(cls)
            .where(cls.application_id == application.id, cls.starts_at <= now, cls.wordless())
            .order_by(cls.starts_at.desc(), cls.id.desc())
        )

    @classmethod
    def waiting(cls, application: Application, now: datetime) -> Select[Self]:
        """Those ahead or without a word, in the order of time, without a day last; a few."""
        return (
            select(cls)
            .where(
                cls.application_id == application.id,
                (cls.starts_at > now) & cls.awaited()
                | (cls.starts_at <= now) & cls.wordless()
                | cls.day_to_come(literal(expected_after(application), UtcDateTime())),
            )
            .order_by(cls.starts_at.is_(None), cls.starts_at, cls.id)
            .limit(WAITING)
        )

    @classmethod
    def undated(cls, application: Application) -> Select[Self]:
        """Those ahead whose day is not known yet, the latest first."""
        after = literal(expected_after(application), UtcDateTime())
        return (
            select(cls)
            .where(cls.application_id == application.id, cls.day_to_come(after))
            .order_by(cls.created_at.desc(), cls.id.desc())
        )

    @classmethod
    def called_off(cls, application: Application) -> Select[Self]:
        """Those that are off, the latest called off first."""
        return (
            select(cls)
            .where(cls.application_id == application.id, cls.is_off)
            .order_by(func.coalesce(cls.updated_at, cls.created_at).desc(), cls.id.desc())
        )

    @classmethod
    def stands(cls) -> SQLColumnExpression[bool]:
        """Neither cancelled nor to be moved."""
        return ~cls.is_off

    @classmethod
    def awaited(cls) -> SQLColumnExpression[bool]:
        """Neither off nor a test whose action is done, which was kept at the same moment."""
        done = exists().where(
            Action.application_id == cls.application_id,
            Action.created_at.in_((cls.created_at, cls.updated_at)),
            Action.what.startswith(DO_THE_TEST),
            Action.is_done,
        )
        return and_(cls.stands(), or_(~cls.is_test, ~done.correlate(cls)))

    @classmethod
    def day_to_come(cls, expected_after: SQLColumnExpression[Any]) -> SQLColumnExpression[bool]:
        """Whether its day is not known yet: nothing says that it has been (see expected_after)."""
        return and_(cls.starts_at.is_(None), cls.wordless(), cls.created_at > expected_after)

    @classmethod
    def called_off_at(cls) -> SQLColumnExpression[datetime | None]:
        """When that was noted, its own day at the latest: it may be noted long after."""
        noted = func.coalesce(cls.updated_at, cls.created_at)
        return case((cls.starts_at < noted, cls.starts_at), else_=noted)

    @classmethod
    def described(cls) -> SQLColumnExpression[bool]:
        """With a line on what went well or what to change."""
        return or_(cls.went_well != "", cls.would_change != "")

    @classmethod
    def wordless(cls) -> SQLColumnExpression[bool]:
        """Without a word on how it went."""
        return and_(
            cls.went_well == "",
            cls.would_change == "",
            cls.rating.is_(None),
            cls.outcome.is_(None),
        )


def expected_after(application: Application) -> datetime:
    """Those without a day that were written down later are awaited.

    Those that came with their card from a spreadsheet are of the past, unless it waits there.
    """
    if application.live and application.stage == Stage.INTERVIEW:
        return FIRST_MOMENT
    awaits = application.live and application.stage == Stage.APPLIED
    return application.created_at if awaits else LAST_MOMENT


def day_ends(day: date, zone: tzinfo) -> datetime:
    """The last minute of a day."""
    end = start_of(days_after(day, 1), zone)
    return end - timedelta(minutes=1) if end < LAST_MOMENT else end


def done_alone(kind: str | None, hour_known: bool) -> bool:
    """Whether it is a test with a day by which it is done."""
    return kind == TEST and not hour_known


def title(kind: str | None, round_: int | None, is_test: bool = False) -> str:
    """Video interview, round 2."""
    name = "Test" if is_test else TITLES.get(kind or "", "Interview")
    return f"{name}, round {round_}" if round_ else name
