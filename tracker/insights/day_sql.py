"""Days in SQL, on SQLite and on PostgreSQL alike."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import Date, Integer
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

from tracker.days import day_of
from tracker.models.user import User

NEVER = date.max
"""Stands for a day that has not come, where the earliest of several is wanted."""


class LocalDay(FunctionElement[date]):
    """The day of a moment, so many minutes east of Greenwich.

    With one difference to Greenwich for all of the year: an hour around midnight is the next day's
    in one half of it, which no count of days here hangs on.
    """

    type = Date()
    inherit_cache = True
    name = "local_day"


class DaysBetween(FunctionElement[int]):
    """From the first day to the second."""

    type = Integer()
    inherit_cache = True
    name = "days_between"


class Earliest(FunctionElement[date]):
    """The earliest of several days, none of which is missing."""

    type = Date()
    inherit_cache = True
    name = "earliest"


def minutes_east(user: User, now: datetime) -> int:
    """How far the person's clock is ahead of Greenwich today."""
    offset = now.astimezone(user.zone).utcoffset()
    return int(offset.total_seconds() // 60) if offset else 0


def today_of(user: User, now: datetime) -> date:
    """The day on the person's calendar."""
    return day_of(now, user.zone)


@compiles(LocalDay, "sqlite")
def _local_day_sqlite(element: LocalDay, compiler: Any, **options: Any) -> str:
    moment, minutes = (compiler.process(clause, **options) for clause in element.clauses)
    return f"date({moment}, {minutes} || ' minutes')"


@compiles(LocalDay)
def _local_day(element: LocalDay, compiler: Any, **options: Any) -> str:
    moment, minutes = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST({moment} + make_interval(mins => {minutes}) AS DATE)"


@compiles(DaysBetween, "sqlite")
def _days_between_sqlite(element: DaysBetween, compiler: Any, **options: Any) -> str:
    first, second = (compiler.process(clause, **options) for clause in element.clauses)
    return f"CAST(julianday({second}) - julianday({first}) AS INTEGER)"


@compiles(DaysBetween)
def _days_between(element: DaysBetween, compiler: Any, **options: Any) -> str:
    first, second = (compiler.process(clause, **options) for clause in element.clauses)
    return f"({second} - {first})"


@compiles(Earliest, "sqlite")
def _earliest_sqlite(element: Earliest, compiler: Any, **options: Any) -> str:
    return f"min({compiler.process(element.clauses, **options)})"


@compiles(Earliest)
def _earliest(element: Earliest, compiler: Any, **options: Any) -> str:
    return f"least({compiler.process(element.clauses, **options)})"
