"""What a form suggests: what this person wrote before."""

from sqlalchemy import Select, func, select

from tracker.models.application import Application

LATEST = 1000
"""Applications of which a form's suggestions are made: as many as cost nothing to read."""


def own_values(user_id: int, column: str) -> Select[str]:
    """A person's own values of one fact, the most used of late first: what a form suggests."""
    latest = (
        select(getattr(Application, column).label("value"))
        .where(Application.user_id == user_id, Application.deleted_at.is_(None))
        .order_by(Application.id.desc())
        .limit(LATEST)
        .subquery()
    )
    value = latest.c.value
    return (
        select(value)
        .where(value != "")
        .group_by(value)
        .order_by(func.count().desc(), value)
        .limit(100)
    )
