"""A time of day as people write it: 3.30pm, half past two, 13:00 h, 1–2pm, halb drei."""

import re
from datetime import time

from tracker.mail.times.clock_words import IN_WORDS, by_day, hour_in_words

CLOCK = re.compile(
    r"(?<![\w.:/-])(?:(?P<h>\d{1,2})(?:[:.h](?P<m>[0-5]\d))?"
    r"(?P<about>[ ]?-?ish\b)?[ \n]?(?P<half>[ap]\.?m\b\.?|o['’]clock|Uhr\b)?"
    rf"|(?P<army>[0-2]\d[0-5]\d)[ ]?(?:hrs?|hours|h)\b|{IN_WORDS})"
    r"(?![\w/]|:\d|-(?!\d{1,2}(?:[:.]\d\d|[ ]?[ap]\.?m))|\.\d)",
    re.IGNORECASE,
)
ENDS = (
    r"(?P<h>\d{1,2})(?:[:.h](?P<m>[0-5]\d))?"
    r"(?:[ \n]?(?:(?P<half>[ap])(?:\.?m)?\b\.?|(?P<whole>Uhr|h|hrs)\b))?"
)
UNTIL = re.compile(rf"[ \n]?(?:-|–|—|to|until|till|bis)[ \n]?{ENDS}", re.IGNORECASE)
AND = re.compile(rf"[ \n](?:and|und)[ \n]{ENDS}", re.IGNORECASE)
BETWEEN = re.compile(r"\b(?:between|zwischen)[ \n]{1,2}$", re.IGNORECASE)
"""Before an hour, that an "and" behind it says when it ends."""
LONGEST_SHARED = 4 * 60
"""Minutes: what lies further apart has no am or pm in common."""
NIGHT = 4
"""Up to this hour nobody meets, so that 3.30 is in the afternoon; 03:30 is written on purpose."""
COUNTED = re.compile(
    r"\b(?:round|level|room|stage|part|floor|suite|unit|option|day|interview|no\.?|week|slot)[ ]$",
    re.IGNORECASE,
)
"""Before a bare number, that it counts something else."""


def clock_of(match: re.Match[str], alone: bool = False) -> time | None:
    """The time of day; a bare number is none, and neither is one of no clock."""
    if match["word"]:
        return hour_in_words(match)
    if match["army"]:
        hour, minute = divmod(int(match["army"]), 100)
        return time(hour, minute) if hour < 24 else None
    hour, minute, half = int(match["h"]), int(match["m"] or 0), (match["half"] or "").lower()
    if not half:
        shared = _shared(match, hour, minute)
        if shared is not None:
            return shared
        if not match["m"] or (alone and hour > 12 and "." in match[0]):
            return None
    if half.startswith(("a", "p")):
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half.startswith("p") else 0)
    elif half.startswith("o") or (not half and 0 < hour <= NIGHT and match["h"] == str(hour)):
        hour = by_day(match, hour)
    return time(hour, minute) if hour < 24 else None


def _shared(match: re.Match[str], hour: int, minute: int) -> time | None:
    """1 of "1–2pm" and of "between 1 and 2pm", 14 of "14 bis 15 Uhr": said once for both."""
    until = until_of(match, len(match.string))
    if until is None or not (until["half"] or until["whole"]) or hour > 23:
        return None
    if not match["m"] and COUNTED.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    ends = _end_of(until)
    hours = (hour,) if until["whole"] or hour > 12 else (hour % 12, hour % 12 + 12)
    begins = [each for each in hours if 0 < ends - each * 60 - minute <= LONGEST_SHARED]
    return time(max(begins), minute) if begins else None


def _end_of(until: re.Match[str]) -> int:
    """Minutes of the day at which it ends, as it is written."""
    hour = int(until["h"])
    if until["half"] and hour <= 12:
        hour = hour % 12 + (12 if until["half"].lower() == "p" else 0)
    return hour * 60 + int(until["m"] or 0)


def until_of(match: re.Match[str], limit: int) -> re.Match[str] | None:
    """When it ends: – 2pm, until 2pm; and 2pm where a "between" stands before the hour."""
    text, at = match.string, match.end()
    between = BETWEEN.search(text, max(0, match.start() - 12), match.start())
    return UNTIL.match(text, at, limit) or (AND.match(text, at, limit) if between else None)


def length_of(at: time, until: re.Match[str] | None) -> int | None:
    """How many minutes it takes, where the end is said, too."""
    if until is None:
        return None
    span = _end_of(until) - at.hour * 60 - at.minute
    if span <= 0 and int(until["h"]) <= 12:
        span += 12 * 60
    return span if 5 <= span <= 12 * 60 and int(until["h"]) < 24 else None
