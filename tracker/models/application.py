"""Applications for a job: the facts."""

from datetime import date, datetime
from enum import StrEnum
from typing import Self

from sqlalchemy import BigInteger, ColumnElement, ForeignKey, Index, Select, func, select, text
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from tracker.loop.next_step import SILENT_FOR
from tracker.loop.stage import Stage
from tracker.models import sort_orders
from tracker.models.base import Base, Line, Owned, Word, Words


class Outcome(StrEnum):
    """Why an application was put away."""

    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    WITHDRAWN = "withdrawn"
    LOOP_CLOSED = "loop_closed"

    @property
    def label(self) -> str:
        """The outcome's name on the screen."""
        return self.value.replace("_", " ").capitalize()


__all__ = [
    "EMPLOYMENTS",
    "WORKPLACES",
    "Application",
    "Outcome",
    "Stage",
    "state_label",
]

LATEST = 1000
"""Applications of which a form's suggestions are made: as many as cost nothing to read."""

WORKPLACES = {"onsite": "On site", "hybrid": "Hybrid", "remote": "Remote"}
EMPLOYMENTS = {
    "full_time": "Full time",
    "part_time": "Part time",
    "casual": "Casual",
    "contract": "Contract",
    "internship": "Internship",
    "apprenticeship": "Apprenticeship",
    "other": "Other",
}


