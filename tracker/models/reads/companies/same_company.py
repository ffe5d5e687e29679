"""Which rows are of one company, and a person's other applications there."""

from typing import Any

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, func

from tracker.loop.stage import Stage
from tracker.models.application import Application

CAPITALS = str.maketrans({chr(sign): chr(sign).lower() for sign in range(ord("A"), ord("Z") + 1)})


def is_named(column: SQLColumnExpression[Any], company: str) -> ColumnElement[bool]:
    """The rule, here alone: the same name, whatever its capitals.

    SQLite makes only A to Z small; a name with another capital is the same as itself all the same.
    """
    name = company.strip()
    return func.lower(column).in_({name.lower(), name.translate(CAPITALS)})


def earlier_at(user_id: int, company: str) -> Select[Application]:
    """Earlier applications to a company, the latest first."""
    return (
        Application.of(user_id)
        .where(is_named(Application.company, company))
        .order_by(Application.applied_on.desc(), Application.id.desc())
    )


def others_open(application: Application) -> Select[Application]:
    """Others at the same company on which an answer may still come, the latest first."""
    return earlier_at(application.user_id, application.company).where(
        Application.id != application.id, Application.live, Application.stage.in_(Stage.OPEN)
    )
