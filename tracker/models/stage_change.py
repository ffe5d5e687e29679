"""Moves between stages: the only way a stage changes.

A row is never taken away; only the day that it happened on may be told better afterwards.
"""

from datetime import date, datetime
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
from sqlalchemy.ext.hybrid import hybrid_property
from sqlalchemy.orm import Mapped, Session, aliased, mapped_column

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.base import Base, Owned, Word, belongs_to

CALLED_BACK = "They got in touch after all"
"""What a move back to an open stage means where something of theirs came."""
PUT_BACK = "You put it back"
"""And where nothing did."""


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
        return session.scalar(cls.meant(application).limit(1))

    @classmethod
    def meant(cls, application: Application) -> Select[Self]:
        """The moves that were not taken back, the latest first; what undid others is none."""
        undoing = aliased(cls)
        undone = exists().where(undoing.undoes_id == cls.id)
        return cls.of(application).where(cls.undoes_id.is_(None), ~undone)


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
