"""Where a list goes on: after the last row shown, by what it is sorted by."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, Self, TypeVar

from sqlalchemy import ColumnElement, literal, tuple_
from sqlalchemy.types import TypeEngine

from tracker.values.whole_number import LARGEST

Row = TypeVar("Row")
NUMBER = re.compile(r"-?[0-9]{1,19}")


def cut(rows: Sequence[Row], size: int) -> tuple[list[Row], bool]:
    """One page of rows, of which one more than fits was asked for; whether there are more."""
    return list(rows[:size]), len(rows) > size


@dataclass(frozen=True)
class Cursor:
    """What a list is sorted by, of one of its rows; in an address like `2026-03-02.17`.

    Each list has a class of its own, whose fields bear the names of the columns, in their order.
    """

    @classmethod
    def parse(cls, given: str) -> Self | None:
        """As it was written, or None where it says no such thing."""
        kinds = (field.type for field in fields(cls))
        try:
            facts = zip(kinds, given.split("."), strict=True)
            return cls(*(READ[kind](fact) for kind, fact in facts))
        except ValueError:
            return None

    @classmethod
    def at(cls, row: Any) -> Self:
        """The one of this row."""
        return cls(*(getattr(row, field.name) for field in fields(cls)))

    @classmethod
    def cut(cls, rows: Sequence[Row], size: int) -> tuple[list[Row], Self | None]:
        """One page of rows, of which one more than fits was asked for; where the next begins."""
        shown, more = cut(rows, size)
        return shown, cls.at(shown[-1]) if more else None

    def beyond(self, model: Any, descending: bool = False) -> ColumnElement[bool]:
        """Whether a row of the model stands further down the list."""
        columns = [getattr(model, field.name) for field in fields(self)]
        facts = [_literal(getattr(self, each.key), each.type) for each in columns]
        if descending:
            return tuple_(*columns) < tuple_(*facts)
        return tuple_(*columns) > tuple_(*facts)

    def __str__(self) -> str:
        facts = (getattr(self, field.name) for field in fields(self))
        return ".".join(str(int(fact) if isinstance(fact, bool) else fact) for fact in facts)


@dataclass(frozen=True)
class ById(Cursor):
    """Where a list goes on that is sorted by the numbers of its rows."""

    id: int


def _literal(fact: Any, kind: TypeEngine[Any]) -> ColumnElement[Any]:
    """A number as large as it is: PostgreSQL refuses one that the column could not hold."""
    return literal(fact) if isinstance(fact, int) else literal(fact, kind)


def _number(given: str) -> int:
    number = int(given) if NUMBER.fullmatch(given) else LARGEST + 1
    if abs(number) > LARGEST:
        raise ValueError(given)
    return number


READ: dict[Any, Callable[[str], Any]] = {
    bool: lambda given: bool(_number(given)),
    int: _number,
    date: date.fromisoformat,
}
"""How a fact of each kind is read."""
