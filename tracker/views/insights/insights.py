"""Insights: what a while has to tell, in honest numbers."""

from datetime import datetime
from typing import NamedTuple

from flask import request
from flask.typing import ResponseReturnValue

from tracker.clock import now
from tracker.extensions import db
from tracker.insights.read import read_insights
from tracker.models.reads.today import Today
from tracker.models.user import User
from tracker.values.date_range import DateRange
from tracker.values.days import day_of
from tracker.values.formatting import full_day, next_midnight
from tracker.views.insights.themes_presenter import present_themes
from tracker.web.access import device, me
from tracker.web.rendering import mark_page, page, unchanged

SHORT = {"30": "30 days", "90": "90 days", "all": "All of it", "dates": "Two dates"}
"""Spans in a line of a phone; on paper stands the whole name."""


class SpanChoice(NamedTuple):
    """One stretch of time to choose."""

    label: str
    href: str
    on: bool


class Dates(NamedTuple):
    """The two dates as they stand in their form."""

    first: str
    last: str
    on: bool


def index() -> ResponseReturnValue:
    """The charts that there is something to draw for, then what will show."""
    at, user = now(), me()
    same = unchanged(device(), at)
    if same is not None:
        return same
    span = asked_span(user, at)
    chosen = "dates" if request.args.get("span") == "dates" else span.name
    session = db.session()
    read = read_insights(session, user, span, at)
    shown = page(
        "insights/index.html",
        name=user.name,
        span=f"{span.words}, as of {full_day(day_of(at, user.zone))}",
        spans=[
            SpanChoice(label, f"/insights?span={name}", name == chosen)
            for name, label in SHORT.items()
        ],
        dates=Dates(str(span.first or ""), str(span.last or ""), chosen == "dates"),
        drawn=[chart for chart in read.charts if chart.has_data],
        still_empty=[chart for chart in read.charts if not chart.has_data],
        beyond=read.waiting_beyond,
        themes=present_themes(read.themes),
    )
    ahead = Today(session, user.id).ahead(at)  # then it is ahead no more
    turns = [next_midnight(at, user.zone), *(row.next_interview_at for row in ahead[:1])]
    return mark_page(shown, device(), min(turns))


def asked_span(user: User, at: datetime) -> DateRange:
    """As the address asks for it, on the person's calendar."""
    return DateRange.from_query(request.args, day_of(at, user.zone))
