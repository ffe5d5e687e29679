"""Waiting applications that have waited longer than this person's replies usually take."""

from datetime import date
from typing import NamedTuple

from sqlalchemy import exists, func, select

from tracker.days import days_after
from tracker.insights.scope import Scope
from tracker.models.application import Application, Stage
from tracker.models.interview import Interview

SHOWN = 10


class Waiting(NamedTuple):
    """One application that nobody has answered yet."""

    application_id: int
    company: str
    role: str
    applied_on: date
    days: int


class Beyond(NamedTuple):
    """Those beyond so many days, the ones that crossed it last first."""

    days: int | None
    """None where too few replies are known to say."""
    n: int
    shown: tuple[Waiting, ...]


def read_beyond(scope: Scope, days: int | None) -> Beyond:
    """One statement, where there is anything to compare with."""
    if days is None:
        return Beyond(None, 0, ())
    rows = scope.session.execute(
        select(
            Application.id,
            Application.company,
            Application.role,
            Application.applied_on,
            func.count().over(),
        )
        .where(
            Application.user_id == scope.user.id,
            Application.stage == Stage.APPLIED,
            Application.archived_at.is_(None),
            Application.deleted_at.is_(None),
            Application.offer_received_on.is_(None),
            Application.applied_on < days_after(scope.today, -days),
            ~exists().where(Interview.application_id == Application.id),
            *scope.within(Application.applied_on),
        )
        .order_by(Application.applied_on.desc(), Application.id.desc())
        .limit(SHOWN)
    ).all()
    shown = tuple(
        Waiting(
            number, scope.mask.company(company), scope.mask.text(role), on, (scope.today - on).days
        )
        for number, company, role, on, _ in rows
        if on is not None
    )
    return Beyond(days, rows[0][4] if rows else 0, shown)
