"""What comes, by its day: interviews, openings that close, and what an email asks for."""

from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    Boolean,
    Date,
    DateTime,
    Row,
    Select,
    bindparam,
    cast,
    literal,
    null,
    select,
    union_all,
)

from tracker.loop.by_email import DO_THE_TEST
from tracker.loop.stage import Stage
from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.lead import Lead
from tracker.models.reads.due_actions import ASKED

MOST = 5
"""Of each kind."""
SOON = timedelta(days=14)
"""Within which an opening closes."""
CLOSING = timedelta(days=3)
"""Within which it stands among what is to be done."""
ComingRow = Row[str, int, str, str, datetime | None, bool, bool, date | None]
MINE = Application.user_id == bindparam("user_id")
AHEAD = (
    select(
        Application.id,
        Application.role,
        Application.company,
        Application.next_interview_at,
        Application.next_interview_hour_known,
        Application.next_interview_is_test,
    )
    .where(
        MINE,
        Application.next_interview_at > bindparam("now"),
        Application.live,
        Application.expecting,
    )
    .order_by(Application.next_interview_at, Application.id)
    .limit(MOST)
)
FROM, TO = bindparam("today", type_=Date), bindparam("last_day", type_=Date)
CLOSES = (
    select(Lead.id, Lead.role, Lead.company, Lead.closes_on)
    .where(
        Lead.user_id == bindparam("user_id"),
        Lead.application_id.is_(None),
        Lead.deleted_at.is_(None),
        Lead.closes_on.between(FROM, TO),
    )
    .order_by(Lead.closes_on, Lead.id)
)
ASKED_FOR = (
    select(Action.id, Action.what, Application.company, Action.due_on)
    .join(Application, Application.id == Action.application_id)
    .where(
        Action.user_id == bindparam("user_id"),
        Action.due_on > FROM,
        Action.due_on <= TO,
        Action.is_open,
        ~Action.what.startswith(DO_THE_TEST),  # that stands among the interviews
        Application.live,
        Application.stage.in_(Stage.OPEN),  # after a no nobody waits for it
        ASKED,
    )
    .order_by(Action.due_on, Action.id)
)
"""For a later day; those of today stand above."""


def _by_day(kind: str, rows: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    found = rows.subquery()
    number, role, company, on = found.c
    at, known = cast(null(), DateTime), cast(null(), Boolean)
    return select(literal(kind), number, role, company, at, known, known, on.label("on"))


_INTERVIEWS = AHEAD.subquery()
COMING = union_all(
    select(literal("interview").label("kind"), *_INTERVIEWS.c, cast(null(), Date).label("on")),
    _by_day("lead", CLOSES.limit(MOST)),
    _by_day("asked", ASKED_FOR.limit(MOST)),
)
ALL_CLOSING = _by_day("lead", CLOSES.limit(bindparam("most")))
"""Openings alone, as many as are asked for."""
