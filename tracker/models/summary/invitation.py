"""The day of the move to Interview, kept true as interviews change."""

from datetime import date, tzinfo

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.interview import Interview
from tracker.models.stage_change import StageChange, happened_on
from tracker.values.days import day_of


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
    on = invited_by(session, application, day_of(latest.recorded_at, zone), before)
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


def invited_by(session: Session, application: Application, on: date, since: date | None) -> date:
    """That day, or the first interview's where that was earlier, but not before `since`."""
    asked = {"application_id": application.id, "day": on, "since": since or date.min}
    return session.scalar(FIRST_HELD, asked) or on
