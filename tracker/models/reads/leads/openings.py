"""Leads as they are ranked and listed: plain columns, and of each posting only its beginning."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Select, case, func, or_, select
from sqlalchemy.orm import Session

from tracker.leads.opening import Opening
from tracker.leads.rank import MOST, share
from tracker.models.lead import Lead

NOTES = 1_000
"""Characters of the notes that are read."""
LINK = 2_000
SORTS = ("best", "closing", "newest")


def how_many(session: Session, user_id: int, ticked: Sequence[int] = ()) -> int:
    """Open ones, and those that were `ticked` just now."""
    return session.scalar(_mine(user_id, func.count(), ticked=ticked)) or 0


def openings(
    session: Session, user_id: int, count: int, ticked: Sequence[int] = ()
) -> list[Opening]:
    """The latest of them, to be ranked; `count` is how many there are."""
    of_each = share(min(count, MOST))
    rows = _mine(user_id, *_columns(of_each), ticked=ticked).order_by(Lead.id.desc()).limit(MOST)
    return [_opening(*row) for row in session.execute(rows)]


def openings_in_order(
    session: Session,
    user_id: int,
    sort: str,
    today: date,
    start: int,
    many: int,
    ticked: Sequence[int] = (),
) -> list[Opening]:
    """Some of them, in an order that the database knows: what closes first, or the newest."""
    ahead = case((Lead.closes_on >= today, 0), (Lead.closes_on.is_(None), 1), else_=2)
    order = (ahead, Lead.closes_on) if sort == "closing" else ()
    rows = _mine(user_id, *_columns(share(many)), ticked=ticked).order_by(*order, Lead.id.desc())
    return [_opening(*row) for row in session.execute(rows.offset(start).limit(many))]


def opening_of(lead: Lead) -> Opening:
    """One that is loaded, as it is ranked among the others."""
    return _opening(
        lead.id,
        lead.role,
        lead.company,
        lead.sparks,
        lead.skills,
        lead.notes[:NOTES],
        lead.posting[: share(1)],
        lead.excitement,
        lead.workplace,
        lead.employment,
        lead.closes_on,
        lead.link,
        lead.application_id,
    )


def _mine(user_id: int, *columns: Any, ticked: Sequence[int] = ()) -> Select[*tuple[Any, ...]]:
    shown: ColumnElement[bool] = Lead.application_id.is_(None)
    if ticked:
        shown = or_(shown, Lead.id.in_(ticked))
    return select(*columns).where(Lead.user_id == user_id, shown, Lead.deleted_at.is_(None))


def _columns(of_each: int) -> tuple[Any, ...]:
    return (
        Lead.id,
        Lead.role,
        Lead.company,
        Lead.sparks,
        Lead.skills,
        func.substr(Lead.notes, 1, NOTES),
        func.substr(Lead.posting, 1, of_each),
        Lead.excitement,
        Lead.workplace,
        Lead.employment,
        Lead.closes_on,
        func.substr(Lead.link, 1, LINK),
        Lead.application_id,
    )


def _opening(
    number: int, role: str, company: str, sparks: str, skills: str, notes: str, ad: str, *rest: Any
) -> Opening:
    return Opening(number, role, company, sparks, skills, f"{notes}\n{ad}", *rest)
