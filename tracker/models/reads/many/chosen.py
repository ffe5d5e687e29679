"""Whom a filter shows among what stands on the board, to be changed many at once."""

from collections.abc import Collection
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import SQLColumnExpression, func, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.reads.filters import TableFilters
from tracker.models.reads.standing import AsOf

ORDER = (Application.applied_on.desc().nulls_last(), Application.id.desc())


class ChosenRow(NamedTuple):
    """One of them."""

    id: int
    role: str
    company: str
    stage: str
    ending: str | None
    applied_on: date | None


COLUMNS = (
    Application.id,
    Application.role,
    Application.company,
    Application.stage,
    Application.ending,
    Application.applied_on,
)


def _mine(
    session: Session, user_id: int, filters: TableFilters, moment: AsOf | None
) -> list[SQLColumnExpression[bool]]:
    return [
        Application.user_id == user_id,
        Application.live,
        *filters.conditions(session, user_id, moment),
    ]


def first_rows(
    session: Session, user_id: int, filters: TableFilters, moment: AsOf | None, most: int
) -> list[ChosenRow]:
    """The first of them, the latest applied for on top."""
    wanted = select(*COLUMNS).where(*_mine(session, user_id, filters, moment)).order_by(*ORDER)
    return [ChosenRow(*row) for row in session.execute(wanted.limit(most))]


class Shown(NamedTuple):
    """All that a filter shows now: the numbers, and how many of them were changed meanwhile."""

    ids: list[int]
    meanwhile: int


def shown(
    session: Session,
    user_id: int,
    filters: TableFilters,
    moment: AsOf | None,
    seen_at: datetime,
) -> Shown:
    """Those changed after the page was made are nobody's choice: they are counted, no more."""
    wanted: Any = select(Application.id, Application.updated_at > seen_at)
    rows = session.execute(
        wanted.where(*_mine(session, user_id, filters, moment)).order_by(*ORDER)
    ).all()
    return Shown([row[0] for row in rows if not row[1]], sum(bool(row[1]) for row in rows))


def how_many_of(session: Session, user_id: int, ids: Collection[int]) -> int:
    """How many of these are the person's own, the bin included."""
    listed, found = list(ids), 0
    for start in range(0, len(listed), 500):
        some = listed[start : start + 500]
        found += (
            session.scalar(
                select(func.count()).where(Application.user_id == user_id, Application.id.in_(some))
            )
            or 0
        )
    return found
