"""A bare number that is an hour by where it stands: Wednesday at 11, tomorrow 3ish, 9 on Friday."""

import re
from datetime import time

from tracker.mail.times.clock_words import by_day

AFTER_DAY = re.compile(
    r"[ \n,]{0,3}(?:in the |am )?(?:morning|afternoon|evening|arvo|early|früh)?[ \n,]{0,3}"
    r"(?P<at>(?:at|@|around|about|from|um|gegen|ab|so um)[ \n]{1,2}"
    r"(?:about |around |say |ca\.? )?)?",
    re.IGNORECASE,
)
"""Between a day and the hour behind it."""
AT = re.compile(r"(?:\b(?:at|around|about|um|gegen)|@)[ ]{1,2}$", re.IGNORECASE)
BEFORE_DAY = re.compile(r",?[ \n]{1,2}(?:(?:on|this|next|am|the|den)[ ]){0,2}", re.IGNORECASE)
"""Between an hour and the day behind it."""
NO_UNIT = re.compile(
    r"[ \n]?(?:[,;.?!)]|$|\n"
    r"|(?:instead|or|oder|on|and|und|to|until|till|bis|that|this|next|tomorrow|with|if|ok|okay"
    r"|please|sharp|then|for|rather|not|nicht|statt|anstatt|in the|be|is|work|works"
    r"|suit|suits|would|we|i|am|zum|wäre|für|passt|morgen|kommen)\b|[–-])",
    re.IGNORECASE,
)
"""Behind it, that it counts nothing."""
LATEST = 23


def bare_hour(match: re.Match[str], start: int, end: int) -> time | None:
    """The hour of the day that stands from `start` to `end`, right behind it or before it."""
    text, hour = match.string, _number(match)
    if hour is None or not NO_UNIT.match(text, match.end()):
        return None
    if match.start() >= end:
        between = AFTER_DAY.fullmatch(text, end, match.start())
        named = between is not None and bool(between["at"] or match["about"])
    else:
        between = BEFORE_DAY.fullmatch(text, match.end(), start)
        led = AT.search(text, max(0, match.start() - 12), match.start())
        named = between is not None and bool(led or match["about"])
    return time(by_day(match, hour)) if named else None


def also_bare(match: re.Match[str]) -> time | None:
    """The further hour of a list: at 10 or 2."""
    hour = _number(match)
    return time(by_day(match, hour)) if hour is not None else None


def _number(match: re.Match[str]) -> int | None:
    if match["word"] or match["army"] or match["half"] or match["m"]:
        return None
    return int(match["h"]) if 1 <= int(match["h"]) <= LATEST else None


__all__ = ["also_bare", "bare_hour"]
