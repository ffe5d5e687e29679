"""What comes, by its day: interviews, and openings that close."""

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

from tracker.models.application import Application
from tracker.models.lead import Lead

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


def _closing(kind: str, rows: Select[*tuple[Any, ...]]) -> Select[*tuple[Any, ...]]:
    found = rows.subquery()
    number, role, company, on = found.c
    at, known = cast(null(), DateTime), cast(null(), Boolean)
    return select(literal(kind), number, role, company, at, known, known, on.label("on"))


_INTERVIEWS = AHEAD.subquery()
COMING = union_all(
    select(literal("interview").label("kind"), *_INTERVIEWS.c, cast(null(), Date).label("on")),
    _closing("lead", CLOSES.limit(MOST)),
)
ALL_CLOSING = _closing("lead", CLOSES.limit(bindparam("most")))
"""Openings alone, as many as are asked for."""
