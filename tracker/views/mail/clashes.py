"""Another interview at that hour, said beside it."""

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.interview import USUAL_MINUTES, Interview
from tracker.values.formatting import clock, shortened
from tracker.views.mail.mail_form import MailForm

ALREADY = "You have this one already."
LONGEST = timedelta(days=1)
"""No interview takes longer."""


class Clash(NamedTuple):
    """What stands at that hour, or nothing."""

    words: str = ""
    is_same: bool = False
    """It is this very interview, which is there already."""


def clash_of(session: Session, form: MailForm, user_id: int, besides: int | None) -> Clash:
    """It clashes with your interview at Banksia, 14:00 that day; nothing where the time is free.

    `besides` is the one that this takes the place of.
    """
    found = form.moments()
    if not found or not isinstance(form.zone, ZoneInfo):
        return Clash()
    begins = found[0]
    ends = begins + timedelta(minutes=form.whole_minutes or USUAL_MINUTES)
    rows = session.execute(
        select(
            Interview.id,
            Interview.starts_at,
            Interview.minutes,
            Application.id,
            Application.company,
        )
        .join(Application, Application.id == Interview.application_id)
        .where(
            Interview.user_id == user_id,
            Interview.starts_at > begins - LONGEST,
            Interview.starts_at < ends,
            Interview.hour_known,
            Interview.stands(),
            Application.deleted_at.is_(None),
        )
        .order_by(Interview.starts_at)
    )
    for number, starts, minutes, application, company in rows:
        if starts is None or number == besides:
            continue
        if starts + timedelta(minutes=minutes or USUAL_MINUTES) > begins:
            if starts == begins and application == form.about.data:
                return Clash(ALREADY, is_same=True)
            return Clash(clash_words(starts, company, begins, form.zone))
    return Clash()


def clash_words(starts: datetime, company: str, begins: datetime, zone: ZoneInfo) -> str:
    """At its own hour, which may be of the evening before."""
    same = starts.astimezone(zone).date() == begins.astimezone(zone).date()
    day = "that day" if same else "the day before"
    return (
        f"It clashes with your interview at {shortened(company, 80)}, {clock(starts, zone)} {day}."
    )
