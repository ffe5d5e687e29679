"""When time alone changes a next step."""

from datetime import datetime

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from tracker.models.application import Application

NEXT_WAKING = (
    select(Application.wake_at)
    .where(Application.user_id == bindparam("user_id"), Application.wake_at.is_not(None))
    .order_by(Application.wake_at)
    .limit(1)
)


def next_waking(session: Session, user_id: int) -> datetime | None:
    """The earliest moment at which time alone changes a next step of this person's."""
    return session.connection().scalar(NEXT_WAKING, {"user_id": user_id})
