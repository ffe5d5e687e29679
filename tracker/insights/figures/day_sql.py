"""Days in SQL, on SQLite and on PostgreSQL alike."""

from typing import Any

from sqlalchemy import Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

NEVER = 99_999_999
"""The number of a day that has not come, where the earliest of several is wanted."""


class DayNumber(FunctionElement[int]):
    """A date as a number, one more each day: numbers are quicker to compare than dates."""

    type = Integer()
    inherit_cache = True
    name = "day_number"


class Earliest(FunctionElement[int]):
    """The earliest of several days by their numbers, none of which is missing."""

    type = Integer()
    inherit_cache = True
    name = "earliest"


@compiles(DayNumber, "sqlite")
def _day_number_sqlite(element: DayNumber, compiler: Any, **options: Any) -> str:
    return f"CAST(julianday({compiler.process(element.clauses, **options)}) + 0.5 AS INTEGER)"


@compiles(DayNumber)
def _day_number(element: DayNumber, compiler: Any, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)} - DATE '2000-01-01')"


@compiles(Earliest, "sqlite")
def _earliest_sqlite(element: Earliest, compiler: Any, **options: Any) -> str:
    return f"min({compiler.process(element.clauses, **options)})"


@compiles(Earliest)
def _earliest(element: Earliest, compiler: Any, **options: Any) -> str:
    return f"least({compiler.process(element.clauses, **options)})"
