"""Whether what applications keep twice is the same both times."""

from datetime import datetime
from zoneinfo import ZoneInfo

from sqlalchemy import func, or_, select, union
from sqlalchemy.orm import Session

from tracker.loop.facts import Facts
from tracker.loop.stage import Stage
from tracker.loop.today_rank import today_place
from tracker.loop.wake import wakes_at
from tracker.models import (
    Action,
    Application,
    Base,
    Feedback,
    FeedbackPoint,
    Interview,
    Offer,
    Rejection,
    StageChange,
    User,
)
from tracker.models.summary import NOTHING, Summary, facts_of, summary_of
from tracker.values.lived_zone import lived_zone

AT_ONCE = 500
SUMMED = (Interview, Offer, Rejection, Action, Feedback, FeedbackPoint)
"""What a summary is made from; most applications have neither."""
TURNS = (
    *("next_interview_at", "next_interview_hour_known", "next_interview_is_test"),
    *("unreviewed_interview_at", "ask_next", "ask_turns_on"),
)
"""What time alone changes."""


def other_stages(session: Session) -> list[int]:
    """Those whose stage is not the one that their history ends with."""
    latest = (
        select(
            StageChange.application_id,
            StageChange.after,
            func.row_number()
            .over(
                partition_by=StageChange.application_id,
                order_by=(StageChange.recorded_at.desc(), StageChange.id.desc()),
            )
            .label("age"),
        )
    ).subquery()
    return list(
        session.scalars(
            select(Application.id)
            .outerjoin(latest, (latest.c.application_id == Application.id) & (latest.c.age == 1))
            .where(or_(latest.c.after.is_(None), latest.c.after != Application.stage))
            .order_by(Application.id)
        )
    )


def other_owners(session: Session) -> list[int]:
    """Those that something of another person's hangs on."""
    found: set[int] = set()
    for table in Base.metadata.tables.values():
        if {"user_id", "application_id"} <= set(table.columns.keys()):
            found.update(
                session.scalars(
                    select(Application.id)
                    .join(table, table.c.application_id == Application.id)
                    .where(table.c.user_id != Application.user_id)
                )
            )
    return sorted(found)


def untrue_summaries(session: Session, now: datetime) -> list[int]:
    """Those whose summary is not what their rows add up to; being due for a sweep is fine."""
    each = (
        select(Application, User.time_zone, User.former_zones)
        .join(User, User.id == Application.user_id)
        .order_by(Application.id)
        .execution_options(yield_per=AT_ONCE, populate_existing=True)
    )
    tells = (StageChange.after == Stage.INTERVIEW) | StageChange.reopens
    moved = select(StageChange.application_id).where(tells)
    beside = [select(row.application_id) for row in SUMMED]
    summed = set(session.scalars(union(*beside, moved)))
    wrong = []
    for application, zone, stays in session.execute(each):
        has_rows = application.id in summed
        place = lived_zone(zone, stays or ())
        summary = summary_of(session, application, now, place) if has_rows else NOTHING
        if not is_true(application, summary, now, place):
            wrong.append(application.id)
        session.expunge(application)
    return wrong


def is_true(application: Application, summary: Summary, now: datetime, zone: ZoneInfo) -> bool:
    """Whether the columns say what the rows do."""
    kept = {name: getattr(application, name) for name in summary.columns()}
    expected = summary.columns()
    if _due(application, now):
        for name in TURNS:
            kept.pop(name), expected.pop(name)
    elif (application.wake_at, application.today_place) != _decided(
        application, summary, now, zone
    ):
        return False
    pinned = application.offer_open and application.live
    return kept == expected and application.pinned == pinned


def _due(application: Application, now: datetime) -> bool:
    """Whether time alone has changed it, which the next look at the board sweeps."""
    moments = (application.wake_at, application.next_interview_at)
    return any(moment is not None and moment <= now for moment in moments)


def _decided(
    application: Application, summary: Summary, now: datetime, zone: ZoneInfo
) -> tuple[datetime | None, int | None]:
    if application.deleted_at is not None:
        return None, None
    known = {name: value for name, value in summary.columns().items() if name in Facts._fields}
    facts = facts_of(application)._replace(**known)
    return wakes_at(facts, now, zone), today_place(facts, now, zone)
