"""The lines of a work-search log: what was sent, talked, followed up and done, in their order.

Of a letter or a talk only that it was; notes, what they said and private writing are never read.
Names are masked where the choice hides them.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from sqlalchemy import select

from tracker.exports.log import Line
from tracker.loop.ask_state import RESULTS
from tracker.models.activity import Activity
from tracker.models.application import Application, Outcome, Stage
from tracker.models.attempt import CHANNELS, Attempt
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.interview import KINDS, OUTCOMES, Interview
from tracker.sharing.desk import Desk

REACHED = ("recruiter", "hiring_manager", "hr", "interviewer", "other")
"""Whose name an agency would ring; somebody who put in a word is not their business."""


def lines(desk: Desk, now: datetime) -> list[Line]:
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


def _applications(desk: Desk, people: dict[int, str]) -> Iterator[Line]:
    mine = Application.of(desk.user.id).where(
        Application.applied_on.is_not(None), *desk.within(Application.applied_on)
    )
    for row in desk.session.scalars(mine):
        assert row.applied_on is not None
        yield Line(
            row.applied_on,
            "application",
            employer=desk.mask.company(row.company),
            address=desk.mask.text(row.location) or host(desk.mask.link(row.link)),
            contact=people.get(row.id, ""),
            position=desk.mask.text(row.role),
            how=desk.mask.text(row.source) or host(desk.mask.link(row.link)),
            result=standing(row),
            place=("applications", row.id),
        )


def standing(row: Application) -> str:
    """How an application stands, in the words of an agency."""
    if row.offer_received_on is not None:
        return "Offer"
    if row.outcome == Outcome.WITHDRAWN:
        return "Withdrawn"
    if row.rejection_recorded or row.stage not in (Stage.APPLIED, Stage.INTERVIEW):
        return "Not successful"
    if row.archived_at is not None:
        return "Closed"
    return "Interview" if row.stage == Stage.INTERVIEW else "Waiting for an answer"


def _followed_up(desk: Desk, people: dict[int, str]) -> Iterator[Line]:
    mine = Application.of(desk.user.id).where(
        Application.followed_up_on.is_not(None), *desk.within(Application.followed_up_on)
    )
    for row in desk.session.scalars(mine):
        assert row.followed_up_on is not None
        yield Line(
            row.followed_up_on,
            "follow_up",
            employer=desk.mask.company(row.company),
            address=desk.mask.text(row.location),
            contact=people.get(row.id, ""),
            position=desk.mask.text(row.role),
            result=standing(row),
            place=("applications", row.id),
        )


def _interviews(desk: Desk, now: datetime) -> Iterator[Line]:
    talked = desk.beside(
        Interview,
        Interview.starts_at.is_not(None),
        Interview.starts_at <= now,
        *desk.moments(Interview.starts_at),
    )
    for row in desk.rows(talked):
        which, talk = desk.which(row), row[3]
        yield Line(
            desk.day(talk.starts_at) or now.date(),
            "interview",
            employer=which.company,
            address=desk.mask.text(" ".join(talk.place.split())),
            contact=desk.mask.person(", ".join(talk.people.split("\n"))),
            position=which.role,
            how=KINDS[talk.kind] if talk.kind != "other" and talk.kind in KINDS else "",
            result=OUTCOMES.get(talk.outcome or "", ""),
            minutes=talk.minutes,
            place=("applications", which.application_id),
        )


def _attempts(desk: Desk) -> Iterator[Line]:
    tried: Any = (
        desk.beside(Attempt, *desk.within(Attempt.on))
        .add_columns(Contact.name)
        .outerjoin(Contact, Contact.id == Attempt.contact_id)
    )
    for row in desk.rows(tried):
        which, attempt = desk.which(row), row[3]
        yield Line(
            attempt.on,
            "follow_up",
            employer=which.company,
            contact=desk.mask.person(row[4] or ""),
            position=which.role,
            how=CHANNELS.get(attempt.channel, ""),
            result=RESULTS.get(attempt.result, ""),
            place=("applications", which.application_id),
        )


def _activities(desk: Desk) -> Iterator[Line]:
    done = Activity.of(desk.user.id).where(*desk.within(Activity.on))
    for row in desk.session.scalars(done):
        yield Line(
            row.on,
            row.kind,
            employer=desk.mask.text(row.with_whom),
            position=desk.mask.text(row.what),
            result=desk.mask.text(" ".join(row.result.split())),
            minutes=row.minutes,
            ours=False,
            place=("activities", row.id),
        )


def _people(desk: Desk) -> dict[int, str]:
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
        found.setdefault(number, ", ".join(reach))
    return found


def host(link: str) -> str:
    """The name of the site that a link leads to."""
    try:
        return (urlsplit(link).hostname or "").removeprefix("www.")
    except ValueError:
        return ""
