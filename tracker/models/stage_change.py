"""Moves between stages: the only way a stage changes, and never rewritten."""

from datetime import datetime
from typing import Any, Self

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    SQLColumnExpression,
    exists,
    select,
    text,
)
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from tracker.models.application import Application, Stage
from tracker.models.base import Base, Owned, Word, belongs_to
from tracker.models.position import Placement


class StageChange(Owned, Base):
    """From one stage to the next, when (None: an undated past), append-only."""

    __tablename__ = "stage_changes"

    application_id: Mapped[int] = belongs_to("applications.id")
    before: Mapped[Word | None]
    """None for the first stage."""
    after: Mapped[Word]
    at: Mapped[datetime | None]
    recorded_at: Mapped[datetime]
    place_before: Mapped[int | None] = mapped_column(BigInteger)
    """The card's position before the move, for an undo."""
    undoes_id: Mapped[int | None] = mapped_column(
        ForeignKey("stage_changes.id", ondelete="SET NULL")
    )

    __table_args__ = (
        Index(
            "ix_stage_changes_undoes_id",
            "undoes_id",
            sqlite_where=text("undoes_id IS NOT NULL"),
        ),
    )

    @property
    def before_label(self) -> str:
        """The earlier stage's name on the screen."""
        return Stage(self.before).label if self.before else ""

    @property
    def after_label(self) -> str:
        """The later stage's name on the screen."""
        return Stage(self.after).label

    @classmethod
    def first(cls, application: Application, now: datetime, at: datetime | None) -> Self:
        """The stage that an application begins in."""
        application.stage_since = at
        return cls(
            user_id=application.user_id,
            application_id=application.id,
            before=None,
            after=application.stage,
            at=at,
            recorded_at=now,
        )

    @classmethod
    def of(cls, application: Application) -> Select[Self]:
        """An application's history, the latest first."""
        return (
            select(cls)
            .where(cls.application_id == application.id)
            .order_by(cls.recorded_at.desc(), cls.id.desc())
        )

    @classmethod
    def reopened_after(
        cls,
        application_id: int | SQLColumnExpression[int],
        moment: datetime | SQLColumnExpression[Any],
    ) -> ColumnElement[bool]:
        """Whether they called after all once this was written down: a move back that was meant.

        Both may be columns of the statement around it.
        """
        back, undoing = aliased(cls), aliased(cls)
        return exists().where(
            back.application_id == application_id,
            back.recorded_at > moment,
            back.before.not_in(Stage.OPEN),
            back.after.in_(Stage.OPEN),
            back.undoes_id.is_(None),
            ~exists().where(undoing.undoes_id == back.id),
        )

    @classmethod
    def latest(cls, session: Session, application: Application) -> "StageChange | None":
        """The latest change, undoing ones included."""
        return session.scalar(cls.of(application).limit(1))


def move(
    session: Session,
    application: Application,
    stage: Stage,
    now: datetime,
    place: Placement | None = None,
    undoes: StageChange | None = None,
) -> StageChange | None:
    """Move a card to a stage, at a place (on top when none is given).

    Returns the change, or None where only the order within the column changed.
    """
    place = place or Placement()
    place_before = application.position
    application.position = place.position(session, application, stage)
    application.touch(now)
    if stage == application.stage:
        return None
    change = StageChange(
        user_id=application.user_id,
        application_id=application.id,
        before=application.stage,
        after=stage,
        at=now,
        recorded_at=now,
        place_before=place_before,
        undoes_id=undoes.id if undoes else None,
    )
    session.add(change)
    application.stage = stage
    application.stage_since = now
    return change


def undo(session: Session, application: Application, change: StageChange, now: datetime) -> None:
    """Put a card back where a change took it from, with the time in that stage as it was.

    Raises ValueError when the stage has changed since, or there was none before.
    """
    latest = StageChange.latest(session, application)
    if latest is None or latest.id != change.id or change.before is None:
        raise ValueError("the stage has changed since")
    since = session.scalar(
        StageChange.of(application)
        .where(StageChange.id < change.id, StageChange.after == change.before)
        .limit(1)
    )
    move(session, application, Stage(change.before), now, undoes=change)
    application.stage_since = since.at if since else None
    if change.place_before is not None:
        application.position = change.place_before
