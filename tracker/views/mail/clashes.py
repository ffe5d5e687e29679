"""Another interview at that hour, said beside it."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.interview import USUAL_MINUTES, Interview
from tracker.values.folding import fold
from tracker.values.formatting import clock, shortened
from tracker.views.mail.mail_form import MailForm
from tracker.web.fields.moment import moments

ALREADY = "You have this one already."
LONGEST = timedelta(days=1)
"""No interview takes longer."""


def is_then(form: MailForm, row: Interview) -> bool:
    """Whether it is the very time of that interview, which is to take place."""
    return not row.is_off and row.begins in form.moments()


def tells_more(form: MailForm, row: Interview) -> bool:
    """Whether the email has another place, kind or length than the interview, or who comes."""
    place, kind = fold(form.place.data or ""), form.interview_kind.data or "other"
    known = fold(row.people or "")
    people = map(str.strip, (form.people.data or "").split(","))
    return (
        (bool(place) and place != fold(row.place or ""))
        or kind not in ("other", row.kind)
        or form.whole_minutes not in (None, row.minutes)
        or any(fold(each) not in known for each in people if each)
    )


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
    span = Span(found[0], form.whole_minutes) if found else None
    return clashes_of(session, form, user_id, [span], besides)[0]


def slot_clashes(
    session: Session, form: MailForm, user_id: int, besides: int | None
) -> list[Clash]:
    """The same of each of several times; nothing of one that may be another hour here."""
    spans = []
    for slot in form.several:
        here, meant = slot.here(form.zone), slot.local_hours(form.zone)
        sure = here.at is not None and (meant is None or not meant.asks)
        at = moments(here.on, here.at, form.zone) if here.at is not None and sure else []
        spans.append(Span(at[0], slot.minutes) if at else None)
    return clashes_of(session, form, user_id, spans, besides)


class Span(NamedTuple):
    """When a talk begins, and how long it takes where that is known."""

    begins: datetime
    minutes: int | None

    @property
    def ends(self) -> datetime:
        """As long as most take, where nobody said."""
        return self.begins + timedelta(minutes=self.minutes or USUAL_MINUTES)


def clashes_of(
    session: Session,
    form: MailForm,
    user_id: int,
    spans: Sequence[Span | None],
    besides: int | None,
) -> list[Clash]:
    """What stands at each of these hours, by one look at all of them."""
    known = [each for each in spans if each is not None]
    zone = form.zone
    if not known or not isinstance(zone, ZoneInfo):
        return [Clash() for _ in spans]
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
            Interview.starts_at > min(each.begins for each in known) - LONGEST,
            Interview.starts_at < max(each.ends for each in known),
            Interview.hour_known,
            Interview.stands(),
            Application.deleted_at.is_(None),
        )
        .order_by(Interview.starts_at)
    ).all()
    there = [
        Talk(Span(starts, minutes), application, company)
        for number, starts, minutes, application, company in rows
        if starts is not None and number != besides
    ]
    return [_at(each, there, form.about.data, zone) if each else Clash() for each in spans]


class Talk(NamedTuple):
    """One that is there."""

    span: Span
    application: int
    company: str


def _at(span: Span, there: Sequence[Talk], about: int | None, zone: ZoneInfo) -> Clash:
    for talk in there:
        starts = talk.span.begins
        if starts < span.ends and talk.span.ends > span.begins:
            if starts == span.begins and talk.application == about:
                return Clash(ALREADY, is_same=True)
            return Clash(clash_words(starts, talk.company, span.begins, zone))
    return Clash()


def clash_words(starts: datetime, company: str, begins: datetime, zone: ZoneInfo) -> str:
    """At its own hour, which may be of the evening before."""
    same = starts.astimezone(zone).date() == begins.astimezone(zone).date()
    day = "that day" if same else "the day before"
    return (
        f"It clashes with your interview at {shortened(company, 80)}, {clock(starts, zone)} {day}."
    )
