"""Days in SQL, on SQLite and on PostgreSQL alike."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from tracker.models.user import User

NEVER = 99_999_999
"""The number of a day that has not come, where the earliest of several is wanted."""


class LocalDay(FunctionElement[date]):
    """The day of a moment, so many minutes east of Greenwich.

    With one difference to Greenwich for all of the year: an hour around midnight is the next day's
    in one half of it, which no count of days here hangs on.
    """

    type = Date()
    inherit_cache = True
    name = "local_day"


class DayNumber(FunctionElement[int]):
    """A date as a number, one more each day: numbers are quicker to compare than dates."""

    type = Integer()
    inherit_cache = True
    name = "day_number"


class LocalDayNumber(FunctionElement[int]):
    """The number of the day of a moment, so many minutes east of Greenwich."""

    type = Integer()
    inherit_cache = True
    name = "local_day_number"


class Earliest(FunctionElement[int]):
    """The earliest of several days by their numbers, none of which is missing."""

    type = Integer()
    inherit_cache = True
    name = "earliest"


def minutes_east(user: User, now: datetime) -> int:
    """How far the person's clock is ahead of Greenwich today."""
    offset = now.astimezone(user.zone).utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


@compiles(LocalDay, "sqlite")
def _local_day_sqlite(element: LocalDay, compiler: Any, **options: Any) -> str:
    moment, minutes = (compiler.process(clause, **options) for clause in element.clauses)
    return f"date({moment}, {minutes} || ' minutes')"


@compiles(LocalDay)
def _local_day(element: LocalDay, compiler: Any, **options: Any) -> str:
    moment, minutes = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST({moment} + make_interval(mins => {minutes}) AS DATE)"


@compiles(DayNumber, "sqlite")
def _day_number_sqlite(element: DayNumber, compiler: Any, **options: Any) -> str:
    return f"CAST(julianday({compiler.process(element.clauses, **options)}) + 0.5 AS INTEGER)"


@compiles(DayNumber)
def _day_number(element: DayNumber, compiler: Any, **options: Any) -> str:
    return f"({compiler.process(element.clauses, **options)} - DATE '2000-01-01')"


@compiles(LocalDayNumber, "sqlite")
def _local_day_number_sqlite(element: LocalDayNumber, compiler: Any, **options: Any) -> str:
    moment, minutes = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST(julianday({moment}, {minutes} || ' minutes') + 0.5 AS INTEGER)"


@compiles(LocalDayNumber)
def _local_day_number(element: LocalDayNumber, compiler: Any, **options: Any) -> str:
    moment, minutes = (compiler.process(clause, **options) for clause in element.clauses)
    shifted = f"{moment} + make_interval(mins => {minutes})"
    return f"(CAST({shifted} AS DATE) - DATE '2000-01-01')"


@compiles(Earliest, "sqlite")
def _earliest_sqlite(element: Earliest, compiler: Any, **options: Any) -> str:
    return f"min({compiler.process(element.clauses, **options)})"


@compiles(Earliest)
def _earliest(element: Earliest, compiler: Any, **options: Any) -> str:
    return f"least({compiler.process(element.clauses, **options)})"
