"""What was planned with the email that brought an interview, or moved it: it lasts as long as that.

"Confirm the interview with Banksia" was kept at the very moment at which the interview was.
"""

from collections.abc import Collection, Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.interview import Interview

Moment = tuple[int, datetime]


def plan_moments(rows: Iterable[Interview]) -> set[Moment]:
    """When something may have been planned for them; ask before they change."""
    return {
        (row.application_id, at)
        for row in rows
        for at in (row.created_at, row.updated_at)
        if at is not None
    }


def drop_plans(session: Session, moments: Collection[Moment], now: datetime) -> int:
    """None of what is still to do is asked for any more; says how many that are."""
    dropped = 0
    for action in _open_at(session, moments):
        action.dropped_at = now
        action.touch(now)
        dropped += 1
    return dropped


def restore_plans(session: Session, rows: Iterable[Interview], now: datetime) -> list[datetime]:
    """What was dropped at the moment at which these were called off; ask before they change.

    Says when each was planned.
    """
    moments = {(row.application_id, row.updated_at) for row in rows if row.updated_at}
    return [
        planned
        for application_id, at in moments
        for planned in restore_dropped(session, application_id, at, now)
    ]


def restore_dropped(
    session: Session, application_id: int, at: datetime, now: datetime
) -> list[datetime]:
    """What was dropped at that very moment is to do again; says when each was planned."""
    then = Action.application_id == application_id, Action.dropped_at == at
    found = session.scalars(select(Action).where(*then)).all()
    for action in found:
        action.dropped_at = None
        action.touch(now)
    return [action.created_at for action in found]


def _open_at(session: Session, moments: Collection[Moment]) -> list[Action]:
    if not moments:
        return []
    found = select(Action).where(
        Action.is_open,
        Action.application_id.in_({number for number, _ in moments}),
        Action.created_at.in_({at for _, at in moments}),
    )
    each = session.scalars(found).all()
    return [row for row in each if (row.application_id, row.created_at) in moments]


__all__ = ["drop_plans", "plan_moments", "restore_dropped", "restore_plans"]
