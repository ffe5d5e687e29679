"""Applications that came from one another: a no named the next role."""

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Row, Select, bindparam, select
from sqlalchemy.orm import Session

from tracker.models.application import Application


def tied_applications(session: Session, application: Application) -> Sequence[Row[int, str, str]]:
    """The one that it came from, and those that came from it: number, role, company."""
    given = {"application_id": application.id, "came_from_id": application.came_from_id}
    return session.connection().execute(_tied(), given | {"user_id": application.user_id}).all()


@cache
def _tied() -> Select[int, str, str]:
    """Put together once: the page of every application asks it.

    The sum keeps SQLite from going through all that a person has instead of these few.
    """
    theirs = (Application.id == bindparam("came_from_id")) | (
        Application.came_from_id == bindparam("application_id")
    )
    same_person = Application.user_id + 0 == bindparam("user_id")
    return (
        select(Application.id, Application.role, Application.company)
        .where(theirs, same_person, Application.deleted_at.is_(None))
        .order_by(Application.id)
    )
