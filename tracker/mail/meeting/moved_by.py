"""By how much an interview is moved, where its new time is not named: brought forward by a day."""

import re
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from tracker.mail.times.clocks import CLOCK, clock_of
from tracker.mail.times.hours import ENDS, NamedDay

COUNTS = {
    **dict.fromkeys(("a", "an", "one", "ein", "eine", "einen", "einer"), 1.0),
    **dict.fromkeys(("two", "zwei"), 2.0),
    **dict.fromkeys(("three", "drei"), 3.0),
    **dict.fromkeys(("four", "vier"), 4.0),
    **dict.fromkeys(("half an", "eine halbe"), 0.5),
    **dict.fromkeys(("ten", "zehn"), 10.0),
    **dict.fromkeys(("fifteen", "fünfzehn"), 15.0),
    **dict.fromkeys(("twenty", "zwanzig"), 20.0),
    **dict.fromkeys(("thirty", "dreißig"), 30.0),
}
UNITS = {
    **dict.fromkeys(("day", "tag"), timedelta(days=1)),
    **dict.fromkeys(("week", "woche"), timedelta(weeks=1)),
    **dict.fromkeys(("hour", "stunde"), timedelta(hours=1)),
    **dict.fromkeys(("minute", "min"), timedelta(minutes=1)),
}
AMOUNT = (
    rf"(?P<count>{'|'.join(sorted(COUNTS, key=len, reverse=True))}|\d{{1,3}})[ ]"
    r"(?P<unit>day|week|hour|minute|min|tag|woche|stunde)(?:s|en|e|n)?\b"
)
EARLIER = re.compile(
    rf"\b(?:bring|brought)\w{{0,3}}\b[^.?!\n]{{0,60}}\bforward(?: by)? {AMOUNT}", re.IGNORECASE
)
LATER = re.compile(
    rf"\b(?:push|put|mov|set|shift)\w{{0,4}}\b[^.?!\n]{{0,60}}\bback(?: by)? {AMOUNT}",
    re.IGNORECASE,
)
BY = re.compile(
    rf"\b(?:postpon|delay|defer|push|put)\w{{0,4}}\b[^.?!\n]{{0,60}}\bby {AMOUNT}", re.IGNORECASE
)
THAN = re.compile(rf"\b{AMOUNT}[ ](?P<way>earlier|later)\b", re.IGNORECASE)
UM = re.compile(
    rf"\bum {AMOUNT}(?:[ ]nach hinten)?[ ]"
    r"(?P<way>vor|früher|nach vorn|später|verschob|verschieb|verleg|zu verschieb)",
    re.IGNORECASE,
)
ARRIVES = re.compile(
    r"\b(?:arrive|come|join|log|dial|sign|get (?:here|there)|be (?:there|here|ready))\b",
    re.IGNORECASE,
)
"""Beside an "earlier", that only the person is to be there earlier."""
SOMETHING_ELSE = re.compile(
    r"\b(?:decision|decid\w{1,3}|clos(?:e|ing)|deadline|start(?:ing)? date|first day"
    r"|shortlist\w{0,3}|result|outcome|offer|recruit\w{1,4}|reply|answer|hear|finish|entscheidung|frist|antwort"
    r"|\w{0,10}schluss|auswahl|beginn)\b",
    re.IGNORECASE,
)
"""What is put back, and is no interview."""
EARLY = ("earlier", "vor", "früher", "nach vorn")
BACK = 60
READ = 3_000


class Move(NamedTuple):
    """By how much, less than nothing where it is earlier, and where the sentence ends."""

    by: timedelta
    end: int


def moved_by(text: str) -> Move | None:
    """The first one that is said of an interview."""
    said = text[:READ]
    for pattern, sign in ((EARLIER, -1), (LATER, 1), (BY, 1), (THAN, 0), (UM, 0)):
        for found in pattern.finditer(said):
            begins = max(0, found.start() - BACK)
            beside = ENDS.split(said[begins : found.start()])[-1] + found[0]
            early = sign < 0 or (not sign and found["way"].lower() in EARLY)
            if SOMETHING_ELSE.search(beside) or (not sign and early and ARRIVES.search(beside)):
                continue
            ends = ENDS.search(said, found.end())
            return Move(_amount(found) * (-1 if early else 1), ends.start() if ends else len(said))
    return None


def _amount(found: re.Match[str]) -> timedelta:
    said = found["count"].lower()
    count = float(said) if said.isdigit() else COUNTS[said]
    return UNITS[found["unit"].lower()] * count


def moved_from(
    text: str, move: Move, days: Sequence[NamedDay], known: tuple[date, time | None] | None
) -> list[NamedDay]:
    """The new time, where one old day and at most one hour are named, or are known.

    A day in a later sentence is the new one, and is read as any.
    """
    named = {day.on for day in days} or ({known[0]} if known else set())
    hours = {at for match in CLOCK.finditer(text[:READ]) if (at := clock_of(match))}
    if len(named) != 1 or len(hours) > 1 or any(day.start > move.end for day in days):
        return []
    on = next(iter(named))
    at = next(iter(hours), known[1] if known and known[0] == on else None)
    if at is None and move.by % timedelta(days=1):
        return []
    new = datetime.combine(on, at or time()) + move.by
    start, end = (days[0].start, days[0].end) if days else (0, 0)
    return [NamedDay(new.date(), new.time() if at else None, None, start, end)]


__all__ = ["Move", "moved_by", "moved_from"]
