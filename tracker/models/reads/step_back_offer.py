"""Offering a step back, and what one reads; few statements, however much there is."""

from datetime import date, datetime
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import (
    BindParameter,
    Date,
    bindparam,
    cast,
    false,
    func,
    literal,
    null,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from tracker.loop.outcome import Outcome as Ending
from tracker.loop.stage import Stage
from tracker.loop.step_back import IN_A_ROW, WINDOW, EndedApplication, in_a_row
from tracker.models.application import Application
from tracker.models.base import UtcDateTime
from tracker.models.interview import Interview
from tracker.models.rejection import Rejection
from tracker.models.step_back import StepBack
from tracker.values.days import FIRST_MOMENT, day_of, days_after, start_of

USER: BindParameter[int] = bindparam("user_id")
FLOOR: BindParameter[date] = bindparam("floor")
FAR: BindParameter[datetime] = bindparam("far")


LAST = (
    select(func.max(func.coalesce(StepBack.ended_at, StepBack.put_off_at)))
    .where(StepBack.user_id == USER)
    .scalar_subquery()
)
SINCE = func.coalesce(LAST, literal(FIRST_MOMENT, UtcDateTime()))
NO_DAY, NO_MOMENT = cast(null(), Date), cast(null(), UtcDateTime())
LOOKS = select(func.max(StepBack.id), NO_DAY, LAST, false()).where(
    StepBack.user_id == USER, StepBack.ended_at.is_(None), StepBack.put_off_at.is_(None)
)
NOES = (
    select(Application.id, Rejection.on, Rejection.created_at, Application.interviewed)
    .join(Application, Application.id == Rejection.application_id)
    .where(
        Rejection.user_id == USER,
        Rejection.on >= FLOOR,
        Rejection.created_at > SINCE,
        Application.deleted_at.is_(None),
    )
    .order_by(Rejection.on.desc(), Rejection.id.desc())
    .limit(IN_A_ROW)
)
CLOSED = (
    select(
        Application.id, Application.archived_on, Application.archived_at, Application.interviewed
    )
    .where(
        Application.user_id == USER,
        Application.updated_at >= FAR,
        Application.archived_on >= FLOOR,
        Application.archived_at > SINCE,
        Application.archived_at >= FAR,
        Application.outcome.in_((Ending.LOOP_CLOSED, Ending.ROLE_CLOSED)),
        Application.rejection_recorded.is_(False),
        Application.deleted_at.is_(None),
    )
    .order_by(Application.updated_at.desc())
    .limit(IN_A_ROW)
)
# Put together once: doing so for each page takes longer than the database does to answer.
LATEST: Any = union_all(*(select(each.subquery()) for each in (LOOKS, NOES, CLOSED)))
TALKED: Any = (
    select(func.max(Interview.starts_at))
    .join(Application, Application.id == Interview.application_id)
    .where(
        Interview.user_id == USER,
        Interview.stands(),
        Application.stage == Stage.INTERVIEW,
        Application.live,
    )
)


class StepBackOffer(NamedTuple):
    """Why a step back is on the page: one is under way, or so many outcomes came in a row."""

    under_way: int | None
    in_a_row: int = 0


def read_step_back_offer(
    session: Session, user_id: int, now: datetime, zone: ZoneInfo, ahead: bool = False
) -> StepBackOffer | None:
    """The offer, where there is one to make; where an interview lies ahead, there is none."""
    connection, mine = session.connection(), {"user_id": user_id}
    today = day_of(now, zone)
    floor = days_after(today, -WINDOW)
    asked = mine | {"floor": floor, "far": start_of(floor, zone)}
    (under_way, _, last, _), *rows = connection.execute(LATEST, asked).all()
    if under_way is not None:
        return StepBackOffer(under_way)
    outcomes = [
        EndedApplication(each, on or day_of(at, zone), at, bool(met)) for each, on, at, met in rows
    ]
    if ahead or in_a_row(outcomes, today, last) < IN_A_ROW:
        return None
    talked = connection.scalar(TALKED, mine)
    row = in_a_row(outcomes, today, last, day_of(talked, zone) if talked else None)
    return StepBackOffer(None, row) if row >= IN_A_ROW else None
