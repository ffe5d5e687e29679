"""Applications for a job: the facts."""

from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from functools import cache
from typing import Self

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Index,
    Row,
    Select,
    bindparam,
    case,
    func,
    select,
    text,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.loop.ending import ENDINGS, ending_of
from tracker.loop.next_step import SILENT_FOR
from tracker.loop.stage import Stage
from tracker.models import sort_orders
from tracker.models.base import COMPANY, LINK, Base, Line, Owned, Word, Words


class Outcome(StrEnum):
    """Why an application was archived."""

    OFFER_ACCEPTED = "offer_accepted"
    OFFER_DECLINED = "offer_declined"
    WITHDRAWN = "withdrawn"
    ROLE_CLOSED = "role_closed"
    LOOP_CLOSED = "loop_closed"

    @property
    def label(self) -> str:
        """The outcome's name on the screen."""
        if self is Outcome.LOOP_CLOSED:
            return "Finished with this"
        return self.value.replace("_", " ").capitalize()


__all__ = [
    "EMPLOYMENTS",
    "WAYS_TO_APPLY",
    "WORKPLACES",
    "Application",
    "Outcome",
    "Stage",
    "state_label",
]

OFFERED = (Outcome.OFFER_ACCEPTED.value, Outcome.OFFER_DECLINED.value)
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
WAYS_TO_APPLY = {
    "website": "On their website",
    "job_site": "On a job site",
    "email": "By email",
    "in_person": "In person",
    "phone": "By phone",
    "post": "By post",
    "agency": "Through an agency",
    "message": "By message",
}


