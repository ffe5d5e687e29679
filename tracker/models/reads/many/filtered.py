"""Whom a filter shows among what stands on the board, to be changed many at once."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from sqlalchemy import SQLColumnExpression, func, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.reads.filters import TableFilters
from tracker.models.reads.listing import TAG_NAMES
from tracker.models.reads.standing import AsOf, standing

ORDER = (Application.applied_on.desc().nulls_last(), Application.id.desc())


class ChosenRow(NamedTuple):
    """One of them."""

    id: int
    role: str
    company: str
    stage: str
    ending: str | None
    applied_on: date | None
    standing: str
    tags: str | None


COLUMNS = (
    Application.id,
    Application.role,
    Application.company,
    Application.stage,
    Application.ending,
    Application.applied_on,
)
AT_ONCE = 500
"""A statement holds only so many numbers."""


def _mine(
    session: Session, user_id: int, filters: TableFilters, moment: AsOf | None
) -> list[SQLColumnExpression[bool]]:
    return [
        Application.user_id == user_id,
        Application.live,
        *filters.conditions(session, user_id, moment),
    ]


def first_rows(
    session: Session, user_id: int, filters: TableFilters, moment: AsOf, most: int
) -> list[ChosenRow]:
    """The first of them, the latest applied for on top."""
    return _rows(session, moment, _mine(session, user_id, filters, moment), most)


def these_rows(
    session: Session, user_id: int, ids: Collection[int], moment: AsOf, most: int
) -> list[ChosenRow]:
    """The first of these, wherever they stand by now, but for the bin."""
    mine = Application.user_id == user_id
    found: list[ChosenRow] = []
    for some in parts(list(ids)):
        here = [mine, Application.deleted_at.is_(None), Application.id.in_(some)]
        found += _rows(session, moment, here, most - len(found))
        if len(found) >= most:
            break
    return found


def _rows(
    session: Session, moment: AsOf, wanted: Sequence[SQLColumnExpression[bool]], most: int
) -> list[ChosenRow]:
    columns = (*COLUMNS, standing(moment), TAG_NAMES)
    found = select(*columns).where(*wanted).order_by(*ORDER).limit(most)
    return [ChosenRow(*row) for row in session.execute(found)]


class FilteredRows(NamedTuple):
    """All that a filter shows now: the numbers, and how many of them were changed meanwhile."""

    ids: list[int]
    meanwhile: int


def read_filtered(
    session: Session,
    user_id: int,
    filters: TableFilters,
    moment: AsOf | None,
    seen_at: datetime,
) -> FilteredRows:
    """Those changed after the page was made are nobody's choice: they are counted, no more."""
    wanted: Any = select(Application.id, Application.updated_at > seen_at)
    rows = session.execute(
        wanted.where(*_mine(session, user_id, filters, moment)).order_by(*ORDER)
    ).all()
    return FilteredRows([row[0] for row in rows if not row[1]], sum(bool(row[1]) for row in rows))


def how_many_of(session: Session, user_id: int, ids: Collection[int]) -> int:
    """How many of these are the person's own, the bin included."""
    found = 0
    for some in parts(list(ids)):
        found += (
            session.scalar(
                select(func.count()).where(Application.user_id == user_id, Application.id.in_(some))
            )
            or 0
        )
    return found


def parts(ids: Sequence[int]) -> Iterator[Sequence[int]]:
    """A few hundred at a time."""
    return (ids[start : start + AT_ONCE] for start in range(0, len(ids), AT_ONCE))
