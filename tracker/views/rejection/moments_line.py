"""Moments, drawn: each as a short stroke from how it felt to how it felt later."""

from collections.abc import Sequence
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.models.check_in import CheckIn
from tracker.values.days import day_of
from tracker.values.formatting import day

WIDTH, HEIGHT, EDGE = 320, 112, 8
LEAST, MANY = 2, 16
"""One stroke is told by its own row; of more than so many each is thinner."""


class MomentsDrawing(NamedTuple):
    """What the template draws, the earliest at the left: strokes, where they begin and end."""

    strokes: str
    then: str
    later: str
    many: bool
    first: str
    last: str


def present_strokes(
    rows: Sequence[CheckIn], now: datetime, zone: ZoneInfo
) -> MomentsDrawing | None:
    """Every moment that has a number beside the next; nothing where there are too few."""
    told = sorted((row for row in rows if row.before is not None), key=lambda row: row.created_at)
    if len(told) < LEAST:
        return None
    place = (WIDTH - 2 * EDGE) / len(told)
    strokes, then, later = [], [], []
    for number, row in enumerate(told):
        x = EDGE + place * (number + 0.25)
        begins = f"M{x:.0f} {height(row.before or 0)}"
        then.append(f"{begins}h.01")
        if row.after is not None:
            end = f"{x + place / 2:.0f} {height(row.after)}"
            strokes.append(f"{begins}L{end}")
            later.append(f"M{end}h.01")
    first, last = (day(day_of(told[n].created_at, zone), day_of(now, zone)) for n in (0, -1))
    return MomentsDrawing(
        "".join(strokes), "".join(then), "".join(later), len(told) > MANY, first, last
    )


def height(value: int) -> int:
    """Fine is on top, very bad at the foot."""
    return EDGE + round((HEIGHT - 2 * EDGE) * value / 10)
