"""What the form of an application offers: the person's own words, so far as there are any."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.models.document import Document, DocumentFacts
from tracker.models.reads.suggestions import own_values
from tracker.models.skill import ApplicationSpark, ApplicationTag, Skill, Spark, Tag
from tracker.views.applications.application_form import ApplicationForm

BOXES = 24
"""Words that are offered as boxes to tick; the others are typed."""


class Suggestions(NamedTuple):
    """What the browser completes."""

    companies: Sequence[str]
    sources: Sequence[str]
    locations: Sequence[str]


def suggestions(session: Session, user_id: int) -> Suggestions:
    """Own companies, sources and locations, the most used first."""
    columns = ("company", "source", "location")
    found = (session.scalars(own_values(user_id, each)).all() for each in columns)
    return Suggestions(*found)


def add_document_options(session: Session, user_id: int, form: ApplicationForm) -> ApplicationForm:
    """Let the form know the résumés and letters."""
    form.offer_papers(papers(session, user_id, [form.resume_id.data, form.letter_id.data]))
    return form


def add_options_for_validation(
    session: Session, user_id: int, form: ApplicationForm
) -> ApplicationForm:
    """Let the form know what it has to know to judge what was sent."""
    if form.resume_id.data is None and form.letter_id.data is None:
        return form
    return add_document_options(session, user_id, form)


def add_options(session: Session, user_id: int, form: ApplicationForm) -> ApplicationForm:
    """Let the form offer papers, sparks and skills; a chosen paper that is archived too."""
    mine = select(Skill.name).where(Skill.user_id == user_id, Skill.level.is_not(None))
    form.sparks.offered = list(sparks(session, user_id))
    form.tags.offered = list(tags(session, user_id))
    form.skills.offered = list(session.scalars(mine.order_by(Skill.name).limit(BOXES)))
    return add_document_options(session, user_id, form)


def papers(session: Session, user_id: int, chosen: Iterable[int | None]) -> Sequence[DocumentFacts]:
    """The versions to choose from."""
    kept = [each for each in chosen if each and 0 < each < 2**63]
    return Document.versions(session, user_id, kept)


def sparks(session: Session, user_id: int) -> Sequence[str]:
    """The most used first."""
    return _most_used(session, user_id, Spark, ApplicationSpark, ApplicationSpark.spark_id)


def tags(session: Session, user_id: int) -> Sequence[str]:
    """The most used first."""
    return _most_used(session, user_id, Tag, ApplicationTag, ApplicationTag.tag_id)


def _most_used(session: Session, user_id: int, word: Any, link: Any, key: Any) -> Sequence[str]:
    return session.scalars(
        select(word.name)
        .outerjoin(link, key == word.id)
        .where(word.user_id == user_id)
        .group_by(word.id, word.name)
        .order_by(func.count(link.application_id).desc(), word.name)
        .limit(BOXES)
    ).all()
