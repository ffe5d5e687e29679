"""The hour that takes the place of another on the same day: 4:15 pm rather than 3:30 pm."""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import NamedTuple

from tracker.mail.times.clocks import CLOCK, clock_of
from tracker.mail.times.days import dates_in
from tracker.mail.times.hours import NamedDay

READ, MOST = 3_000, 24
"""Characters that are read, and hours in them."""
NOT = re.compile(
    r",?[ \n]\(?(?:and |und )?(?:rather than|instead of|in place of|not|anstatt|anstelle von|statt"
    r"|nicht)[ \n](?:at |um |the (?:planned|original) |wie geplant (?:um )?)?",
    re.IGNORECASE,
)
"""Between the new hour and the old one."""
THEN = re.compile(
    r",?[ \n](?:(?:schon|erst|bereits|lieber|back|forward|out|to|auf|we|you|us|meet|come"
    r"|start|could|would|at|um|begin|wir|sie|uns|könnten)[ \n]){0,6}",
    re.IGNORECASE,
)
"""Between the old one and the new one, where the old one stands first."""
OLD_FIRST = re.compile(
    r"(?:\b(?:instead of|rather than|statt|anstatt)[ \n](?:at |um )?"
    r"|\b(?:mov|push|shift|chang|bring|brought|postpon|resched|delay|put|verschieb|verschob|verleg"
    r"|vorverleg|ändert|geändert)\w{0,4}\b[^.?!\n]{0,60}\b(?:from|von)[ \n])$",
    re.IGNORECASE,
)
FROM = re.compile(r"\bvon[ \n]$", re.IGNORECASE)
ONTO = re.compile(r"[ \n]auf[ \n]", re.IGNORECASE)
"""Von 15:30 auf 16 Uhr: whatever verb stands behind them."""
THE_NINTH = re.compile(
    r"\b(?:on|for|of)[ ]the[ ](?P<day>\d{1,2})(?:st|nd|rd|th)\b(?![ ](?:floor|level|of\b))",
    re.IGNORECASE,
)
"""A day whose month is known."""
ON_IT = re.compile(r"[ \n](?:on|am)[ \n](?:the[ ])?$", re.IGNORECASE)
BACK, MONTH = 80, 31


class Hours(NamedTuple):
    """Both, and where they stand."""

    new: time
    old: time
    start: int
    end: int
    """Where the later of the two ends."""
    old_first: bool = False


def hour_instead(text: str) -> Hours | None:
    """The first such pair."""
    for match in [*CLOCK.finditer(text[:READ])][:MOST]:
        at = clock_of(match)
        if at is None:
            continue
        sign = NOT.match(text, match.end())
        old = CLOCK.match(text, sign.end()) if sign else None
        was = clock_of(old) if old else None
        if old and was:
            return Hours(at, was, match.start(), old.end())
        first = OLD_FIRST.search(text[max(0, match.start() - BACK) : match.start()])
        first = first or (FROM.search(text[: match.start()][-5:]) and ONTO.match(text, match.end()))
        sign = THEN.match(text, match.end()) if first else None
        new = CLOCK.match(text, sign.end()) if sign else None
        now = clock_of(new) if new else None
        if new and now:
            return Hours(now, at, match.start(), new.end(), old_first=True)
    return None


def with_hour_instead(
    days: Sequence[NamedDay], text: str, sent: date, subject: str, known: date | None
) -> list[NamedDay]:
    """The days of a move, and the one that keeps its day and gets another hour."""
    hours = hour_instead(text)
    if hours is None:
        return [*days]
    named = dates_in(text, sent, with_near=True)
    before = next((day.on for day in named if day.start < hours.start < day.hour_ends), None)
    if before is not None and not hours.old_first:
        return [*days]
    behind = (day.on for day in named if ON_IT.fullmatch(text[hours.end : day.start]))
    on = before or next(behind, None) or _ninth(text, sent, subject) or known
    on = on or next((day.on for day in dates_in(subject, sent)), None)
    if on is None:
        return [*days]
    new = NamedDay(on, hours.new, None, hours.start, hours.end)
    kept = [day for day in days if day.on != on or day.at not in (None, hours.old, hours.new)]
    return sorted((new, *kept), key=lambda day: day.start)


def _ninth(text: str, sent: date, subject: str) -> date | None:
    found = THE_NINTH.search(text[:READ])
    if found is None:
        return None
    said = (day.on for day in (*dates_in(subject, sent), *dates_in(text, sent)))
    ahead = (sent + timedelta(days=days) for days in range(MONTH))
    return next((on for on in (*said, *ahead) if on.day == int(found["day"])), None)


__all__ = ["Hours", "hour_instead", "with_hour_instead"]
