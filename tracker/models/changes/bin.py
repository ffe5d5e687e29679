"""Deleting: into the bin, back from it, and gone after 30 days."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import delete, func, select
from sqlalchemy.orm import Session

from tracker.loop.stage import Stage
from tracker.models.application import Application
from tracker.models.changes.position import Placement
from tracker.models.lead import Lead

RETENTION = timedelta(days=30)


def put_in_bin(application: Application, now: datetime) -> None:
    """Off the board and out of every list; what is in the bin already stays as it is."""
    if application.deleted_at is None:
        application.deleted_at = now
        application.touch(now)


def take_out(session: Session, application: Application, now: datetime) -> None:
    """Back where it was, on top of its stage."""
    if application.deleted_at is None:
        return
    application.deleted_at = None
    application.position = Placement().position(session, application, Stage(application.stage))
    application.touch(now)


def is_past_retention(session: Session, user_id: int, now: datetime) -> bool:
    """Whether something has been in the bin for its 30 days."""
    oldest = [
        session.scalar(select(func.min(model.deleted_at)).where(model.user_id == user_id))
        for model in (Application, Lead)
    ]
    return any(each is not None and each <= now - RETENTION for each in oldest)


def purge(session: Session, user_id: int, now: datetime) -> None:
    """Let go for good of what has been in the bin for 30 days."""
    old = select(Application.id).where(
        Application.user_id == user_id, Application.deleted_at <= now - RETENTION
    )
    destroy(session, user_id, session.scalars(old).all())
    session.execute(
        delete(Lead)
        .where(Lead.user_id == user_id, Lead.deleted_at <= now - RETENTION)
        .execution_options(synchronize_session=False)
    )


def destroy(session: Session, user_id: int, ids: Sequence[int]) -> None:
    """Gone for good, with all that belongs to them and the leads that they came from.

    Numbers of other people's applications are passed over.
    """
    for part in (ids[start : start + 500] for start in range(0, len(ids), 500)):
        for gone in (
            delete(Lead).where(Lead.user_id == user_id, Lead.application_id.in_(part)),
            delete(Application).where(Application.user_id == user_id, Application.id.in_(part)),
        ):
            session.execute(gone.execution_options(synchronize_session=False))
