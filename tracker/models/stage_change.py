"""Moves between stages: the only way a stage changes.

A row is never taken away; only the day that it happened on may be told better afterwards.
"""

from datetime import date, datetime, tzinfo
from typing import Any, Self

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    ForeignKey,
    Index,
    Select,
    SQLColumnExpression,
    bindparam,
    exists,
    select,
    text,
)
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from tracker.models.application import Application, Stage
from tracker.models.base import Base, Owned, Word, belongs_to
from tracker.models.interview import Interview
from tracker.models.position import Placement
from tracker.models.user import User
from tracker.values.days import day_of

CALLED_BACK = "They got in touch after all"
"""What a move back to an open stage means."""


class StageChange(Owned, Base):
    """From one stage to the next, on which day, and when that was written down."""

    __tablename__ = "stage_changes"

    application_id: Mapped[int] = belongs_to("applications.id")
    before: Mapped[Word | None]
    """None for the first stage."""
    after: Mapped[Word]
    on: Mapped[date | None]
    """The day that it happened, often earlier than it was typed; None: not known."""
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
    def first(cls, application: Application, now: datetime, on: date | None) -> Self:
        """The stage that an application begins in."""
        application.stage_since = on
        return cls(
            user_id=application.user_id,
            application_id=application.id,
            before=None,
            after=application.stage,
            on=on,
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

    @hybrid_property
    def reopens(self) -> bool:
        """Whether it is one from an ended stage back to an open one."""
        return self.before not in (None, *Stage.OPEN) and self.after in Stage.OPEN

    @reopens.inplace.expression
    @classmethod
    def _reopens(cls) -> ColumnElement[bool]:
        return cls.before.not_in(Stage.OPEN) & cls.after.in_(Stage.OPEN)

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
        called = select(back.id).where(
            back.application_id == application_id,
            back.recorded_at > moment,
            back.reopens,
            back.undoes_id.is_(None),
            ~exists().where(undoing.undoes_id == back.id),
        )
        return called.correlate_except(back).exists()

    @classmethod
    def latest(cls, session: Session, application: Application) -> "StageChange | None":
        """The latest change, undoing ones included."""
        return session.scalar(cls.of(application).limit(1))

    @classmethod
    def in_force(cls, session: Session, application: Application) -> "StageChange | None":
        """The latest move that was not taken back, whatever was done and undone after it."""
        undoing = aliased(cls)
        undone = exists().where(undoing.undoes_id == cls.id)
        meant = cls.of(application).where(cls.undoes_id.is_(None), ~undone)
        return session.scalar(meant.limit(1))


def move(
    session: Session,
    application: Application,
    stage: Stage,
    now: datetime,
    place: Placement | None = None,
    undoes: StageChange | None = None,
) -> StageChange | None:
    """Move a card to a stage today, at a place (on top when none is given).

    Where it happened on another day, `happened_on` says so. A card that is moved to Interview after
    the interview was there by that day.

    Returns the change, or None where only the order within the column changed.
    """
    place = place or Placement()
    place_before = application.position
    application.position = place.position(session, application, stage)
    application.touch(now)
    if stage == application.stage:
        return None
    with session.no_autoflush:  # so that the card is written once
        on = day_of(now, User.zone_of(session, application.user_id))
        if stage == Stage.INTERVIEW and undoes is None:
            on = _invited_by(session, application, on, application.stage_since)
    change = StageChange(
        user_id=application.user_id,
        application_id=application.id,
        before=application.stage,
        after=stage,
        on=on,
        recorded_at=now,
        place_before=place_before,
        undoes_id=undoes.id if undoes else None,
    )
    session.add(change)
    application.stage = stage
    application.stage_since = on
    return change


def happened_on(
    session: Session, application: Application, stage: Stage, on: date | None
) -> StageChange | None:
    """Date the move that brought a card to the stage where it stands; None: nobody knows.

    Does nothing where it stands in another stage, or was put back there.
    """
    latest = StageChange.latest(session, application)
    if application.stage != stage or latest is None or latest.undoes_id is not None:
        return None
    if latest.after == stage and latest.before is not None and latest.on != on:
        latest.on = application.stage_since = on
        return latest
    return None


def invited(session: Session, application: Application, zone: tzinfo) -> None:
    """Interviews have changed: the move to Interview was not later than the first after it."""
    latest = StageChange.latest(session, application)
    if latest is None or latest.before is None or application.stage != Stage.INTERVIEW:
        return
    if latest.on is None or latest.undoes_id is not None:
        return
    before = session.scalar(
        StageChange.of(application).with_only_columns(StageChange.on).offset(1).limit(1)
    )
    on = _invited_by(session, application, day_of(latest.recorded_at, zone), before)
    happened_on(session, application, Stage.INTERVIEW, on)


FIRST_HELD = (
    select(Interview.on)
    .where(
        Interview.application_id == bindparam("application_id"),
        Interview.on < bindparam("day"),
        Interview.on >= bindparam("since"),
    )
    .order_by(Interview.on)
    .limit(1)
)
"""Put together once: every move to Interview asks it."""


def _invited_by(session: Session, application: Application, on: date, since: date | None) -> date:
    """That day, or the first interview's where that was earlier, but not before `since`."""
    asked = {"application_id": application.id, "day": on, "since": since or date.min}
    return session.scalar(FIRST_HELD, asked) or on


def undo(session: Session, application: Application, change: StageChange, now: datetime) -> None:
    """Put a card back where a change took it from, with the time in that stage as it was.

    Raises ValueError when the stage has changed since, there was none before, or it undid one.
    """
    latest = StageChange.in_force(session, application)
    before = change.before
    if latest is None or latest.id != change.id or before is None:
        raise ValueError("the stage has changed since")
    since = session.scalar(
        StageChange.of(application)
        .where(StageChange.id < change.id, StageChange.after == change.before)
        .limit(1)
    )
    move(session, application, Stage(before), now, undoes=change)
    application.stage_since = since.on if since else None
    if change.place_before is not None:
        application.position = change.place_before
