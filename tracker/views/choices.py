"""What the form of an application offers: the person's own words, so far as there are any."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from tracker.forms.application import ApplicationForm
from tracker.models.application import Application
from tracker.models.document import Document
from tracker.models.skill import Skill
from tracker.models.spark import ApplicationSpark, Spark

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
    found = (session.scalars(Application.distinct(user_id, each)).all() for each in columns)
    return Suggestions(*found)


def offer_resumes(session: Session, user_id: int, form: ApplicationForm) -> ApplicationForm:
    """Let the form know the résumés."""
    form.offer_resumes(resumes(session, user_id, form.resume_id.data))
    return form


def ready_to_judge(session: Session, user_id: int, form: ApplicationForm) -> ApplicationForm:
    """Let the form know what it has to know to judge what was sent."""
    return form if form.resume_id.data is None else offer_resumes(session, user_id, form)


def offer(session: Session, user_id: int, form: ApplicationForm) -> ApplicationForm:
    """Let the form offer résumés, sparks and skills; a chosen résumé that is archived too."""
    mine = select(Skill.name).where(Skill.user_id == user_id, Skill.level.is_not(None))
    form.sparks.offered = list(sparks(session, user_id))
    form.skills.offered = list(session.scalars(mine.order_by(Skill.name).limit(BOXES)))
    return offer_resumes(session, user_id, form)


def resumes(session: Session, user_id: int, chosen: int | None) -> Sequence[Document]:
    """The versions to choose from."""
    chosen = chosen if chosen and chosen < 2**63 else None
    offered = (Document.kind == "resume") & Document.archived_at.is_(None)
    return session.scalars(Document.of(user_id).where(offered | (Document.id == chosen))).all()


def sparks(session: Session, user_id: int) -> Sequence[str]:
    """The most used first."""
    uses = func.count(ApplicationSpark.application_id)
    return session.scalars(
        select(Spark.name)
        .outerjoin(ApplicationSpark, ApplicationSpark.spark_id == Spark.id)
        .where(Spark.user_id == user_id)
        .group_by(Spark.id, Spark.name)
        .order_by(uses.desc(), Spark.name)
        .limit(BOXES)
    ).all()
