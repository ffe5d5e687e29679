"""A day that is named by one that was spoken of: the 10th, at 15:30 that day."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tracker.mail.times.hours import NamedDay

BARE = re.compile(
    r"\b(?:the[ \n](?P<day>\d{1,2})(?:st|nd|rd|th)\b"
    r"(?=[ \n]?(?:[,;.?!)]|$)|[ \n](?:at|from|around|instead|or|and|in|if|would|is|works?|suits?"
    r"|for|then|please|ok|okay|to|between|not|rather|does|do|\d)\b)"
    r"|(?:am|der|den|dem|vom|zum|auf)[ \n](?P<tag>\d{1,2})\.(?!\d)"
    r"(?=[ \n]?[,;?!)]|$|[ \n](?:um|ab|gegen|wäre|würde|oder|und|statt|passt|ginge|geht|klappt"
    r"|nicht|vor|nach|möglich|\d)))",
    re.IGNORECASE,
)
"""The 11th, der 10.: of the month that is spoken of, else of the one that comes."""
THAT_DAY = re.compile(
    r"\b(?:that|the[ \n]same|on[ \n]the)[ \n](?:same[ \n])?day\b"
    r"|\b(?:an[ \n](?:diesem|dem|demselben)|am[ \n](?:selben|gleichen))[ \n]Tag\b",
    re.IGNORECASE,
)
"""The one that stands last before it."""
AHEAD = 100
"""Days among which one without its month is looked for."""


def bare_days(text: str, sent: date, known: Sequence[NamedDay]) -> list[NamedDay]:
    """Each is the one to come that is nearest to the last day before it."""
    return [each for match in BARE.finditer(text) if (each := _bare(match, sent, known))]


def same_days(text: str, known: Sequence[NamedDay]) -> list[NamedDay]:
    """Those that it calls so."""
    return [each for match in THAT_DAY.finditer(text) if (each := _that(match, known))]


def _bare(match: re.Match[str], sent: date, dated: Sequence[NamedDay]) -> NamedDay | None:
    """The one nearest to the day with a date that stands before it."""
    number = int(match["day"] or match["tag"])
    before = max((each for each in dated if each.end <= match.start()), key=_end, default=None)
    near = before.on if before is not None else sent
    days = (sent + timedelta(days=ahead) for ahead in range(AHEAD))
    on = min((on for on in days if on.day == number), key=lambda on: abs(on - near), default=None)
    return NamedDay(on, None, None, match.start(), match.end()) if on else None


def _that(match: re.Match[str], known: Sequence[NamedDay]) -> NamedDay | None:
    """The day that stands last before it."""
    before = max((each for each in known if each.end <= match.start()), key=_end, default=None)
    return NamedDay(before.on, None, None, match.start(), match.end()) if before else None


def _end(day: NamedDay) -> int:
    return day.end
