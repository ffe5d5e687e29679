"""Nothing more today: after a no, a whole day rests with it."""

from datetime import datetime

from sqlalchemy import delete
from sqlalchemy.orm import Session

from tracker.loop.rest import morning
from tracker.models.application import Application
from tracker.models.changes.rest import rest
from tracker.models.reads.day_rest import DAY_RESTS
from tracker.models.server.idempotency_key import IdempotencyKey
from tracker.models.user import User
from tracker.values.days import day_of, days_after


def rest_day(session: Session, application: Application, now: datetime, user: User) -> None:
    """The day rests, and that no at least as long; a longer pause stays."""
    today = day_of(now, user.zone)
    until = morning(days_after(today, 1), user.zone, user.morning_hour)
    if application.rest_until is None or application.rest_until < until:
        rest(session, application, until, now, user)
    open_day(session, user)
    key = {"key": f"{today}", "route": DAY_RESTS, "body_hash": ""}
    IdempotencyKey.spend(session, now, user_id=user.id, result_id=application.id, **key)


def open_day(session: Session, user: User) -> None:
    """All of Today again; the pause of the no stays as it is."""
    mine = IdempotencyKey.user_id == user.id, IdempotencyKey.route == DAY_RESTS
    session.execute(delete(IdempotencyKey).where(*mine))
