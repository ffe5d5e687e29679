"""What reading a record needs: whose, which span, which names to hide."""

from collections import namedtuple
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import lru_cache
from typing import Any, NamedTuple, TypeVar

from sqlalchemy import ColumnElement, Select, SQLColumnExpression, func, select
from sqlalchemy.orm import Session

from tracker.models.application import Application
from tracker.models.reads.standing import AsOf
from tracker.models.user import User
from tracker.sharing.redaction import Redaction
from tracker.sharing.selection import Selection
from tracker.sharing.shared_columns import columns
from tracker.values.date_range import DAYS, DateRange
from tracker.values.days import day_of, days_after, start_of

RowType = TypeVar("RowType")


class Which(NamedTuple):
    """The application that a line is about."""

    application_id: int
    company: str
    role: str


class Rows(list[RowType]):
    """A list, and how many further lines there are."""

    further = 0


@dataclass(frozen=True)
class RecordReader:
    """Everything is read through one of these, of one person."""

    session: Session
    user: User
    choice: Selection
    span: DateRange
    mask: Redaction
    moment: AsOf
    """By which it is told how applications stand."""
    most: int | None = None
    """Lines that are wanted of a list; None: all."""

    def beside(self, model: Any, *conditions: ColumnElement[bool]) -> Select[*tuple[Any, ...]]:
        """The facts of a noun that stands beside applications, after number, company, role."""
        return (
            select(
                Application.id.label("application_id"),
                Application.company,
                Application.role,
                *columns(model),
            )
            .select_from(model)
            .join(Application, Application.id == model.application_id)
            .where(
                Application.user_id == self.user.id, Application.deleted_at.is_(None), *conditions
            )
        )

    def rows(self, statement: Select[*tuple[Any, ...]]) -> Sequence[Any]:
        """All of them, as named tuples: by name these are read ten times as quick as a row."""
        found = self.session.connection().execute(statement)
        return list(map(named(tuple(found.keys())), found.all()))

    def lines(
        self,
        statement: Select[*tuple[Any, ...]],
        line: Callable[[Any], RowType],
    ) -> "Rows[RowType]":
        """Each row as a line; where only so many are wanted, the first, and the rest counted."""
        wanted = statement if self.most is None else statement.limit(self.most)
        found = Rows(map(line, self.rows(wanted)))
        if len(found) == self.most:
            every = statement.with_only_columns(func.count()).order_by(None)
            found.further = self.rows(every)[0][0] - len(found)
        return found

    def which(self, row: Any) -> Which:
        """The first three columns of a row, masked."""
        return Which(row[0], self.mask.company(row[1]), self.mask.text(row[2]))

    def local(self, moment: datetime | None) -> datetime | None:
        """A moment on the person's clock."""
        return moment.astimezone(self.user.zone) if moment else None

    def day(self, moment: datetime | None) -> date | None:
        """The day of a moment on the person's calendar."""
        return day_of(moment, self.user.zone) if moment else None

    def within(
        self, day: SQLColumnExpression[Any], ahead: bool = False
    ) -> list[ColumnElement[bool]]:
        """The conditions for a day to lie in the span.

        `ahead` lets in what is still to come, where the span is one that ends today.
        """
        span = self.span
        if ahead and span.name in DAYS:
            span = replace(span, last=None)
        return within(span, day)

    def moments(self, moment: SQLColumnExpression[Any]) -> list[ColumnElement[bool]]:
        """The conditions for a moment to lie on a day of the span, on the person's calendar."""
        found: list[ColumnElement[bool]] = []
        zone = self.user.zone
        if self.span.first is not None:
            found.append(moment >= start_of(self.span.first, zone))
        if self.span.last is not None:
            found.append(moment < start_of(days_after(self.span.last, 1), zone))
        return found


@lru_cache
def named(keys: tuple[str, ...]) -> Callable[[Iterable[Any]], Any]:
    """What makes a named tuple of a row."""
    shape: Any = namedtuple("Facts", keys, rename=True)  # type: ignore[misc]
    made: Callable[[Iterable[Any]], Any] = shape._make
    return made


def within(span: DateRange, day: SQLColumnExpression[Any]) -> list[ColumnElement[bool]]:
    """The conditions for a day to lie in a span; one that is not known lies in an open one only."""
    found: list[ColumnElement[bool]] = []
    if span.first is not None:
        found.append(day >= span.first)
    if span.last is not None:
        found.append(day <= span.last)
    return found
