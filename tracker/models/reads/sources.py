"""Where a person's openings were found."""

from sqlalchemy import ColumnElement, Select, bindparam, func, select

from tracker.models.application import Application

MOST = 100


def _least(*above: ColumnElement[bool]) -> Select[str]:
    """The first of a person's sources by name that is above something."""
    return select(func.min(Application.source).label("source")).where(
        Application.user_id == bindparam("user_id"), Application.deleted_at.is_(None), *above
    )


def _every() -> Select[str]:
    every = _least(Application.source > "").cte("every_source", recursive=True)
    further = _least(Application.source > every.c.source).scalar_subquery()
    every = every.union_all(select(further).where(every.c.source.is_not(None)))
    return select(every.c.source).where(every.c.source.is_not(None)).limit(MOST)


SOURCES = _every()
"""A person's own sources by name: by the index from one to the next, whatever lies between."""
