"""Moments over time, drawn: one line through how each one felt, then and later."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.models.check_in import CheckIn
from tracker.values.days import day_of
from tracker.values.formatting import day

WIDTH, HEIGHT, EDGE = 320, 112, 8
LEAST, MOST = 3, 24
"""Two numbers are no line; of more than so many only the middle of each month is drawn."""


Told = tuple[datetime, float]
"""When it was said, and how bad it was."""


class Point(NamedTuple):
    """A number that was given."""

    x: int
    y: int


class MomentsLine(NamedTuple):
    """What the template draws: from the earliest at the left to the latest."""

    points: list[Point]
    path: str
    monthly: bool
    first: str
    last: str


def present_line(rows: Sequence[CheckIn], now: datetime, zone: ZoneInfo) -> MomentsLine | None:
    """The numbers, each at its own time; nothing where there are too few."""
    every = sorted(number for row in rows for number in _told(row))
    monthly = len(every) > MOST
    told = _by_month(every, zone) if monthly else every
    if len(told) < LEAST:
        return None
    begin, whole = told[0][0], told[-1][0] - told[0][0]
    points = [
        Point(
            EDGE + round((WIDTH - 2 * EDGE) * ((at - begin) / whole if whole else 0)), height(value)
        )
        for at, value in told
    ]
    first, last = (day(day_of(told[n][0], zone), day_of(now, zone)) for n in (0, -1))
    path = "M" + "L".join(f"{each.x} {each.y}" for each in points)
    return MomentsLine(points, path, monthly, first, last)


def _told(row: CheckIn) -> Iterator[Told]:
    if row.before is not None:
        yield row.created_at, row.before
        if row.after is not None and row.after_at is not None:
            yield row.after_at, row.after


def _by_month(told: Sequence[Told], zone: ZoneInfo) -> list[Told]:
    """The middle of each month that has a number, at its first one."""
    months = groupby(told, lambda each: day_of(each[0], zone).replace(day=1))
    found = [list(each) for _, each in months]
    return [(each[0][0], sum(value for _, value in each) / len(each)) for each in found]


def height(value: float) -> int:
    """Fine is the upper line, very bad the lower."""
    return EDGE + round((HEIGHT - 2 * EDGE) * value / 10)
