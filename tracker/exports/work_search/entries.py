"""The lines of a work-search log: what was sent, talked, followed up and done, in their order.

Of a letter or a talk only that it was; notes, what they said and private writing are never read.
Names are masked where the choice hides them.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Select, select

from tracker.exports.work_search.application_entries import (
    follow_up_entries,
    people_to_ring,
    sent_entries,
)
from tracker.exports.work_search.log import LogEntry
from tracker.loop.ask_state import RESULTS
from tracker.models.activity import Activity
from tracker.models.application import Application
from tracker.models.attempt import CHANNELS, Attempt
from tracker.models.contact import Contact
from tracker.models.interview import KINDS, OUTCOMES, Interview
from tracker.sharing.reader import RecordReader

TOLD = {name: words for name, words in OUTCOMES.items() if name != "unknown"}


def read_entries(reader: RecordReader, now: datetime) -> list[LogEntry]:
    """All of one span, the earliest first."""
    people = people_to_ring(reader)
    found = [
        *sent_entries(reader, people),
        *follow_up_entries(reader, people),
        *_interviews(reader, now),
        *_attempts(reader),
        *_activities(reader),
    ]
    return sorted(found, key=lambda each: (each.on, each.place or ("", 0)))


def _interviews(reader: RecordReader, now: datetime) -> Iterator[LogEntry]:
    facts = (Interview.on, Interview.place, Interview.people, Interview.minutes)
    talked = (
        _beside(reader, Interview, *facts, Interview.kind, Interview.outcome)
        .where(
            Interview.on.is_not(None),
            Interview.starts_at <= now,
            Interview.stands(),
            *reader.within(Interview.on),
        )
        .add_columns(
            Application.rejection_on,
            Application.archived_on,
            Interview.wordless().label("wordless"),
        )
    )
    for row in reader.session.execute(talked):
        if row.wordless and _off(row):
            continue
        yield LogEntry(
            row.on,
            "interview",
            employer=reader.mask.company(row.company),
            address=reader.mask.text(" ".join(row.place.split())),
            contact=reader.mask.person(", ".join(row.people.split("\n"))),
            position=reader.mask.text(row.role),
            how=KINDS.get(row.kind, "") if row.kind != "other" else "",
            result=TOLD.get(row.outcome or "", ""),
            minutes=row.minutes,
            place=("applications", row.id),
        )


def _off(row: Any) -> bool:
    """Whether it had ended before that day, so that this talk will not have taken place."""
    ends = (row.archived_on, row.rejection_on)
    return any(end is not None and end < row.on for end in ends)


def _attempts(reader: RecordReader) -> Iterator[LogEntry]:
    """Asks for advice after a no: work on one's search, and no contact with an employer."""
    tried = (
        _beside(reader, Attempt, Attempt.on, Attempt.channel, Attempt.result, Contact.name)
        .outerjoin(Contact, Contact.id == Attempt.contact_id)
        .where(*reader.within(Attempt.on), Attempt.kind != "thanks")
    )
    for row in reader.session.execute(tried):
        yield LogEntry(
            row.on,
            "feedback",
            employer=reader.mask.company(row.company),
            contact=reader.mask.person(row.name or ""),
            position=reader.mask.text(row.role),
            how=CHANNELS.get(row.channel, ""),
            result=RESULTS.get(row.result, ""),
            place=("applications", row.id),
        )


def _beside(reader: RecordReader, model: Any, *facts: Any) -> Select[Any]:
    """These facts, and no others, of a noun that stands beside applications."""
    return (
        select(Application.id, Application.company, Application.role, *facts)
        .select_from(model)
        .join(Application, Application.id == model.application_id)
        .where(Application.user_id == reader.user.id, Application.deleted_at.is_(None))
    )


def _activities(reader: RecordReader) -> Iterator[LogEntry]:
    done = Activity.of(reader.user.id).where(*reader.within(Activity.on))
    for row in reader.session.scalars(done):
        yield LogEntry(
            row.on,
            row.kind,
            employer=reader.mask.whom(row.with_whom),
            position=reader.mask.text(row.what),
            result=reader.mask.text(" ".join(row.result.split())),
            minutes=row.minutes,
            ours=False,
            place=("activities", row.id),
        )
