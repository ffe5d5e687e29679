"""Moments over time, drawn: how bad each one felt, and how it felt later."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.models.check_in import CheckIn
from tracker.values.days import day_of
from tracker.values.formatting import day

WIDTH, HEIGHT, EDGE = 320, 96, 10
LEAST = 3
"""Two are no line."""


class Point(NamedTuple):
    """One moment: where it stands, and where it stood when it was asked about again."""

    x: int
    before: int
    after: int | None


class MomentsLine(NamedTuple):
    """What the template draws: from the earliest at the left to the latest."""

    points: list[Point]
    path: str
    first: str
    last: str


def present_line(rows: Sequence[CheckIn], now: datetime, zone: ZoneInfo) -> MomentsLine | None:
    """Those that said how bad it was; nothing where there are too few for a line."""
    told = sorted((row for row in rows if row.before is not None), key=lambda row: row.created_at)
    if len(told) < LEAST:
        return None
    begin, end = told[0].created_at, told[-1].created_at
    whole = (end - begin).total_seconds() or 1
    points = [
        Point(
            EDGE + round((WIDTH - 2 * EDGE) * (row.created_at - begin).total_seconds() / whole),
            height(row.before or 0),
            None if row.after is None else height(row.after),
        )
        for row in told
    ]
    today = day_of(now, zone)
    path = "M" + "L".join(f"{each.x} {each.before}" for each in points)
    return MomentsLine(points, path, day(day_of(begin, zone), today), day(day_of(end, zone), today))


def height(value: int) -> int:
    """The lighter, the higher."""
    return EDGE + round((HEIGHT - 2 * EDGE) * value / 10)
