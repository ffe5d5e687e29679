"""Where the cards of an import stand in their columns."""

from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.orm import Session

from tracker.models.application import Application, Stage
from tracker.models.imports import Import
from tracker.models.position import GAP

ROOM = 1 << 30
"""Positions stay below, in a column of any length."""


def position_cards(session: Session, brought: Import, stage: Stage) -> None:
    """The newest on top of a column, below the cards that were there before."""
    column = (Application.user_id == brought.user_id, Application.stage == stage)
    ours = Application.import_id == brought.id
    count = session.scalar(select(func.count()).where(*column, ours)) or 0
    if not count:
        return
    others = select(func.max(Application.position)).where(
        *column, Application.live, ~_is_of(brought)
    )
    lowest = session.scalar(others) or 0
    step = min(GAP, max(1, (ROOM - max(0, lowest)) // (count + 1)))
    by_age = (
        Application.applied_on.is_(None),
        Application.applied_on.desc(),
        Application.id.desc(),
    )
    place = (func.row_number().over(order_by=by_age) * step + lowest).label("place")
    order = select(Application.id, place).where(*column, ours).subquery()
    session.execute(
        update(Application)
        .values(position=order.c.place)
        .where(Application.id == order.c.id)
        .execution_options(synchronize_session=False)
    )


def _is_of(brought: Import) -> ColumnElement[bool]:
    """Of this import; a card of no import is not."""
    return func.coalesce(Application.import_id, 0) == brought.id
