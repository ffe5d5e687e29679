"""Actions: what a person does with what they were told."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Self

from sqlalchemy import ColumnElement, ForeignKey, Index, Select, SQLColumnExpression, exists, select
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, Session, mapped_column, validates

from tracker.models.action_point import ActionPoint
from tracker.models.application import Application
from tracker.models.base import Base, Line, Owned, Word, Words
from tracker.models.feedback import FeedbackPoint
from tracker.models.lists.cursor import Cursor

PRACTICE = "interview_practice"
KINDS = {
    "resume": "Résumé",
    "skill": "Skill",
    PRACTICE: "Interview practice",
    "profile": "Profile",
    "network": "Network",
    "search_focus": "Search focus",
    "other": "Other",
}


@dataclass(frozen=True)
class DoneCursor(Cursor):
    """Where the list of those done goes on."""

    done_on: date
    id: int


class Action(Owned, Base):
    """An if-then plan with a day on it, and proof once it is done."""

    __tablename__ = "actions"

    application_id: Mapped[int | None] = mapped_column(
        ForeignKey("applications.id", ondelete="SET NULL"), index=True
    )
    """Where the lesson came from, also where it is the person's own."""
    step_back_id: Mapped[int | None] = mapped_column(
        ForeignKey("step_backs.id", ondelete="SET NULL"), index=True
    )
    """The look back that it came from, if it came from one."""
    kind: Mapped[Word] = mapped_column(default="other")
    what: Mapped[Line]
    cue: Mapped[Line] = mapped_column(default="")
    """If, or when and where ..."""
    plan: Mapped[Line] = mapped_column(default="")
    """... then I will."""
    first_step: Mapped[Line] = mapped_column(default="")
    due_on: Mapped[date | None]
    done_on: Mapped[date | None]
    skill_id: Mapped[int | None] = mapped_column(
        ForeignKey("skills.id", ondelete="SET NULL"), index=True
    )
    """The skill that it is to bring on, where the person named one."""
    grew: Mapped[bool] = mapped_column(default=False)
    """Whether doing it moved that skill from gap to growing, and nobody has set it since."""
    proof: Mapped[Words] = mapped_column(default="")
    """A line or a link."""
    proof_document_id: Mapped[int | None] = mapped_column(
        ForeignKey("documents.id", ondelete="SET NULL"), index=True
    )
    dropped_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    updated_at: Mapped[datetime]
    version: Mapped[int] = mapped_column()

    __mapper_args__ = {"version_id_col": version}
    __table_args__ = (Index("ix_actions_due", "user_id", "done_on", "due_on"),)

    @validates("skill_id")
    def _another_skill(self, _name: str, skill_id: int | None) -> int | None:
        """What it did for one skill it did not do for another."""
        if skill_id != self.skill_id:
            self.grew = False
        return skill_id

    def touch(self, now: datetime) -> None:
        """Note the moment of a change; the version grows with the flush."""
        self.updated_at = now

    @classmethod
    def of(cls, user_id: int) -> Select[Self]:
        """A person's actions, those dropped left out."""
        return select(cls).where(cls.user_id == user_id, cls.dropped_at.is_(None))

    @hybrid_property
    def is_open(self) -> bool:
        """Whether it is to do: neither done nor dropped."""
        return self.done_on is None and self.dropped_at is None

    @is_open.inplace.expression
    @classmethod
    def _is_open(cls) -> ColumnElement[bool]:
        return cls.done_on.is_(None) & cls.dropped_at.is_(None)

    @hybrid_property
    def is_done(self) -> bool:
        """Whether it was done, and not dropped after that."""
        return self.done_on is not None and self.dropped_at is None

    @is_done.inplace.expression
    @classmethod
    def _is_done(cls) -> ColumnElement[bool]:
        return cls.done_on.is_not(None) & cls.dropped_at.is_(None)

    @classmethod
    def soonest_first(cls) -> tuple[ColumnElement[Any], ...]:
        """By the day it is planned for; those without a day last."""
        return cls.due_on.is_(None), cls.due_on.expression, cls.id.expression

    @classmethod
    def about(cls, application_id: int | SQLColumnExpression[int]) -> ColumnElement[bool]:
        """Those of an application, by where they came from or whose points they answer.

        Those dropped are left out; it may be another statement's column.
        """
        answering = (
            ActionPoint.answered()
            .with_only_columns(ActionPoint.action_id)
            .where(FeedbackPoint.application_id == application_id)
            .correlate_except(ActionPoint, FeedbackPoint)
        )
        mine = (cls.application_id == application_id) | cls.id.in_(answering)
        return mine & cls.dropped_at.is_(None)

    @classmethod
    def open(cls, user_id: int, just_done: Sequence[int] = ()) -> Select[Self]:
        """Those to do, the soonest first, those without a day last; with some done just now."""
        wanted = cls.is_open | cls.id.in_(just_done) if just_done else cls.is_open
        return cls.of(user_id).where(wanted).order_by(*cls.soonest_first())

    @classmethod
    def done(cls, user_id: int, after: DoneCursor | None = None) -> Select[Self]:
        """Those done, the latest first."""
        found = cls.of(user_id).where(cls.done_on.is_not(None))
        if after is not None:
            found = found.where(after.beyond(cls, descending=True))
        return found.order_by(cls.done_on.desc(), cls.id.desc())

    @classmethod
    def answering(cls, points: Iterable[int]) -> Select[int, Self]:
        """For each of these points, the actions that answer it: the point's number, the action."""
        return (
            select(ActionPoint.point_id, cls)
            .join(ActionPoint, ActionPoint.action_id == cls.id)
            .where(ActionPoint.point_id.in_(list(points)), cls.dropped_at.is_(None))
            .order_by(cls.id)
        )

    @classmethod
    def open_points(cls, application_id: int | SQLColumnExpression[int]) -> Select[FeedbackPoint]:
        """Points to improve that no action answers yet, in their order."""
        mine = FeedbackPoint.application_id == application_id
        return (
            select(FeedbackPoint)
            .where(mine, FeedbackPoint.is_to_improve, ~cls.answers_it())
            .order_by(FeedbackPoint.id)
        )

    @classmethod
    def answers_it(cls) -> ColumnElement[bool]:
        """Whether any that is not dropped answers the point of the statement around it."""
        return exists().where(
            ActionPoint.point_id == FeedbackPoint.id,
            ActionPoint.action_id == cls.id,
            cls.dropped_at.is_(None),
        )

    def origin(self, session: Session) -> Application | None:
        """The application that the lesson came from."""
        known = self.application_id
        return session.get(Application, known) if known is not None else None

    def applications(self) -> Select[Application]:
        """The other way round: those that it came from, or whose points it answers."""
        mine = behind(self, Application)
        return select(Application).where(mine).order_by(Application.id)

    @property
    def kind_label(self) -> str:
        """The kind's name on the screen."""
        return KINDS.get(self.kind, KINDS["other"])


def behind(action: Action | type[Action], card: type[Application]) -> ColumnElement[bool]:
    """Whether an application is one that an action came from, or whose points it answers."""
    answered = (
        ActionPoint.answered()
        .with_only_columns(FeedbackPoint.application_id)
        .where(ActionPoint.action_id == action.id)
        .correlate_except(ActionPoint, FeedbackPoint)
    )
    return (card.id == action.application_id) | card.id.in_(answered)
