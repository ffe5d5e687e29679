"""The lines of a work-search log: what was sent, talked, followed up and done, in their order.

Of a letter or a talk only that it was; notes, what they said and private writing are never read.
Names are masked where the choice hides them.
"""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import Select, select

from tracker.exports.work_search.log import LogEntry
from tracker.loop.ask_state import RESULTS
from tracker.loop.outcome import Outcome
from tracker.models.activity import Activity
from tracker.models.application import Application
from tracker.models.application_facts import WAYS_TO_APPLY
from tracker.models.attempt import CHANNELS, Attempt
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.interview import KINDS, OUTCOMES, Interview
from tracker.models.reads.standing import Standing, standing
from tracker.sharing.reader import RecordReader

REACHED = ("recruiter", "hiring_manager", "hr", "interviewer", "other")
"""Whose name an agency would ring; somebody who put in a word is not their business."""
TOLD = {name: words for name, words in OUTCOMES.items() if name != "unknown"}


def read_entries(desk: RecordReader, now: datetime) -> list[LogEntry]:
    """All of one span, the earliest first."""
    people = _people(desk)
    found = [
        *_applications(desk, people),
        *_followed_up(desk, people),
        *_interviews(desk, now),
        *_attempts(desk),
        *_activities(desk),
    ]
    return sorted(found, key=lambda each: (each.on, each.place or ("", 0)))


def _applications(desk: RecordReader, people: dict[int, str]) -> Iterator[LogEntry]:
    for row in _sent(desk, Application.applied_on):
        yield LogEntry(
            row.day,
            "application",
            employer=desk.mask.company(row.company),
            address=desk.mask.text(row.location) or host(desk.mask.link(row.link)),
            contact=people.get(row.id, ""),
            position=desk.mask.text(row.role),
            how=WAYS_TO_APPLY.get(row.applied_how or "", ""),
            result=status_words(row),
            place=("applications", row.id),
        )


def _sent(desk: RecordReader, day: Any) -> Sequence[Any]:
    """Applications by one of their days."""
    return desk.session.execute(
        select(
            Application.id,
            Application.company,
            Application.role,
            Application.location,
            Application.link,
            Application.applied_how,
            Application.had_offer,
            Application.interviewed,
            Application.no_said,
            Application.called_back,
            Application.outcome,
            standing(desk.moment).label("standing"),
            day.label("day"),
        ).where(
            Application.user_id == desk.user.id,
            Application.deleted_at.is_(None),
            day.is_not(None),
            *desk.within(day),
        )
    ).all()


def status_words(row: Any) -> str:
    """How an application stands, in the words of an agency; who ended it is not its business.

    Silence is no reply of theirs, however it was recorded; who had one and no further, had one.
    """
    if row.had_offer:
        return "Offer"
    if row.outcome == Outcome.ROLE_CLOSED:
        return "Position closed"
    if row.standing == Standing.NO_ANSWER and (row.interviewed or row.no_said or row.called_back):
        return "No further reply"
    if row.standing in ENDED:
        return ENDED[row.standing]
    return "Interview" if row.interviewed else "Waiting for an answer"


ENDED = {
    Standing.THEY_SAID_NO: "Not successful",
    Standing.NO_ANSWER: "No reply",
    Standing.WITHDRAWN: "Closed",
}


def _followed_up(desk: RecordReader, people: dict[int, str]) -> Iterator[LogEntry]:
    for row in _sent(desk, Application.followed_up_on):
        yield LogEntry(
            row.day,
            "follow_up",
            employer=desk.mask.company(row.company),
            address=desk.mask.text(row.location),
            contact=people.get(row.id, ""),
            position=desk.mask.text(row.role),
            result=status_words(row),
            place=("applications", row.id),
        )


