"""What everything is read for: whose, of which days, seen when."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any, NamedTuple

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Date,
    Executable,
    Row,
    SQLColumnExpression,
    bindparam,
    select,
)
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.user import User
from tracker.sharing.redaction import Redaction
from tracker.values.date_range import DateRange
from tracker.values.days import day_of

# A statement is put together once for each shape of a span: that takes longer than to answer it.
USER = bindparam("user_id", type_=BigInteger)
TODAY = bindparam("today", type_=Date)
FIRST, LAST = bindparam("first_day", type_=Date), bindparam("last_day", type_=Date)


class Shape(NamedTuple):
    """Which ends a span has; what has no day lies only in one without any."""

    first: bool
    last: bool

    def within(self, day: SQLColumnExpression[Any]) -> list[ColumnElement[bool]]:
        """The conditions for a day to lie in the span."""
        bounds = ((self.first, day >= FIRST), (self.last, day <= LAST))
        return [bound for there, bound in bounds if there]


def not_in_bin(application_id: SQLColumnExpression[Any]) -> ColumnElement[bool]:
    """That an application is not in the bin: so few are that nothing is read of the others."""
    binned = select(Application.id).where(
        Application.user_id == USER, Application.deleted_at.is_not(None)
    )
    return application_id.not_in(binned)


@dataclass(frozen=True)
class Scope:
    """One look back."""

    session: Session
    user: User
    span: DateRange
    now: datetime
    mask: Redaction

    @cached_property
    def today(self) -> date:
        """The day on the person's calendar."""
        return day_of(self.now, self.user.zone)

    @property
    def shape(self) -> Shape:
        """Which ends the span has."""
        return Shape(self.span.first is not None, self.span.last is not None)

    @cached_property
    def parameters(self) -> dict[str, Any]:
        """What every statement may name."""
        return {
            "user_id": self.user.id,
            "today": self.today,
            "first_day": self.span.first,
            "last_day": self.span.last,
        }

    def rows(self, statement: Executable, **more: Any) -> list[Row[*tuple[Any, ...]]]:
        """All that it finds."""
        return list(self.session.connection().execute(statement, self.parameters | more).all())
