"""The silent ones: those that have waited longer than this person's replies usually take."""

from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import Select, func, select

from tracker.insights.figures.flows import quiet
from tracker.insights.figures.flows_sql import NOW, QUIET
from tracker.insights.figures.scope import USER, Scope, Shape
from tracker.models.application import Application
from tracker.models.reads.standing import AsOf, Standing, standing

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

    days: int
    n: int
    shown: tuple[OverdueApplication, ...]


def read_overdue(scope: Scope, days: int) -> Overdue:
    """One statement."""
    rows = scope.rows(_beyond(scope.shape), **quiet(scope, days))
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
        Application.deleted_at.is_(None),
        Application.applied_on < QUIET,
        standing(AsOf(NOW, QUIET)) == Standing.SILENT.value,
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
