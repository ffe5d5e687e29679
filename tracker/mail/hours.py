"""Hours as they stand beside a day: each is of its own day, and one day may have several."""

import re
from collections.abc import Iterator
from datetime import date, time
from typing import NamedTuple

CLOCK = re.compile(
    r"(?<![\w.:/-])(?:(?P<h>\d{1,2})(?:[:.](?P<m>[0-5]\d))?"
    r"[ \n]?(?P<half>[ap]\.?m\b\.?|o'clock|Uhr\b)?"
    r"|(?P<word>noon|midday|mittags|half[ ]past[ ](?P<past>one|two|three|four|five|six|seven|eight"
    r"|nine|ten|eleven|twelve)))(?![\w:/]|-(?!\d{1,2}[:.]\d\d)|\.\d)",
    re.IGNORECASE,
)
NUMBERS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
UNTIL = re.compile(
    r"[ \n]?(?:-|–|—|to|until|till|bis)[ \n]?"
    r"(\d{1,2})(?:[:.]([0-5]\d))?(?:[ \n]?([ap])(?:\.?m)?\b\.?)?",
    re.IGNORECASE,
)
AFTER, BEFORE = 60, 30
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
CHOICE_ENDS = re.compile(r"[ \n]?(?:[,;.?!)/]|(?:or|oder|on)\b|[A-Z]{2,5}\b|\n|$)")
MOST_HOURS = 6


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
        for match in CLOCK.finditer(text[begins:ends]):
            at = clock_of(match, alone=not behind) or _of_part(match)
            if at is None:
                continue
            stop = begins + match.end()
            if behind and ends == following and ITS_OWN.fullmatch(text[stop:following]):
                continue
            first = _held(text, day, at, stop, ends)
            first = first._replace(end=stop if behind else day.end)
            return [first, *_also(text, first, following)] if behind else [first]
    return [day]


def _held(text: str, day: NamedDay, at: time, stop: int, limit: int) -> NamedDay:
    until = UNTIL.match(text, stop, limit)
    minutes = _minutes(at, until)
    return day._replace(at=at, minutes=minutes, hour_ends=until.end() if until else stop)


def _also(text: str, first: NamedDay, following: int) -> Iterator[NamedDay]:
    """The further hours of a list."""
    day = first
    for _ in range(MOST_HOURS):
        sign = ALSO.match(text, day.hour_ends, following)
        match = CLOCK.match(text, sign.end()) if sign else None
        at = clock_of(match) if match and match.end() <= following else None
        if match is None or at is None or ITS_OWN.fullmatch(text[match.end() : following]):
            return
        day = _held(text, day, at, match.end(), following)
        if not CHOICE_ENDS.match(text, day.hour_ends):
            return
        yield day


def _of_part(match: re.Match[str]) -> time | None:
    """Of a bare number behind a part of the day."""
    if match["word"] or match["half"] or match["m"]:
        return None
    part = PART.search(match.string, max(0, match.start() - 24), match.start())
    hour = int(match["h"])
    if part is None or not 1 <= hour <= 12:
        return None
    return time(hour % 12 + (0 if part["part"].lower() == "morning" else 12))


def clock_of(match: re.Match[str], alone: bool = False) -> time | None:
    """The time of day; a bare number is none, and neither is one of no clock."""
    if match["word"]:
        past = match["past"]
        if past:
            hour = NUMBERS.index(past.lower()) + 1
            return time(hour + 12 if hour < 8 else hour % 24, 30)
        return time(12)
    hour, minute, half = int(match["h"]), int(match["m"] or 0), (match["half"] or "").lower()
    if not half and (not match["m"] or (alone and hour > 12)):
        return None
    if half.startswith(("a", "p")):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    return time(hour, minute) if hour < 24 else None


def _minutes(at: time, ends: re.Match[str] | None) -> int | None:
    """How long it takes, where the end is said, too."""
    if ends is None:
        return None
    hour, minute = int(ends[1]), int(ends[2] or 0)
    if ends[3] and hour <= 12:
        hour = hour % 12 + (12 if ends[3].lower() == "p" else 0)
    span = hour * 60 + minute - at.hour * 60 - at.minute
    if span <= 0 and hour <= 12:
        span += 12 * 60
    return span if 5 <= span <= 12 * 60 and hour < 24 else None
