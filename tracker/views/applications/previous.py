"""Applying again: what there was with this company before, noticed kindly and never in the way."""

from typing import NamedTuple

from flask import Blueprint, request
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from tracker.extensions import db
from tracker.models.application import Application
from tracker.models.base import LINE
from tracker.models.reads.companies.same_company import earlier_at
from tracker.models.rejection import Rejection
from tracker.values.formatting import month, shortened
from tracker.values.text import clean_line
from tracker.values.whole_number import whole_number
from tracker.web.access import me
from tracker.web.rendering import page

blueprint = Blueprint("previous", __name__)
MOST = 3


class PreviousApplication(NamedTuple):
    """One earlier application in words."""

    href: str
    role: str
    where: str
    said: str


@blueprint.get("/applications/earlier")
def index() -> ResponseReturnValue:
    """Earlier applications to the company that is being typed."""
    company = clean_line(request.args.get("company", ""))[:LINE]
    apart = whole_number(request.args.get("apart", ""))
    found = present_previous(db.session(), me().id, company, apart)
    return page(
        "applications/earlier.html",
        fragment="applications/_earlier.html",
        earlier=found,
        company=company,
    )


def present_previous(
    session: Session, user_id: int, company: str, apart: int | None = None
) -> list[PreviousApplication]:
    """The latest of them, one left out."""
    if not company:
        return []
    applications = session.scalars(earlier_at(user_id, company).limit(MOST + 1)).all()
    shown = [each for each in applications if each.id != apart][:MOST]
    words = said_by(session, [each.id for each in shown])
    return [_in_words(each, words.get(each.id, "")) for each in shown]


def said_by(session: Session, ids: list[int]) -> dict[int, str]:
    """Their latest words with a no, by application."""
    if not ids:
        return {}
    rejections = session.execute(
        select(Rejection.application_id, Rejection.words)
        .where(Rejection.application_id.in_(ids), Rejection.words != "")
        .order_by(*Rejection.latest_first())
    )
    return {row.application_id: row.words for row in reversed(rejections.all())}


def _in_words(application: Application, words: str) -> PreviousApplication:
    when = f", {month(application.applied_on)}" if application.applied_on else ""
    return PreviousApplication(
        href=f"/applications/{application.id}",
        role=shortened(application.role, 60) + when,
        where=application.state_label,
        said=shortened(" ".join(words.split()), 200),
    )
