"""Time cut into weeks, months, quarters or years, whichever there is room for."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import NamedTuple

from tracker.values.days import days_after
from tracker.values.formatting import MONTHS

WEEKS, MONTHLY, QUARTERLY = 27 * 7, 30 * 31, 30 * 92
"""Days up to which time is cut into weeks, months, quarters."""
LONGEST = 25 * 366


class Buckets(NamedTuple):
    """How time is cut: the name of a piece, its first day by any of its days, and its label."""

    name: str
    start: Callable[[date], date]
    label: Callable[[date], str]


def choose_buckets(first: date, last: date, first_weekday: int) -> Buckets:
    """The finest for which there is room."""
    days = (last - first).days

    def week(day: date) -> date:
        return days_after(day, -((day.weekday() - first_weekday) % 7))

    if days <= WEEKS:
        return Buckets("week", week, lambda day: f"{day.day} {MONTHS[day.month - 1]}")
    if days <= MONTHLY:
        return Buckets(
            "month",
            lambda day: day.replace(day=1),
            lambda day: f"{MONTHS[day.month - 1]} {day.year}",
        )
    if days <= QUARTERLY:
        return Buckets(
            "quarter",
            lambda day: day.replace(day=1, month=(day.month - 1) // 3 * 3 + 1),
            lambda day: f"{MONTHS[day.month - 1]} {day.year}",
        )
    return Buckets("year", lambda day: day.replace(day=1, month=1), lambda day: str(day.year))


def starts(made: Buckets, first: date, last: date) -> list[date]:
    """The first day of each piece."""
    found = [made.start(first)]
    day = first
    while day < last:
        day = days_after(day, 1)
        if made.start(day) != found[-1]:
            found.append(made.start(day))
    return found


def counts_by_bucket(
    made: Buckets, counts: Mapping[date, int], within: Iterable[date]
) -> dict[date, int]:
    """How many fall into each piece; those outside are left out."""
    found = dict.fromkeys(within, 0)
    for day, number in counts.items():
        start = made.start(day)
        if start in found:
            found[start] += number
    return found
