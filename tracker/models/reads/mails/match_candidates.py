"""What is compared of every application with a mail."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import NamedTuple

from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.interview import Interview


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
        )
        for number, company, role, link, stage, archived, applied_on, said_no, no_on in rows
    ]
    return sorted(found, key=lambda each: not each.waiting)


def read_with_interview(
    session: Session, user_id: int, ids: Collection[int], now: datetime
) -> Sequence[int]:
    """Of these applications those with an interview ahead."""
    ahead = Interview.starts_at > now, Interview.stands()
    mine = Interview.user_id == user_id, Interview.application_id.in_(ids)
    return session.scalars(select(Interview.application_id).where(*mine, *ahead).distinct()).all()
