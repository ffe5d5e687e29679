"""Waiting applications that have waited longer than this person's replies usually take."""

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Date, Select, bindparam, exists, func, select

from tracker.insights.figures.scope import USER, Scope, Shape
from tracker.models.application import Application, Stage
from tracker.models.interview import Interview
from tracker.values.days import days_after

SHOWN = 10


class OverdueApplication(NamedTuple):
    """One application that nobody has answered yet."""

    application_id: int
    company: str
    role: str
    applied_on: date
    days: int


class Overdue(NamedTuple):
    """Those beyond so many days, the ones that crossed it last first."""

    days: int | None
    """None where too few replies are known to say."""
    n: int
    shown: tuple[OverdueApplication, ...]


def read_overdue(scope: Scope, days: int | None) -> Overdue:
    """One statement, where there is anything to compare with."""
    if days is None:
        return Overdue(None, 0, ())
    rows = scope.rows(_beyond(scope.shape), since=days_after(scope.today, -days))
    shown = tuple(
        OverdueApplication(
            number, scope.mask.company(company), scope.mask.text(role), on, (scope.today - on).days
        )
        for number, company, role, on, _ in rows
    )
    return Overdue(days, rows[0][4] if rows else 0, shown)


@lru_cache
def _beyond(shape: Shape) -> Select[*tuple[Any, ...]]:
    beyond = (
        Application.user_id == USER,
        Application.stage == Stage.APPLIED,
        Application.live,
        Application.offer_received_on.is_(None),
        Application.applied_on < bindparam("since", type_=Date),
        ~exists().where(Interview.application_id == Application.id),
        *shape.within(Application.applied_on),
    )
    return (
        select(
            Application.id,
            Application.company,
            Application.role,
            Application.applied_on,
            select(func.count(Application.id)).where(*beyond).correlate(None).scalar_subquery(),
        )
        .where(*beyond)
        .order_by(Application.applied_on.desc(), Application.id.desc())
        .limit(SHOWN)
    )
