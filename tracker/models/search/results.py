"""What a search finds, and the texts that say why."""

from collections.abc import Sequence
from itertools import islice
from typing import Any

from sqlalchemy import (
    Row,
    ScalarSelect,
    Select,
    and_,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from tracker.models.action import Action
from tracker.models.application import Application
from tracker.models.application_facts import SEARCHED
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.lead import Lead
from tracker.models.note import Note
from tracker.models.search import (
    ESCAPE,
    READ_BESIDE,
    goes_through_all,
    holds,
    like,
    words_of,
)
from tracker.models.search.index import BESIDE, NOTE
from tracker.values.folding import fold

MOST = 50
NEAR = 400
"""So many are gone through in well under a millisecond."""

MOST_LEADS = MOST_PEOPLE = MOST_ACTIONS = 20
LONGEST = 20_000
"""Characters of a note in which the words are looked for, to show them."""

RESULT: tuple[Any, ...] = (
    Application.id,
    *(getattr(Application, name) for name in SEARCHED),
    Application.stage,
    Application.archived_at,
    Application.outcome,
    Application.ending.label("ending"),
    Application.applied_on,
    Application.created_at,
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


def people(session: Session, user_id: int, q: str) -> Sequence[Row[int, str, str, str]]:
    """A person's contacts in whose name, title or company every word is found, by name.

    They are few, so each is read; that finds accents and capitals on every database.
    """
    words = words_of(q)
    asked = (
        select(Contact.id, Contact.name, Contact.title, Contact.company)
        .where(Contact.user_id == user_id)
        .order_by(func.lower(Contact.name), Contact.id)
    )
    rows = (row for row in session.execute(asked) if _all_in(words, *row[1:]))
    return list(islice(rows, MOST_PEOPLE)) if words else []


def actions(session: Session, user_id: int, q: str) -> Sequence[Row[*tuple[Any, ...]]]:
    """A person's actions in whose plan or proof every word is found: open ones first, then the last
    ones. Each is read, as people are.
    """
    words = words_of(q)
    asked = (
        Action.of(user_id)
        .with_only_columns(
            Action.id, Action.due_on, Action.done_on, Action.what, Action.cue, Action.plan,
            Action.first_step, func.substr(Action.proof, 1, LONGEST).label("proof"),
        )
        .order_by(Action.done_on.is_not(None), Action.id.desc())
    )  # fmt: skip
    rows = (row for row in session.execute(asked) if _all_in(words, *row[3:]))
    return list(islice(rows, MOST_ACTIONS)) if words else []


def _all_in(words: list[str], *texts: str) -> bool:
    said = fold("\n".join(texts))
    return all(word in said for word in words)


def leads(session: Session, user_id: int, q: str) -> Sequence[Row[*tuple[Any, ...]]]:
    """A person's open leads that hold every word."""
    shown = (Lead.role, Lead.company, Lead.location, Lead.notes, Lead.skills, Lead.sparks)
    columns = (*shown, Lead.link, Lead.pay_text)
    return session.execute(
        select(Lead.id, *shown)
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


def texts_on(session: Session, ids: list[int]) -> Sequence[Row[int, str, str]]:
    """What was written on some applications that search may read, kind by kind, the latest first.

    Only the beginnings: application, kind, text. A kind is one field, so that each is shown alone.
    """
    kinds = (
        select(
            model.application_id,
            literal(f"{model.__tablename__}.{name}").label("kind"),
            func.substr(getattr(model, name), 1, LONGEST).label("beginning"),
            model.created_at.label("at"),
            model.id.label("number"),
        ).where(model.application_id.in_(ids), getattr(model, name) != "", *only)
        for model, columns, only in (
            (Note, NOTE, (~Note.private,)),
            *((each, BESIDE[each.__tablename__], ()) for each in READ_BESIDE),
        )
        for name in columns
    )
    said = union_all(*kinds).subquery()
    return session.execute(
        select(said.c.application_id, said.c.kind, said.c.beginning).order_by(
            said.c.kind, said.c.at.desc(), said.c.number.desc()
        )
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
