"""Asking about a day that can hardly be right, beside its field, before it is saved."""

from datetime import date

from tracker.clock import now
from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.reads.first_answer import first_answer_on
from tracker.values.contradictions import Kind, doubt
from tracker.values.days import day_of
from tracker.web.access import me
from tracker.web.fields.day import DayField


def ask_about(
    field: DayField,
    kind: Kind,
    application: Application | None = None,
    saved: date | None = None,
    offered_on: date | None = None,
) -> None:
    """Call before validating; the day that is saved already was the person's own word."""
    on: date | None = field.data
    if on is None or on == saved:
        return
    user, applied_on, answered_on = me(), None, None
    if application is not None:
        applied_on = application.applied_on
        if kind == "applied":
            answered_on = first_answer_on(db.session(), application)
    today = day_of(now(), user.zone)
    field.question = doubt(kind, on, today, applied_on, answered_on, offered_on)
