"""The weeks and months that a log is counted by, and whether the chosen days cut them."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tracker.values.date_range import DateRange
from tracker.values.days import days_after

MOST = 600
"""Weeks or months: over eleven years."""


class Stretch(NamedTuple):
    """A week or a month, as far as the log shows it."""

    first: date
    last: date
    whole: bool
    """Whether it is all there: the chosen days cut no part of it off."""


def weeks(span: DateRange, days: tuple[date, date], first_weekday: int) -> Iterator[Stretch]:
    """By the calendar, of an open span from the week of the first line on."""
    first, last = days
    begin = days_after(first, -((first.weekday() - first_weekday) % 7))
    for number in range(MOST):
        week = days_after(begin, 7 * number)
        end = days_after(week, 6)
        if week > last:
            return
        shown = (max(week, span.first or week), min(end, span.last or end))
        yield Stretch(*shown, shown == (week, end))


def months(span: DateRange, days: tuple[date, date]) -> Iterator[Stretch]:
    """From the first day on: an agency's month may begin on the 12th."""
    first, last = days
    begin = first
    for number in range(1, MOST):
        if begin > last:
            return
        ahead = _month_after(first, number)
        end = days_after(ahead, -1)
        shown = min(end, span.last or end)
        yield Stretch(begin, shown, shown == end)
        begin = ahead


def _month_after(day: date, count: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + count, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, day.day)
