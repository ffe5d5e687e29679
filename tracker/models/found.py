"""What a search finds, and the texts that say why."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, ScalarSelect, Select, and_, func, or_, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.lead import Lead
from tracker.models.note import Note
from tracker.models.search import ESCAPE, goes_through_all, holds, like, words_of

MOST = 50
NEAR = 400
"""So many are gone through in well under a millisecond."""

MOST_LEADS = 20
LONGEST = 20_000
"""Characters of a note in which the words are looked for, to show them."""

RESULT: tuple[Any, ...] = (
    Application.id,
    Application.role,
    Application.company,
    Application.location,
    Application.stage,
    Application.archived_at,
    Application.outcome,
)


def applications(session: Session, user_id: int, q: str) -> Sequence[Row[Any]]:
    """A person's applications that hold every word, the last changed first, those put away too.

    One letter or two are found in most texts: so these are looked for in the latest first.
    """
    if goes_through_all(session, q):
        latest = _latest(Application.id).where(Application.user_id == user_id).limit(NEAR)
        near = _holding(session, user_id, q, latest.scalar_subquery())
        if len(near) == MOST:
            return near
    return _holding(session, user_id, q)


def _latest(*columns: Any) -> Select[*tuple[Any, ...]]:
    return (
        select(*columns)
        .where(Application.deleted_at.is_(None))
        .order_by(Application.updated_at.desc(), Application.id.desc())
    )


def _holding(
    session: Session, user_id: int, q: str, within: ScalarSelect[int] | None = None
) -> Sequence[Row[Any]]:
    return session.execute(
        _latest(*RESULT)
        .where(Application.user_id == user_id, holds(session, user_id, q, within))
        .limit(MOST)
    ).all()


def leads(session: Session, user_id: int, q: str) -> Sequence[Row[int, str, str, str, str]]:
    """A person's open leads that hold every word."""
    columns = (Lead.company, Lead.role, Lead.location, Lead.notes)
    return session.execute(
        select(Lead.id, Lead.role, Lead.company, Lead.location, Lead.notes)
        .where(
            Lead.user_id == user_id,
            Lead.application_id.is_(None),
            Lead.deleted_at.is_(None),
            and_(
                *(
                    or_(*(column.ilike(like(word), escape=ESCAPE) for column in columns))
                    for word in words_of(q)
                )
            ),
        )
        .order_by(Lead.id.desc())
        .limit(MOST_LEADS)
    ).all()


def notes_on(session: Session, ids: list[int]) -> Sequence[Row[int, str]]:
    """The beginnings of the notes on some applications that search may read, the latest first."""
    return session.execute(
        select(Note.application_id, func.substr(Note.body, 1, LONGEST).label("beginning"))
        .where(Note.application_id.in_(ids), ~Note.private)
        .order_by(Note.created_at.desc(), Note.id.desc())
    ).all()


def people_on(session: Session, ids: list[int]) -> Sequence[Row[int, str, str, str]]:
    """Who has a part in some applications."""
    part = ApplicationContact
    return session.execute(
        select(part.application_id, Contact.name, Contact.title, Contact.company)
        .join(Contact, Contact.id == part.contact_id)
        .where(part.application_id.in_(ids))
        .order_by(part.id)
    ).all()