class Application(Owned, Base):
    """One job applied for. Its stage changes only through a StageChange (see stage_change.py)."""

    __tablename__ = "applications"

    company: Mapped[Line]
    role: Mapped[Line]
    location: Mapped[Line] = mapped_column(default="")
    workplace: Mapped[Word | None]
    employment: Mapped[Word | None]
    pay_text: Mapped[Line] = mapped_column(default="")
    pay_min: Mapped[int | None] = mapped_column(BigInteger)
    """Minor units of the currency, as pay_max."""
    pay_max: Mapped[int | None] = mapped_column(BigInteger)
    pay_currency: Mapped[Word | None]
    pay_period: Mapped[Word | None]
    source: Mapped[Line] = mapped_column(default="")
    link: Mapped[Words] = mapped_column(default="")
    posting: Mapped[Words] = mapped_column(default="")
    closes_on: Mapped[date | None]
    applied_on: Mapped[date | None]
    followed_up_on: Mapped[date | None]
    """Silence is counted afresh from here."""
    excitement: Mapped[int | None]
    """1 to 5."""
    public_sector: Mapped[bool] = mapped_column(default=False)
    internal_candidate: Mapped[bool] = mapped_column(default=False)
    resume_id: Mapped[int | None] = mapped_column(
        ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    letter_id: Mapped[int | None] = mapped_column(
        ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    import_id: Mapped[int | None] = mapped_column(
        ForeignKey("imports.id", ondelete="SET NULL"), index=True
    )

    came_from_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), index=True
    )
    """An earlier one, whose no named this role."""

    stage: Mapped[Word] = mapped_column(default=Stage.APPLIED)
    stage_since: Mapped[datetime | None]
    position: Mapped[int] = mapped_column(BigInteger, default=0)
    """Smaller stands higher in the column."""
    pinned: Mapped[bool] = mapped_column(default=False)
    """An offer that is not yet answered stands on top."""
    version: Mapped[int] = mapped_column()

    offer_received_on: Mapped[date | None]
    offer_decision: Mapped[Word | None]
    offer_note: Mapped[Words] = mapped_column(default="")

    archived_at: Mapped[datetime | None]
    outcome: Mapped[Word | None]
    deleted_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    # Summary, kept true at every commit that touches what it sums up (see models/summary).
    next_interview_at: Mapped[datetime | None]
    unreviewed_interview_at: Mapped[datetime | None]
    rejection_on: Mapped[date | None]
    rejection_recorded: Mapped[bool] = mapped_column(default=False)
    rest_until: Mapped[datetime | None]
    interviewed: Mapped[bool] = mapped_column(default=False)
    """It came to an interview (see summary/replies.py, as for the three below)."""
    interviewed_at: Mapped[datetime | None]
    no_said: Mapped[bool] = mapped_column(default=False)
    no_on: Mapped[date | None]
    quiet_days: Mapped[int] = mapped_column(default=SILENT_FOR)
    """After how many days without a word it is silence (see summary/usual_silence.py)."""
    ask_next: Mapped[Word] = mapped_column(default="none")
    """What the ask after a no calls for: the words of tracker.loop.ask_state."""
    ask_turns_on: Mapped[date | None]
    """The day on which that changes by time alone."""
    feedback_unread: Mapped[int] = mapped_column(default=0)
    """Answers that nobody has sorted into points yet."""
    points_open: Mapped[int] = mapped_column(default=0)
    """Points to improve that no action answers yet."""
    actions_open: Mapped[int] = mapped_column(default=0)
    action_due_on: Mapped[date | None]
    loop_ended: Mapped[bool] = mapped_column(default=False)
    """An action is done, or there was nothing to act on."""
    wake_at: Mapped[datetime | None]
    today_place: Mapped[int | None] = mapped_column(BigInteger)
    """Where its next step stands on Today (see tracker.loop.today_rank)."""

    __mapper_args__ = {"version_id_col": version}
    __table_args__ = (
        Index(
            "ix_applications_board",
            "user_id",
            "stage",
            text("pinned DESC"),
            "position",
            "id",
            "archived_at",  # with these two counting needs the index alone
            "deleted_at",
            "source",  # so a board filtered by it is read from the index too
            sqlite_where=text("archived_at IS NULL AND deleted_at IS NULL"),  # see sort_orders.py
        ),
        Index("ix_applications_wake", "user_id", "wake_at"),
        Index(
            "ix_applications_today",
            "user_id",
            "today_place",
            "id",
            sqlite_where=text("today_place IS NOT NULL"),
        ),
        Index(
            "ix_applications_coming",
            "user_id",
            "next_interview_at",
            sqlite_where=text("next_interview_at IS NOT NULL"),
        ),
        Index("ix_applications_company", "user_id", "company"),
        Index(
            "ix_applications_binned",
            "user_id",
            "deleted_at",
            sqlite_where=text("deleted_at IS NOT NULL"),
        ),
        Index(
            "ix_applications_came_to",  # all that insights add up, so that they read no more
            "user_id",
            "applied_on",
            "resume_id",
            "interviewed",
            "source",
            "workplace",
            "stage",
            "stage_since",
            "outcome",
            "archived_at",
            "offer_received_on",
            "rejection_recorded",
            "loop_ended",
            "interviewed_at",
            "no_said",
            "no_on",
            "id",
            "deleted_at",
            sqlite_where=text("deleted_at IS NULL"),
        ),
        *sort_orders.indexes(),
    )

    @hybrid_property
    def archived(self) -> bool:
        """Whether it is put away."""
        return self.archived_at is not None

    @archived.inplace.expression
    @classmethod
    def _archived(cls) -> ColumnElement[bool]:
        return cls.archived_at.is_not(None)

    @hybrid_property
    def live(self) -> bool:
        """Whether it stands on the board."""
        return self.archived_at is None and self.deleted_at is None

    @live.inplace.expression
    @classmethod
    def _live(cls) -> ColumnElement[bool]:
        return cls.archived_at.is_(None) & cls.deleted_at.is_(None)

    @property
    def is_open(self) -> bool:
        """Whether its stage is one in which an answer may still come."""
        return self.stage in Stage.OPEN

    @property
    def stage_label(self) -> str:
        """The stage's name on the screen."""
        return Stage(self.stage).label

    @property
    def state_label(self) -> str:
        """How it ended, else where it stands."""
        return state_label(self.stage, self.outcome)

    @property
    def outcome_label(self) -> str:
        """The outcome's name on the screen, or nothing."""
        return Outcome(self.outcome).label if self.outcome else ""

    @hybrid_property
    def offer_open(self) -> bool:
        """Whether an offer waits for an answer."""
        return self.offer_received_on is not None and self.offer_decision is None

    @offer_open.inplace.expression
    @classmethod
    def _offer_open(cls) -> ColumnElement[bool]:
        return cls.offer_received_on.is_not(None) & cls.offer_decision.is_(None)

    def touch(self, now: datetime) -> None:
        """Note the moment of a change; the version grows with the flush."""
        self.updated_at = now

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """All that a person has, the bin left out."""
        return select(cls).where(cls.user_id == user_id, cls.deleted_at.is_(None))

    def tied(self) -> Select[Self]:
        """The one that it came from, and those that came from it."""
        cls = type(self)
        theirs = (cls.id == self.came_from_id) | (cls.came_from_id == self.id)
        return cls.of(self.user_id).where(theirs).order_by(cls.id)

    @classmethod
    def binned(cls, user_id: int) -> Select[Self]:
        """A person's bin, the latest first."""
        return (
            select(cls)
            .where(cls.user_id == user_id, cls.deleted_at.is_not(None))
            .order_by(cls.deleted_at.desc(), cls.id.desc())
        )

    @classmethod
    def earlier_at(cls, user_id: int, company: str) -> Select[Self]:
        """Earlier applications to a company, the latest first."""
        return (
            cls.of(user_id)
            .where(func.lower(cls.company) == company.strip().lower())
            .order_by(cls.applied_on.desc(), cls.id.desc())
        )

    @classmethod
    def distinct(cls, user_id: int, column: str) -> Select[str]:
        """A person's own values of one fact, the most used of late first: what a form suggests."""
        latest = (
            select(getattr(cls, column).label("value"))
            .where(cls.user_id == user_id, cls.deleted_at.is_(None))
            .order_by(cls.id.desc())
            .limit(LATEST)
            .subquery()
        )
        value = latest.c.value
        return (
            select(value)
            .where(value != "")
            .group_by(value)
            .order_by(func.count().desc(), value)
            .limit(100)
        )


def state_label(stage: str, outcome: str | None) -> str:
    """How an application ended, else where it stands: what is put away has an outcome."""
    return Outcome(outcome).label if outcome else Stage(stage).label
