"""What a reminder may tell of: interviews of two days, and next steps that are due."""

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import bindparam, func, or_, select
from sqlalchemy.orm import Session

from tracker.loop.next_step import next_step
from tracker.loop.quiet_days import quiet_since, silent_from
from tracker.loop.reminders.things import About, Thing
from tracker.loop.today_rank import BY_KIND, DUE
from tracker.models.application import Application
from tracker.models.interview import Interview, done_alone
from tracker.models.reads.due_actions import DUE_ACTIONS_ALL
from tracker.models.reads.today import ROW, TodayRow, within
from tracker.models.summary import facts_in
from tracker.values.days import day_of, days_after

MOST = 200
MINE = Application.user_id == bindparam("user_id")


DUE_ROWS = (
    select(*ROW)
    .where(
        MINE,
        or_(within(DUE), within(BY_KIND["follow_up"])),
        Application.live,
    )
    .order_by(Application.today_place, Application.id)
    .limit(MOST)
)
INTERVIEWS = (
    select(
        Interview.id,
        Interview.on,
        Interview.starts_at,
        Interview.hour_known,
        func.coalesce(Interview.updated_at, Interview.created_at),
        Application.company,
        Application.role,
        Application.id,
        Interview.kind,
    )
    .join(Application, Application.id == Interview.application_id)
    .where(
        MINE,
        Interview.on.between(bindparam("first"), bindparam("last")),
        Interview.stands(),
        Application.live,
        Application.expecting,
        or_(Application.rest_until.is_(None), Application.rest_until <= bindparam("now")),
    )
    .order_by(Interview.starts_at, Interview.id)
    .limit(MOST)
)


def reminder_things(session: Session, user_id: int, now: datetime, zone: ZoneInfo) -> list[Thing]:
    """All of one person, as of now; what rests, is archived or deleted is not among it."""
    return [
        *_interviews(session, user_id, now, zone),
        *_steps(session, user_id, now, zone),
        *_actions(session, user_id, day_of(now, zone)),
    ]


def _interviews(session: Session, user_id: int, now: datetime, zone: ZoneInfo) -> Iterator[Thing]:
    """A day wider on both sides: by its hour, one may be on another day where somebody is now."""
    today = day_of(now, zone)
    span = {"first": days_after(today, -1), "last": days_after(today, 2)}
    rows: Any = session.execute(INTERVIEWS, {"user_id": user_id, "now": now, **span})
    for number, on, at, hour_known, known, company, role, card, kind in rows:
        when = at if hour_known else None
        day: date = day_of(when, zone) if when is not None else on
        place = f"/applications/{card}/interviews/coming"
        name, test = company or role, done_alone(kind, hour_known)
        yield Thing(About.INTERVIEW, number, day, name, place, when, known, test)


def _steps(session: Session, user_id: int, now: datetime, zone: ZoneInfo) -> Iterator[Thing]:
    for row in session.execute(DUE_ROWS, {"user_id": user_id}):
        thing = _step(row, now, zone)
        if thing is not None:
            yield thing


def _step(row: TodayRow, now: datetime, zone: ZoneInfo) -> Thing | None:
    facts, today = facts_in(row), day_of(now, zone)
    step, name = next_step(facts, now, zone), row.company or row.role
    place = step.href(row.id) or ""
    if step.kind == "nudge":
        return Thing(About.NUDGE, row.id, facts.ask_turns_on or today, name, place)
    if step.kind == "follow_up":
        since = quiet_since(facts, zone)
        on = day_of(silent_from(since, facts, zone), zone) if since else today
        return Thing(About.FOLLOW_UP, row.id, on, name, place)
    if step.kind == "answer_offer":
        by = facts.offer_answer_by
        if by is not None and by <= days_after(today, 1):
            return Thing(About.OFFER_BY, row.id, by, name, place)
        return Thing(About.OFFER, row.id, facts.stage_since or today, name, place)
    return None


def _actions(session: Session, user_id: int, today: date) -> Iterator[Thing]:
    """Planned things whose day has come; of a card that stands, only where that is its next step.

    One that answers what an archived application taught is a plan of its own.
    """
    doing = set(
        session.scalars(
            select(Application.id).where(MINE, within(BY_KIND["do_action"]), Application.live),
            {"user_id": user_id},
        )
    )
    rows = session.execute(DUE_ACTIONS_ALL, {"user_id": user_id, "today": today})
    for row in rows:
        if row.alone or row.application_id in doing:
            on = row.due_on or today
            yield Thing(About.ACTION, row.id, on, row.what, f"/actions/{row.id}")
