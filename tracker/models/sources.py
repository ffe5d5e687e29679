"""Where a person's openings were found."""

from sqlalchemy import Select, func, select

from tracker.models.application import Application

MOST = 100


def sources(user_id: int) -> Select[str]:
    """A person's own sources by name: by the index from one to the next, whatever lies between."""
    first = select(func.min(Application.source).label("source")).where(
        Application.user_id == user_id, Application.deleted_at.is_(None), Application.source > ""
    )
    every = first.cte("every_source", recursive=True)
    further = first.where(Application.source > every.c.source).scalar_subquery()
    every = every.union_all(select(further).where(every.c.source.is_not(None)))
    return select(every.c.source).where(every.c.source.is_not(None)).limit(MOST)
