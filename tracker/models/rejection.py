"""A no, as it came."""

from datetime import date, datetime
from functools import cache
from typing import Any, Self

from sqlalchemy import ColumnElement, Index, Select, SQLColumnExpression, bindparam, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, Session, mapped_column

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.base import Base, Owned, Word, Words, belongs_to
from tracker.models.stage_change import StageChange

SILENCE = "silence"
WAYS = {
    "email": "By email",
    "phone": "By phone",
    "in_person": "In person",
    "portal": "In their portal",
    SILENCE: "No answer came",
}


class Rejection(Owned, Base):
    """When (None: not known), how, in their words, and from which stage."""

    __tablename__ = "rejections"

    application_id: Mapped[int] = belongs_to("applications.id")
    on: Mapped[date | None]
    how: Mapped[Word | None]
    words: Mapped[Words] = mapped_column(default="")
    reason: Mapped[Words] = mapped_column(default="")
    """Their reason as given."""
    stage_reached: Mapped[Word | None]
    feedback_offered: Mapped[bool] = mapped_column(default=False)
    role_cancelled: Mapped[bool] = mapped_column(default=False)
    brings_advice: Mapped[bool] = mapped_column(default=False)
    """Whether their email says what helps: it is looked at before anybody is asked."""
    rest_until: Mapped[datetime | None]
    went_well: Mapped[Words] = mapped_column(default="")
    """The person's own analysis, as would_change; theirs comes as feedback."""
    would_change: Mapped[Words] = mapped_column(default="")
    questions: Mapped[Words | None]
    """What to ask them, one a line; None until decided, when the thought records propose some."""
    stopped_asking_at: Mapped[datetime | None]
    nothing_to_act_on_at: Mapped[datetime | None]
    created_at: Mapped[datetime]

    __table_args__ = (Index("ix_rejections_on", "user_id", "on"),)

    @classmethod
    def beside(cls, application: Application, now: datetime) -> Self:
        """A new one."""
        return cls(user_id=application.user_id, application_id=application.id, created_at=now)

    @classmethod
    def latest_first(cls) -> tuple[ColumnElement[Any], ColumnElement[Any]]:
        """The order in which the first is the one that counts."""
        return cls.created_at.desc(), cls.id.desc()

    @classmethod
    @cache
    def stands(cls) -> ColumnElement[bool]:
        """Whether they did not call after all: what came before that is story, and no more.

        Put together once, which takes longer than the database needs to answer.
        """
        return ~StageChange.reopened_after(cls.application_id, cls.created_at)

    @classmethod
    def latest_of(cls, application_id: int | SQLColumnExpression[int]) -> Select[int]:
        """The number of the one that counts: other facts of it can stand in its place."""
        beside = select(cls.id).where(cls.application_id == application_id, cls.stands())
        return beside.order_by(*cls.latest_first()).limit(1)

    @classmethod
    def told_with(cls, session: Session, change: StageChange) -> Self | None:
        """The one that this move told of."""
        same = cls.application_id == change.application_id, cls.created_at == change.recorded_at
        return session.scalar(select(cls).where(*same)) if change.after == Stage.REJECTED else None

    @classmethod
    def latest(cls, session: Session, application: Application) -> Self | None:
        """The one that counts, if there is any."""
        return session.scalar(cls._that_counts(), {"application_id": application.id})

    @classmethod
    @cache
    def _that_counts(cls) -> Select[Self]:
        """Put together once: every change of an application asks it."""
        mine = cls.application_id == bindparam("application_id")
        return select(cls).where(mine, cls.stands()).order_by(*cls.latest_first()).limit(1)

    @property
    def has_details(self) -> bool:
        """Whether anything was noted but the no itself and its day."""
        return bool(
            self.words or self.reason or self.how or self.feedback_offered or self.role_cancelled
        )

    @hybrid_property
    def is_said(self) -> bool:
        """Whether somebody said it: silence alone is no answer."""
        return self.how != SILENCE

    @is_said.inplace.expression
    @classmethod
    def _is_said(cls) -> ColumnElement[bool]:
        return cls.how.is_distinct_from(SILENCE)

    @classmethod
    def of(cls, application: Application) -> Select[Self]:
        """An application's rejections, the latest first: "they called again" leaves several."""
        return select(cls).where(cls.application_id == application.id).order_by(*cls.latest_first())
