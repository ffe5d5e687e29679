"""Where the cards of an import stand in their columns."""

from array import array
from dataclasses import dataclass

from sqlalchemy import ColumnElement, bindparam, func, select, update
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.position import GAP
from tracker.models.imports import Import

AT_ONCE = 1_000
ROOM = 1 << 30
"""Positions stay below, in a column of any length."""


MOVE = (
    update(Application.__table__)  # type: ignore[arg-type]
    .where(Application.__table__.c.id == bindparam("card"))
    .values(position=bindparam("place"))
)
"""One statement for parts of any size: each other one would be kept once it was put together."""


@dataclass(frozen=True)
class Places:
    """Cards of one column in their order, the lowest first, and where they stand."""

    ids: "array[int]"
    lowest: int
    step: int

    def put(self, session: Session, start: int, count: int) -> None:
        """Move so many of them, from that one on; to move them again changes nothing."""
        part = enumerate(self.ids[start : start + count], start + 1)
        moved = [{"card": card, "place": self.lowest + n * self.step} for n, card in part]
        session.connection().execute(MOVE, moved)


def places(session: Session, brought: Import, stage: Stage) -> Places:
    """The newest on top of a column, below the cards that were there before."""
    column = (Application.user_id == brought.user_id, Application.stage == stage)
    by_age = (
        Application.applied_on.is_(None),
        Application.applied_on.desc(),
        Application.id.desc(),
    )
    mine = select(Application.id).where(*column, Application.import_id == brought.id)
    found = session.scalars(mine.order_by(*by_age).execution_options(yield_per=AT_ONCE))
    ids = array("q", found)
    others = select(func.max(Application.position)).where(
        *column, Application.live, ~_is_of(brought)
    )
    lowest = session.scalar(others) or 0
    return Places(ids, lowest, min(GAP, max(1, (ROOM - max(0, lowest)) // (len(ids) + 1))))


def _is_of(brought: Import) -> ColumnElement[bool]:
    """Of this import; a card of no import is not."""
    return func.coalesce(Application.import_id, 0) == brought.id
