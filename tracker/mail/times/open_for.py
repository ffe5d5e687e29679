"""For how long what is to be done stays open: the link expires in 7 days, you have 72 hours."""

import math
import re
from datetime import date, timedelta

NUMBERS = {
    **dict.fromkeys(("a", "one", "einem", "einer"), 1),
    **dict.fromkeys(("two", "zwei"), 2),
    **dict.fromkeys(("three", "drei"), 3),
    **dict.fromkeys(("four", "vier"), 4),
    **dict.fromkeys(("five", "fünf"), 5),
    **dict.fromkeys(("six", "sechs"), 6),
    **dict.fromkeys(("seven", "sieben"), 7),
    **dict.fromkeys(("eight", "acht"), 8),
    **dict.fromkeys(("ten", "zehn"), 10),
    **dict.fromkeys(("fourteen", "vierzehn"), 14),
}
NUMBER = rf"(?:\d{{1,2}}|{'|'.join(NUMBERS)})"
UNITS = {"week": 7, "woche": 7}
HOURS = ("hour", "stunde")
UNIT = "(?P<{}>day|week|hour)s?"
LASTS = re.compile(
    r"\b(?:link|test|assessment|invitation|invite|challenge|exercise|questionnaire|form)\b"
    r"[^.!?]{0,60}\b(?:expires?|ends?|closes?"
    r"|(?:is |stays? |remains? )?(?:valid|open|active|available))"
    rf"[ ](?:in|after|for)[ ](?:the next[ ])?(?P<count>{NUMBER})[ -]{UNIT.format('unit')}\b"
    r"|\byou(?:[ ]will|['’]ll)?[ ]have[ ](?:up to[ ])?"
    rf"(?P<days>{NUMBER})[ -]{UNIT.format('long')}(?:[ ]\([^)]{{0,20}}\))?"
    r"(?=[ ](?:to|in which to)[ ](?:complete|finish|submit|return|respond|do|take|start|record)\b"
    r"|[.!]?$)"
    rf"|\bsie haben[ ](?P<zahl>{NUMBER})[ ](?P<lang>tag|woche|stunde)e?n?[ ](?:dafür[ ])?zeit\b",
    re.IGNORECASE,
)
"""How long a test of an hour takes is no such time."""
SHORTEST = 12
"""Hours of which that can be said."""


def open_until(found: re.Match[str], sent: date) -> date | None:
    """The day on which it ends, of a mail of that day; None where it is how long a test takes."""
    given = (found["count"] or found["days"] or found["zahl"]).lower()
    unit = (found["unit"] or found["long"] or found["lang"]).lower()
    count = NUMBERS.get(given) or int(given)
    if unit in HOURS and count < SHORTEST:
        return None
    return sent + timedelta(days=days_of(count, unit))


def days_of(count: int, unit: str) -> int:
    """So many weeks, days or hours, in whole days."""
    return math.ceil(count / 24) if unit in HOURS else count * UNITS.get(unit, 1)
