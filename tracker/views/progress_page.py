"""A coach's page, in what a link and a preview have in common."""

from datetime import datetime
from typing import Any

from flask import Response, abort
from sqlalchemy.orm import Session

from tracker.extensions import db
from tracker.insights.chart import Chart
from tracker.models.user import User
from tracker.rendering import page
from tracker.sharing.choice import Part
from tracker.sharing.record import Record
from tracker.views.access import me
from tracker.views.shown_progress import Progress, story


def charts(session: Session, owner: User, record: Record) -> tuple[Chart, ...]:
    """Those of the same span with the same names hidden; none where they are not shown."""
    if Part.INSIGHTS not in record.choice:
        return ()
    from tracker.insights.read import read_insights

    at: datetime = record.made_at
    drawn: tuple[Chart, ...] = read_insights(session, owner, record.span, at, record.mask).charts
    return drawn


def whole(owner: User, told: Progress, status: int = 200, **context: Any) -> Response:
    """The whole story, then the details."""
    drawn = charts(db.session(), owner, told.record)
    return page("progress/show.html", told=told, charts=drawn, status=status, **context)


def one(told: Progress, number: int, status: int = 200, **context: Any) -> Response | None:
    """One application, where it is shown."""
    line = told.application(number)
    if line is None:
        return None
    happened = story(told.record, number)
    return page(
        "progress/application.html", told=told, line=line, story=happened, status=status, **context
    )


def previewed(told: Progress, back: str, number: int | None = None) -> Response:
    """For the owner: the same pages, without the form of a note."""
    if number is None:
        shown: Response | None = whole(me(), told, preview=back)
    else:
        shown = one(told, number, preview=back)
    if shown is None:
        abort(404)
    shown.headers["Cache-Control"] = "no-store"
    return shown
