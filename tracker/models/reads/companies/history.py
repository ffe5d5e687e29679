"""All there was with one company: plain rows, kind by kind, and nothing that is private."""

from collections.abc import Sequence
from typing import Any, NamedTuple

from sqlalchemy import Row, Select, func, literal, or_, select, union_all
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.attempt import Attempt
from tracker.models.contact import ApplicationContact, Contact
from tracker.models.document import Document, sent_with
from tracker.models.feedback import Feedback
from tracker.models.interview import Interview
from tracker.models.lead import Lead
from tracker.models.offer import Offer
from tracker.models.reads.companies.same_company import is_named
from tracker.models.rejection import Rejection
from tracker.models.summary import FACTS

MOST = 200
"""Rows of each kind: whoever has more finds them by search."""
LONGEST = 300
"""Characters of what they said; the whole of it stands on its own page."""

Rows = Sequence[Row[Any]]


class CompanyHistory(NamedTuple):
    """What there was, the latest first."""

    applications: Rows
    leads: Rows
    said: Rows
    interviews: Rows
    offers: Rows
    people: Sequence[Contact]
    papers: Rows


def read_history(session: Session, user_id: int, company: str) -> CompanyHistory:
    """One query for each kind."""
    mine = (
        Application.user_id == user_id,
        Application.deleted_at.is_(None),
        is_named(Application.company, company),
    )
    ids = select(Application.id).where(*mine)

    def rows(wanted: Select[*tuple[Any, ...]]) -> Rows:
        return session.execute(wanted.limit(MOST)).all()

    return CompanyHistory(
        rows(_applications().where(*mine)),
        rows(_leads(user_id).where(is_named(Lead.company, company))),
        rows(_said(ids)),
        rows(_beside(Interview, Interview.on, Interview.kind, ids)),
        rows(_beside(Offer, Offer.received_on, Offer.decision, ids)),
        session.scalars(_people(user_id, company, ids).limit(MOST)).all(),
        rows(_papers(ids)),
    )


def _applications() -> Select[*tuple[Any, ...]]:
    """As they stand, and last what the next step is decided from."""
    asks = select(func.count()).where(
        Attempt.application_id == Application.id, Attempt.kind == "ask"
    )
    return select(
        Application.id,
        Application.role,
        Application.company,
        Application.outcome,
        Application.ending.label("ending"),
        Application.live,
        asks.correlate(Application).scalar_subquery().label("asks"),
        *FACTS,
    ).order_by(Application.applied_on.desc().nulls_last(), Application.id.desc())


def _leads(user_id: int) -> Select[*tuple[Any, ...]]:
    return (
        select(Lead.id, Lead.role, Lead.closes_on)
        .where(Lead.user_id == user_id, Lead.application_id.is_(None), Lead.deleted_at.is_(None))
        .order_by(Lead.id.desc())
    )


def _said(ids: Select[int]) -> Select[*tuple[Any, ...]]:
    """Their words with a no, and their feedback; no lesson of one's own."""
    kinds = union_all(
        select(
            literal("no").label("kind"),
            Rejection.id.label("id"),
            Rejection.application_id.label("application_id"),
            Rejection.on.label("on"),
            func.substr(Rejection.words, 1, LONGEST).label("words"),
        ).where(Rejection.application_id.in_(ids), Rejection.words != ""),
        select(
            literal("feedback"),
            Feedback.id,
            Feedback.application_id,
            Feedback.received_on,
            func.substr(Feedback.words, 1, LONGEST),
        ).where(Feedback.application_id.in_(ids), Feedback.is_theirs, Feedback.words != ""),
    ).subquery()
    return (
        select(kinds, Application.role)
        .join(Application, Application.id == kinds.c.application_id)
        .order_by(kinds.c.on.desc().nulls_last(), kinds.c.kind, kinds.c.id.desc())
    )


def _beside(model: Any, on: Any, fact: Any, ids: Select[int]) -> Select[*tuple[Any, ...]]:
    return (
        select(model.id, model.application_id, on.label("on"), fact.label("fact"), Application.role)
        .join(Application, Application.id == model.application_id)
        .where(model.application_id.in_(ids))
        .order_by(on.desc().nulls_last(), model.id.desc())
    )


def _people(user_id: int, company: str, ids: Select[int]) -> Select[Contact]:
    """Who is noted as theirs, and who has a part in an application there."""
    part = ApplicationContact.contact_id
    met = select(part).where(ApplicationContact.application_id.in_(ids))
    return Contact.of(user_id).where(or_(is_named(Contact.company, company), Contact.id.in_(met)))


def _papers(ids: Select[int]) -> Select[*tuple[Any, ...]]:
    """Résumés and letters that were sent, each once."""
    return (
        select(Document.id, Document.label, Document.kind, func.count().label("times"))
        .join(Application, sent_with(Document.id))
        .where(Application.id.in_(ids))
        .group_by(Document.id, Document.label, Document.kind)
        .order_by(Document.id.desc())
    )
