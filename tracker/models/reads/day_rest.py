"""Whether a day rests: *Nothing more today* was said, and the no that it was said of is paused.

It is spent like the key of a form, one a day: no fact of its own to export, and gone in a week.
What ends the pause (an Undo, a step of one's own, its hour) ends the day's rest as well.
"""

from datetime import date, datetime

from sqlalchemy import bindparam, func, select
from sqlalchemy.orm import Session

from tracker.loop.rest import day_rest_end
from tracker.models.application import Application
from tracker.models.server.idempotency_key import IdempotencyKey
from tracker.models.user import User

DAY_RESTS = "nothing more today"
RESTED_ON = (
    select(func.max(IdempotencyKey.key))
    .join(Application, Application.id == IdempotencyKey.result_id)
    .where(
        IdempotencyKey.user_id == bindparam("user_id"),
        IdempotencyKey.route == DAY_RESTS,
        Application.rest_until > bindparam("now"),
        Application.deleted_at.is_(None),
    )
)
"""The day of which it was said, for whoever asks other things as well."""


def day_rests_until(session: Session, user: User, now: datetime) -> datetime | None:
    """When all of Today is back; None where nothing holds it."""
    rested_on = session.connection().scalar(RESTED_ON, {"user_id": user.id, "now": now})
    return end_of(rested_on, user, now)


def end_of(rested_on: str | None, user: User, now: datetime) -> datetime | None:
    """The same, of a day that was read already."""
    if rested_on is None:
        return None
    return day_rest_end(date.fromisoformat(rested_on), now, user.zone, user.morning_hour)
