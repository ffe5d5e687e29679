"""The lines of applications: sent, and followed up, with how each stands and whom to ring."""

from collections.abc import Iterator, Sequence
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select

from tracker.exports.work_search.log import LogEntry
from tracker.loop.outcome import Outcome
from tracker.models.application import Application
from tracker.models.application_facts import WAYS_TO_APPLY
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.reads.standing import Standing, standing
from tracker.sharing.reader import RecordReader

REACHED = ("recruiter", "hiring_manager", "hr", "interviewer", "other")
"""Whose name an agency would ring; somebody who put in a word is not their business."""


def sent_entries(reader: RecordReader, people: dict[int, str]) -> Iterator[LogEntry]:
    for row in _sent(reader, Application.applied_on):
        yield LogEntry(
            row.day,
            "application",
            employer=reader.mask.company(row.company),
            address=reader.mask.text(row.location) or host(reader.mask.link(row.link)),
            contact=people.get(row.id, ""),
            position=reader.mask.text(row.role),
            how=WAYS_TO_APPLY.get(row.applied_how or "", ""),
            result=status_words(row),
            place=("applications", row.id),
        )


def _sent(reader: RecordReader, day: Any) -> Sequence[Any]:
    """Applications by one of their days."""
    return reader.session.execute(
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
            standing(reader.moment).label("standing"),
            day.label("day"),
        ).where(
            Application.user_id == reader.user.id,
            Application.deleted_at.is_(None),
            day.is_not(None),
            *reader.within(day),
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


def follow_up_entries(reader: RecordReader, people: dict[int, str]) -> Iterator[LogEntry]:
    for row in _sent(reader, Application.followed_up_on):
        yield LogEntry(
            row.day,
            "follow_up",
            employer=reader.mask.company(row.company),
            address=reader.mask.text(row.location),
            contact=people.get(row.id, ""),
            position=reader.mask.text(row.role),
            result=status_words(row),
            place=("applications", row.id),
        )


def people_to_ring(reader: RecordReader) -> dict[int, str]:
    """Whom to ring about an application, with how; the first who was added."""
    rows = reader.session.execute(
        select(ApplicationContact.application_id, Contact.name, Contact.phone, Contact.email)
        .join(Contact, Contact.id == ApplicationContact.contact_id)
        .join(Application, Application.id == ApplicationContact.application_id)
        .where(
            Contact.user_id == reader.user.id,
            ApplicationContact.part.in_(REACHED),
            *reader.within(Application.applied_on),
        )
        .order_by(ApplicationContact.id)
    )
    found: dict[int, str] = {}
    for number, name, phone, email in rows:
        ways = () if reader.mask.hides_people else (phone, email)
        reach = (reader.mask.person(name), *(reader.mask.text(way) for way in ways if way))
        found.setdefault(number, ", ".join(filter(None, reach)))
    return found


def host(link: str) -> str:
    """The name of the site that a link leads to."""
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
