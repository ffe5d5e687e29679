"""Applications for a job: the facts."""

from datetime import date, datetime
from typing import Self

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Select,
    case,
    func,
    select,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, mapped_column

from tracker.loop.ending import ending_of
from tracker.loop.outcome import OFFERED, Outcome, state_label
from tracker.loop.stage import Stage
from tracker.models.application_summary import ApplicationSummary
from tracker.models.base import COMPANY, LINK, Base, Line, Owned, Word, Words
from tracker.models.lists.application_indexes import application_indexes


class Application(ApplicationSummary, Owned, Base):
    """One job applied for. Its stage changes only through a StageChange (see changes/stage.py)."""

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
    acknowledged_on: Mapped[date | None]
    """The day on which they last wrote that they have it."""
    answers_by: Mapped[date | None]
    """By when they then said that they answer."""
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

    __mapper_args__ = {"version_id_col": version}
    __table_args__ = tuple(application_indexes())

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

    @classmethod
    def binned(cls, user_id: int) -> Select[Self]:
        """A person's bin, the latest first."""
        return (
            select(cls)
            .where(cls.user_id == user_id, cls.deleted_at.is_not(None))
            .order_by(cls.deleted_at.desc(), cls.id.desc())
        )
