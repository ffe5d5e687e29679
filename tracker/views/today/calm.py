"""A day that rests after a no: one line, and all that is on it behind another."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple

from flask import Blueprint
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.database import writing
from tracker.models.changes.day_rest import open_day
from tracker.models.reads.coming import ComingRow
from tracker.models.reads.today import TodayRow
from tracker.models.summary import facts_in
from tracker.models.user import User
from tracker.values.days import day_of
from tracker.values.formatting import clock
from tracker.views.today.closing_presenter import Closing
from tracker.views.today.rows_presenter import Line, line_of
from tracker.views.today.today_presenter import PresentedDay
from tracker.web.access import me
from tracker.web.rendering import see_other

blueprint = Blueprint("calm", __name__, url_prefix="/today")


class CalmDay(NamedTuple):
    """What the template shows of it."""

    lines: list[Line]
    """All that Today would show, one below the other and none in front."""
    fixed: list[str]
    """What has its day or hour today, as it would hurt to miss it."""


@blueprint.post("/whole")
def update() -> ResponseReturnValue:
    """All of Today again, however often it is asked for."""
    user = me()
    with writing(user, now()) as session:
        open_day(session, user)
    return see_other("/today")


def present_calm(
    told: Sequence[Line],
    day: PresentedDay,
    closing: Closing,
    rows: Sequence[TodayRow],
    coming: Sequence[ComingRow],
    at: datetime,
    user: User,
) -> CalmDay:
    """`rows` are the first of the next steps, `coming` what comes by its day."""
    first = [line_of(day.first)] if day.first else []
    lead = closing.foremost
    if lead is not None:
        first = [Line("lead", lead.role, f"/leads/{lead.id}", meta=lead.when, due=True)]
    lines = [*first, *day.fixed(), *closing.lines, *day.free(), *told]
    return CalmDay(lines, [*_interviews(coming, at, user), *_offers(rows, at, user)])


def _interviews(coming: Sequence[ComingRow], at: datetime, user: User) -> list[str]:
    """An interview at 14:00 is today."""
    today = day_of(at, user.zone)
    found = [row for row in coming if row.kind == "interview" and row.next_interview_at]
    found = [row for row in found if day_of(row.next_interview_at, user.zone) == today]
    hours = (
        f" at {clock(row.next_interview_at, user.zone).removeprefix('0')}"
        if row.next_interview_hour_known
        else ""
        for row in found
    )
    return [f"An interview{hour} is today" for hour in hours]


def _offers(rows: Sequence[TodayRow], at: datetime, user: User) -> list[str]:
    """An offer is to be answered by today."""
    today = day_of(at, user.zone)
    answers = (facts_in(row).offer_answer_by for row in rows if row.offer_answer_by)
    due = [by for by in answers if by is not None and by <= today]
    return ["An offer is to be answered by today"] if due else []