class Application(Owned, Base):
    """One job applied for. Its stage changes only through a StageChange (see stage_change.py)."""

    __tablename__ = "applications"

    company: Mapped[Line] = mapped_column(info=COMPANY)
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
    link: Mapped[Words] = mapped_column(default="", info=LINK)
    posting: Mapped[Words] = mapped_column(default="")
    closes_on: Mapped[date | None]
    applied_on: Mapped[date | None]
    applied_how: Mapped[Word | None]
    """How it was sent; `source` is where it was found."""
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
    stage_since: Mapped[date | None]
    """The day on which it came to its stage; None: not known."""
    position: Mapped[int] = mapped_column(BigInteger, default=0)
    """Smaller stands higher in the column."""
    pinned: Mapped[bool] = mapped_column(default=False)
    """An offer that is not yet answered stands on top."""
    version: Mapped[int] = mapped_column()

    archived_at: Mapped[datetime | None]
    archived_on: Mapped[date | None]
    """The day that it ended on, as the person said, often before it was put away; None: unknown."""
    outcome: Mapped[Word | None]
    ended_on: Mapped[date | None]
    """When the job that was taken came to its end."""
    deleted_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]

    # Summary, kept true at every commit that touches what it sums up (see models/summary).
    next_interview_at: Mapped[datetime | None]
    next_interview_hour_known: Mapped[bool] = mapped_column(default=True)
    unreviewed_interview_at: Mapped[datetime | None]
    offer_open: Mapped[bool] = mapped_column(default=False)
    """The latest offer waits for an answer, whether its day is known or not."""
    offer_received_on: Mapped[date | None]
    """The day of the first offer; what follows is of the latest (see models/offer.py)."""
    offer_answer_by: Mapped[date | None]
    offer_decision: Mapped[Word | None]
    offer_note: Mapped[Words] = mapped_column(default="")
    rejection_on: Mapped[date | None]
    rejection_recorded: Mapped[bool] = mapped_column(default=False)
    """One stands that counts, be it silence; what follows says whether somebody said it."""
    no_stands: Mapped[bool] = mapped_column(default=False)
    rest_until: Mapped[datetime | None]
    interviewed: Mapped[bool] = mapped_column(default=False)
    """It came to an interview (see summary/replies.py, as for the five below)."""
    interviewed_on: Mapped[date | None]
    no_said: Mapped[bool] = mapped_column(default=False)
    no_on: Mapped[date | None]
    called_back: Mapped[bool] = mapped_column(default=False)
    called_on: Mapped[date | None]
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
            "archived_on",
            "offer_open",
            "offer_received_on",
            "offer_decision",
            "rejection_recorded",
            "no_stands",
            "next_interview_at",
            "interviewed_on",
            "no_said",
            "no_on",
            "called_back",
            "called_on",
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
    def taken(self) -> bool:
        """Whether its offer was accepted."""
        return self.offer_decision == "accepted" or self.outcome == Outcome.OFFER_ACCEPTED

    @hybrid_property
    def expecting(self) -> bool:
        """Whether an interview ahead may still be: open, or asked about it when that ended."""
        return self.is_open or self.archived or self.rejection_recorded

    @expecting.inplace.expression
    @classmethod
    def _expecting(cls) -> ColumnElement[bool]:
        return cls.stage.in_(Stage.OPEN) | cls.archived | cls.rejection_recorded

    @property
    def stage_label(self) -> str:
        """The stage's name on the screen."""
        return Stage(self.stage).label

    @property
    def state_label(self) -> str:
        """How it ended, else where it stands."""
        return state_label(self.stage, self.outcome, self.ending)

    @hybrid_property
    def ending(self) -> str | None:
        """How it ended where nobody said a plain no."""
        return ending_of(
            self.stage,
            self.archived,
            self.offer_decision,
            bool(self.rejection_recorded),
            bool(self.no_stands),
        )

    @ending.inplace.expression
    @classmethod
    def _ending(cls) -> ColumnElement[str | None]:
        over = cls.archived | cls.stage.not_in(Stage.OPEN)
        silent = cls.rejection_recorded & ~cls.no_stands & (cls.stage == Stage.REJECTED)
        return case(
            (over & (cls.offer_decision == "taken_back"), "taken_back"),
            (silent, "no_answer"),
            else_=None,
        )

    @property
    def outcome_label(self) -> str:
        """The outcome's name on the screen, or nothing."""
        return Outcome(self.outcome).label if self.outcome else ""

    @hybrid_property
    def had_offer(self) -> bool:
        """Whether there was an offer: one that waits, what became of one, or the outcome."""
        known = bool(self.offer_open) or self.offer_decision is not None
        return known or self.outcome in OFFERED

    @had_offer.inplace.expression
    @classmethod
    def _had_offer(cls) -> ColumnElement[bool]:
        known = cls.offer_open | cls.offer_decision.is_not(None)
        return known | func.coalesce(cls.outcome, "").in_(OFFERED)

    def touch(self, now: datetime) -> None:
        """Note the moment of a change; the version grows with the flush."""
        self.updated_at = now

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """All that a person has, the bin left out."""
        return select(cls).where(cls.user_id == user_id, cls.deleted_at.is_(None))

    def tied(self, session: Session) -> Sequence[Row[int, str, str]]:
        """The one that it came from, and those that came from it: number, role, company."""
        given = {"application_id": self.id, "came_from_id": self.came_from_id}
        return session.connection().execute(self._tied(), given | {"user_id": self.user_id}).all()

    @classmethod
    @cache
    def _tied(cls) -> Select[int, str, str]:
        """Put together once: the page of every application asks it.

        The sum keeps SQLite from going through all that a person has instead of these few.
        """
        theirs = (cls.id == bindparam("came_from_id")) | (
            cls.came_from_id == bindparam("application_id")
        )
        same_person = cls.user_id + 0 == bindparam("user_id")
        return (
            select(cls.id, cls.role, cls.company)
            .where(theirs, same_person, cls.deleted_at.is_(None))
            .order_by(cls.id)
        )

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
    def others_open(cls, application: Self) -> Select[Self]:
        """Others at the same company on which an answer may still come, the latest first."""
        return cls.earlier_at(application.user_id, application.company).where(
            cls.id != application.id, cls.live, cls.stage.in_(Stage.OPEN)
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


def state_label(stage: str, outcome: str | None, ending: str | None = None) -> str:
    """How an application ended, else where it stands: what is put away has an outcome.

    A closed loop tells less than how it came to its end, where that was no plain no.
    """
    if ending in ENDINGS and outcome in (None, Outcome.LOOP_CLOSED):
        return ENDINGS[ending]
    return Outcome(outcome).label if outcome else Stage(stage).label
