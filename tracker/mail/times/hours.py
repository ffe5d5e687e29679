"""Hours as they stand beside a day: each is of its own day, and one day may have several."""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import NamedTuple

from tracker.mail.times.bare_hours import also_bare, bare_hour
from tracker.mail.times.clocks import AND, CLOCK, clock_of, length_of, until_of

AFTER, BEFORE = 60, 40
"""Characters around a day in which its hour is looked for."""
PART = re.compile(
    r"\b(?P<part>morning|afternoon|evening),?[ \n]{0,2}(?:(?:at|around|about|from)[ \n])?$",
    re.IGNORECASE,
)
"""Before a bare number, that it is an hour: Thursday morning around 10."""
ITS_OWN = re.compile(r"[ \n]{1,2}(?:on|am)[ \n]{1,2}(?:the[ ])?$", re.IGNORECASE)
"""Between an hour and the day after it, that it is that one's."""
ALSO = re.compile(
    r"[ \n]?(?:,[ \n]?(?:or|oder)|,|/|[ ]or|[ ]oder)[ \n]?(?:at[ ]|um[ ])?", re.IGNORECASE
)
"""Between two hours to choose from."""
OR = re.compile(r"\bo(?:de)?r\b", re.IGNORECASE)
LONGEST_BETWEEN = 2 * 60
"""Minutes: between hours that lie further apart one is to be ready, and no talk takes that long."""
CHOICE_ENDS = re.compile(r"[ \n]?(?:[,;.?!)/]|(?:or|oder|on)\b|[A-Z]{2,5}\b|\n|$)")
MOST_HOURS = 6
ENDS = re.compile(r"[.!?](?=\s)|\n\s*\n|\n(?=[A-Z*•-])")
"""Of a sentence, or of a line that begins anew."""


class NamedDay(NamedTuple):
    """A day in a text, its hour where there is one, and where it stands."""

    on: date
    at: time | None
    minutes: int | None
    start: int
    end: int
    hour_ends: int = 0
    """Where its hour ends, the end of the talk included."""


def with_hours(text: str, day: NamedDay, before: int, following: int) -> list[NamedDay]:
    """With the hours that stand after it, else with the one before it."""
    last = min(following, day.end + AFTER)
    back = max(before, day.start - BEFORE)
    for begins, ends in ((day.end, last), (back, day.start)):
        behind = begins == day.end
        for match in CLOCK.finditer(text, begins, ends):
            at = clock_of(match, alone=not behind) or _of_part(match)
            at = at or bare_hour(match, day.start, day.end)
            if at is None:
                continue
            stop = match.end()
            if behind and ends == following and ITS_OWN.fullmatch(text[stop:following]):
                continue
            first = _held(match, day, at, ends)
            first = first._replace(end=stop if behind else day.end)
            return [first, *_also(text, first, following)] if behind else [first]
    return [day]


def _held(match: re.Match[str], day: NamedDay, at: time, limit: int) -> NamedDay:
    until = until_of(match, limit)
    minutes = length_of(at, until)
    between = until is not None and until.re is AND
    if between and minutes is not None and minutes > LONGEST_BETWEEN:
        minutes = None
    ends = until.end() if until else match.end()
    return day._replace(at=at, minutes=minutes, hour_ends=ends)


def _also(text: str, first: NamedDay, following: int) -> Iterator[NamedDay]:
    """The further hours of a list."""
    day = first
    for _ in range(MOST_HOURS):
        sign = ALSO.match(text, day.hour_ends, following)
        match = CLOCK.match(text, sign.end()) if sign else None
        at = _listed(match, sign) if match and sign and match.end() <= following else None
        if match is None or at is None or ITS_OWN.fullmatch(text[match.end() : following]):
            return
        day = _held(match, day, at, following)
        if not CHOICE_ENDS.match(text, day.hour_ends):
            return
        yield day


def _listed(match: re.Match[str], sign: re.Match[str]) -> time | None:
    """A bare number is one only behind an "or"."""
    return clock_of(match) or (also_bare(match) if OR.search(sign[0]) else None)


def _of_part(match: re.Match[str]) -> time | None:
    """Of a bare number behind a part of the day."""
    if match["word"] or match["half"] or match["m"]:
        return None
    part = PART.search(match.string, max(0, match.start() - 24), match.start())
    hour = int(match["h"])
    if part is None or not 1 <= hour <= 12:
        return None
    return time(hour % 12 + (0 if part["part"].lower() == "morning" else 12))
