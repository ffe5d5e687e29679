"""What is compared of every application with a mail."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.ask_state import AWAITED
from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.interview import Interview
from tracker.values.subject_lines import compared


class MatchCandidate(NamedTuple):
    """One application, as far as a mail may name it."""

    id: int
    company: str
    role: str
    link: str
    addresses: tuple[str, ...]
    waiting: bool
    stage: str
    applied_on: date | None
    said_no: bool
    no_on: date | None
    role_closed: bool
    sent_subjects: tuple[str, ...]
    asked: tuple[str, ...]


def read_match_candidates(session: Session, user_id: int) -> list[MatchCandidate]:
    """All of a person's, those that wait for an answer first, then the latest."""
    addresses: dict[int, list[str]] = {}
    parts = (
        select(ApplicationContact.application_id, Contact.email)
        .join(Contact, Contact.id == ApplicationContact.contact_id)
        .where(ApplicationContact.user_id == user_id, Contact.email != "")
    )
    for number, address in session.execute(parts):
        addresses.setdefault(number, []).append(address.strip().lower())
    subjects, asked = read_asks(session, user_id)
    rows = session.execute(
        select(
            Application.id,
            Application.company,
            Application.role,
            Application.link,
            Application.stage,
            Application.archived_at,
            Application.applied_on,
            Application.no_stands,
            Application.no_on,
            Application.role_closed,
        )
        .where(Application.user_id == user_id, Application.deleted_at.is_(None))
        .order_by(Application.updated_at.desc(), Application.id.desc())
    )
    found = [
        MatchCandidate(
            number,
            company,
            role,
            link,
            tuple(addresses.get(number, ())),
            stage in Stage.OPEN and archived is None,
            stage,
            applied_on,
            said_no,
            no_on,
            role_closed,
            tuple(subjects.get(number, ())),
            asked.get(number, ()),
        )
        for (
            number,
            company,
            role,
            link,
            stage,
            archived,
            applied_on,
            said_no,
            no_on,
            role_closed,
        ) in rows
    ]
    return sorted(found, key=lambda each: not each.waiting)


def read_asks(
    session: Session, user_id: int
) -> tuple[dict[int, list[str]], dict[int, tuple[str, ...]]]:
    """By application: the subjects of what was sent, and whom the latest waits for."""
    subjects: dict[int, list[str]] = {}
    asked: dict[int, tuple[str, ...]] = {}
    tried = (
        select(Attempt.application_id, Attempt.kind, Attempt.result, Attempt.subject, Contact.email)
        .join(Contact, Contact.id == Attempt.contact_id, isouter=True)
        .where(Attempt.user_id == user_id)
        .order_by(Attempt.on, Attempt.id)
    )
    for number, kind, result, subject, address in session.execute(tried):
        if subject and kind != "thanks":
            subjects.setdefault(number, []).append(compared(subject))
        waits = kind != "thanks" and result in AWAITED and address
        asked[number] = (address.strip().lower(),) if waits else ()
    return subjects, asked


def read_with_interview(
    session: Session, user_id: int, ids: Collection[int], now: datetime
) -> Sequence[int]:
    """Of these applications those with an interview ahead, else those that wait for a new time."""
    ahead = Interview.starts_at > now, Interview.stands()
    mine = Interview.user_id == user_id, Interview.application_id.in_(ids)
    found = session.scalars(select(Interview.application_id).where(*mine, *ahead).distinct()).all()
    waits = (
        Application.live,
        Application.stage.in_(Stage.OPEN),
        Application.cancelled_interview_at.is_not(None),
    )
    own = Application.user_id == user_id, Application.id.in_(ids)
    return found or session.scalars(select(Application.id).where(*own, *waits)).all()
