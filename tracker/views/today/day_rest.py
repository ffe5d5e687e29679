"""A day that rests after a no: one line, and all that is on it behind another."""

from collections.abc import Sequence
from datetime import datetime, timedelta
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
from tracker.values.formatting import clock, shortened
from tracker.views.today.closing_presenter import Closing
from tracker.views.today.mail_lines import WAITING
from tracker.views.today.rows_presenter import TodayLine, line_of
from tracker.views.today.today_presenter import PresentedDay
from tracker.web.access import me
from tracker.web.rendering import see_other

EMAIL = "An email waits for a look"
"""What it is about stands below: on such a day, another no is not said in front."""
blueprint = Blueprint("day_rest", __name__, url_prefix="/today")


class CalmDay(NamedTuple):
    """What the template shows of it."""

    lines: list[TodayLine]
    """All that Today would show, one below the other and none in front."""
    fixed: list[str]
    """What has its day or hour by tomorrow, as it would hurt to miss it."""


@blueprint.post("/whole")
def update() -> ResponseReturnValue:
    """All of Today again, however often it is asked for."""
    user = me()
    with writing(user, now()) as session:
        open_day(session, user)
    return see_other("/today")


def present_calm(
    notices: Sequence[TodayLine],
    day: PresentedDay,
    closing: Closing,
    rows: Sequence[TodayRow],
    coming: Sequence[ComingRow],
    at: datetime,
    user: User,
) -> CalmDay:
    """`rows` are the first of the next steps, `coming` what comes by its day."""
    first = [day.together or line_of(day.first)] if day.first else []
    lead = closing.foremost
    if lead is not None:
        first = [TodayLine("lead", lead.role, f"/leads/{lead.id}", meta=lead.when, due=True)]
    lines = [*first, *day.fixed(), *closing.lines, *day.free(), *notices]
    fixed = [*_interviews(coming, at, user), *_offers(rows, at, user), *_asked(day)]
    return CalmDay(lines, [*fixed, *(EMAIL for each in notices if each.id == WAITING)])


def _asked(day: PresentedDay) -> list[str]:
    """Today: answer Acme, as it reads in its line."""
    return [f"Today: {each.text[0].lower()}{each.text[1:]}" for each in day.asked]


def _interviews(coming: Sequence[ComingRow], at: datetime, user: User) -> list[str]:
    """Today at 14:00: an interview with Acme. One of tomorrow is told as well: it may be early."""
    today = day_of(at, user.zone)
    near = {today: "Today", today + timedelta(days=1): "Tomorrow"}
    said = []
    for row in coming:
        begins = row.next_interview_at
        day = near.get(day_of(begins, user.zone)) if row.kind == "interview" and begins else None
        if day:
            hour = clock(begins, user.zone).removeprefix("0")
            at_hour = f" at {hour}" if row.next_interview_hour_known else ""
            what = "a test is due for" if row.next_interview_is_test else "an interview with"
            said.append(f"{day}{at_hour}: {what} {shortened(row.company, 40)}")
    return said


def _offers(rows: Sequence[TodayRow], at: datetime, user: User) -> list[str]:
    """An offer is to be answered by today."""
    today = day_of(at, user.zone)
    answers = (facts_in(row).offer_answer_by for row in rows)
    due = [by for by in answers if by is not None and by <= today]
    return ["An offer is to be answered by today"] if due else []
