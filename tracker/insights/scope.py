"""What everything is read for: whose, of which days, seen when."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cached_property
from typing import Any

from sqlalchemy import ColumnElement, SQLColumnExpression, literal
from sqlalchemy.orm import Session

from tracker.days import day_of
from tracker.insights.day_sql import LocalDay, minutes_east
from tracker.models.user import User
from tracker.sharing.desk import within
from tracker.sharing.mask import Mask
from tracker.span import Span


@dataclass(frozen=True)
class Scope:
    """One look back."""

    session: Session
    user: User
    span: Span
    now: datetime
    mask: Mask

    @cached_property
    def today(self) -> date:
        """The day on the person's calendar."""
        return day_of(self.now, self.user.zone)

    def local_day(self, moment: SQLColumnExpression[Any]) -> LocalDay:
        """The day of a moment on the person's calendar, in SQL."""
        return LocalDay(moment, literal(minutes_east(self.user, self.now)))

    def within(self, day: SQLColumnExpression[Any]) -> list[ColumnElement[bool]]:
        """The conditions for a day to lie in the span."""
        return within(self.span, day)