def _interviews(desk: RecordReader, now: datetime) -> Iterator[LogEntry]:
    facts = (Interview.on, Interview.place, Interview.people, Interview.minutes)
    talked = (
        _beside(desk, Interview, *facts, Interview.kind, Interview.outcome)
        .where(
            Interview.on.is_not(None),
            Interview.starts_at <= now,
            Interview.stands(),
            *desk.within(Interview.on),
        )
        .add_columns(
            Application.rejection_on,
            Application.archived_on,
            Interview.wordless().label("wordless"),
        )
    )
    for row in desk.session.execute(talked):
        if row.wordless and _off(row):
            continue
        yield LogEntry(
            row.on,
            "interview",
            employer=desk.mask.company(row.company),
            address=desk.mask.text(" ".join(row.place.split())),
            contact=desk.mask.person(", ".join(row.people.split("\n"))),
            position=desk.mask.text(row.role),
            how=KINDS.get(row.kind, "") if row.kind != "other" else "",
            result=TOLD.get(row.outcome or "", ""),
            minutes=row.minutes,
            place=("applications", row.id),
        )


def _off(row: Any) -> bool:
    """Whether it had ended before that day, so that this talk will not have taken place."""
    ends = (row.archived_on, row.rejection_on)
    return any(end is not None and end < row.on for end in ends)


def _attempts(desk: RecordReader) -> Iterator[LogEntry]:
    """Asks for advice after a no: work on one's search, and no contact with an employer."""
    tried = (
        _beside(desk, Attempt, Attempt.on, Attempt.channel, Attempt.result, Contact.name)
        .outerjoin(Contact, Contact.id == Attempt.contact_id)
        .where(*desk.within(Attempt.on), Attempt.kind != "thanks")
    )
    for row in desk.session.execute(tried):
        yield LogEntry(
            row.on,
            "feedback",
            employer=desk.mask.company(row.company),
            contact=desk.mask.person(row.name or ""),
            position=desk.mask.text(row.role),
            how=CHANNELS.get(row.channel, ""),
            result=RESULTS.get(row.result, ""),
            place=("applications", row.id),
        )


def _beside(desk: RecordReader, model: Any, *facts: Any) -> Select[Any]:
    """These facts, and no others, of a noun that stands beside applications."""
    return (
        select(Application.id, Application.company, Application.role, *facts)
        .select_from(model)
        .join(Application, Application.id == model.application_id)
        .where(Application.user_id == desk.user.id, Application.deleted_at.is_(None))
    )


def _activities(desk: RecordReader) -> Iterator[LogEntry]:
    done = Activity.of(desk.user.id).where(*desk.within(Activity.on))
    for row in desk.session.scalars(done):
        yield LogEntry(
            row.on,
            row.kind,
            employer=desk.mask.whom(row.with_whom),
            position=desk.mask.text(row.what),
            result=desk.mask.text(" ".join(row.result.split())),
            minutes=row.minutes,
            ours=False,
            place=("activities", row.id),
        )


def read_days_before(desk: RecordReader, kinds: Sequence[str]) -> list[tuple[str, date]]:
    """Days of such activities before the span, which count against what a year allows."""
    if not kinds or desk.span.first is None:
        return []
    found = desk.session.execute(
        select(Activity.kind, Activity.on)
        .where(
            Activity.user_id == desk.user.id,
            Activity.kind.in_(kinds),
            Activity.on < desk.span.first,
        )
        .order_by(Activity.on, Activity.id)
    )
    return [(kind, on) for kind, on in found]


def _people(desk: RecordReader) -> dict[int, str]:
    """Whom to ring about an application, with how; the first who was added."""
    rows = desk.session.execute(
        select(ApplicationContact.application_id, Contact.name, Contact.phone, Contact.email)
        .join(Contact, Contact.id == ApplicationContact.contact_id)
        .join(Application, Application.id == ApplicationContact.application_id)
        .where(
            Contact.user_id == desk.user.id,
            ApplicationContact.part.in_(REACHED),
            *desk.within(Application.applied_on),
        )
        .order_by(ApplicationContact.id)
    )
    found: dict[int, str] = {}
    for number, name, phone, email in rows:
        ways = () if desk.mask.hides_people else (phone, email)
        reach = (desk.mask.person(name), *(desk.mask.text(way) for way in ways if way))
        found.setdefault(number, ", ".join(filter(None, reach)))
    return found


def host(link: str) -> str:
    """The name of the site that a link leads to."""
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
