"""Days and hours as they stand in the sentences of a mail, in English and German."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from tracker.imports.words.date_words import MONTHS
from tracker.mail.times.days_beside import BARE, bare_days, same_days
from tracker.mail.times.hours import NamedDay, with_hours

WEEKDAYS = {
    name: number
    for number, names in enumerate(
        (
            "monday mon montag mo", "tuesday tues tue dienstag di", "wednesday wed mittwoch mi",
            "thursday thurs thur thu donnerstag do", "friday fri freitag fr",
            "saturday sat samstag sonnabend sa", "sunday sun sonntag so",
        )
    )
    for name in names.split()
}  # fmt: skip
LONG_WEEKDAYS = "|".join(name for name in WEEKDAYS if len(name) > 2)
SHORT_WEEKDAYS = "Mo|Di|Mi|Do|Fr|Sa|So"
MONTH = "|".join(sorted((m for m in MONTHS if len(m) > 2 and m.isalpha()), key=len, reverse=True))
WEEKDAY = rf"(?P<weekday>{LONG_WEEKDAYS}|{SHORT_WEEKDAYS})\b[.,]?[ \n]{{0,2}}\(?"
DAY = re.compile(
    rf"(?<![\w.:/-])(?:{WEEKDAY}(?:(?:the|den|dem|der|on|am)[ \n])?)?"
    r"(?:(?P<y1>20\d\d)-(?P<m1>\d\d)-(?P<d1>\d\d)"
    r"|(?P<d2>\d{1,2})(?:st|nd|rd|th|\.)?[ \n]?(?:of[ \n])?"
    rf"(?P<m2>{MONTH})\b\.?(?:,?[ \n](?P<y2>20\d\d)\b)?"
    rf"|(?P<m3>{MONTH})\b\.?[ \n](?P<d3>\d{{1,2}})(?:st|nd|rd|th)?\b(?!:\d)"
    r"(?:,?[ \n](?P<y3>20\d\d)\b)?"
    r"|(?P<d4>\d{1,2})(?P<sep>[./])[ ]?(?P<m4>\d{1,2})(?:(?P=sep)[ ]?(?P<y4>(?:20)?\d\d)\b|\.(?!\d)"
    r"|(?=[\s,;)]|$)))",
    re.IGNORECASE,
)  # fmt: skip
ORDINAL = re.compile(
    rf"\b(?P<weekday>{LONG_WEEKDAYS})\b,?[ \n](?:the[ \n])?(?P<day>\d{{1,2}})(?:st|nd|rd|th)\b",
    re.IGNORECASE,
)
"""Monday 30th, Friday the 11th: of the month that comes."""
NEAR = re.compile(
    rf"\b(?:(?P<before>a[ \n]week[ \n](?:on|from)|(?:den[ \n])?übernächste[nr]?"
    r"|next|kommenden|nächsten)[ \n])?"
    rf"(?P<weekday>{LONG_WEEKDAYS})(?:(?:vor|nach)?mittag|abend|morgen|früh)?"
    r"(?P<behind>[ \n](?:(?:in[ \n])?(?:the[ \n])?week[ \n])?after[ \n]next"
    r"|[ \n](?:week|fortnight|in[ \n](?:a[ \n]week|einer[ \n]Woche))"
    r"(?=[ \n](?:at|from|um)\b|[.,?!)]|$))?\b"
    r"|\b(?P<word>tomorrow|today|morgen|heute|übermorgen|2day|tmrw|tmr|tmw"
    r"|tmrow|tomoz|tomoro|tomorow|tommorrow|2moro|2morrow|2mrw)\b",
    re.IGNORECASE,
)
WORDS = {"today": 0, "2day": 0, "heute": 0, "übermorgen": 2}
"""How many days ahead; tomorrow, however short it is written, one."""
PAST = timedelta(days=45)
"""How long ago a day without a year may be; a longer one is next year's."""
MOST = 12


def dates_in(
    text: str,
    sent: date | None,
    with_near: bool = False,
    spoken_of: Sequence[NamedDay] = (),
) -> list[NamedDay]:
    """In the order of the text; `with_near` takes a weekday alone, which needs an hour.

    `spoken_of` are days that stand in the text as it was written: "the 10th" is beside them.
    """
    found = [each for match in DAY.finditer(text) if (each := _full(match, sent))]
    bare: list[NamedDay] = []
    same: list[NamedDay] = []
    if sent is not None:
        found += [each for match in ORDINAL.finditer(text) if (each := _ordinal(match, sent))]
        bare = bare_days(text, sent, [*spoken_of, *found])
        if with_near:
            found += [each for match in NEAR.finditer(text) if (each := _near(match, sent))]
        same = same_days(text, [*spoken_of, *found, *bare])
    timed = _timed(text, [*found, *bare, *same])
    short, again = {each.start for each in bare}, {each.start for each in same}
    hours = {day.on for day in timed if day.at and day.start not in again}
    need_hour = again if with_near else short | again
    timed = [day for day in timed if day.at or day.start not in need_hour]
    return [day for day in timed if day.start not in again or day.on not in hours]


def _timed(text: str, found: list[NamedDay]) -> list[NamedDay]:
    """Each with its hours; of two that overlap the first that was found."""
    kept: list[NamedDay] = []
    for day in found:
        if not any(day.start < other.end and other.start < day.end for other in kept):
            kept.append(day)
    kept = sorted(kept, key=lambda day: day.start)[:MOST]
    timed: list[NamedDay] = []
    for number, day in enumerate(kept):
        following = kept[number + 1].start if number + 1 < len(kept) else len(text)
        taken = timed[-1] if timed else None
        before = max(taken.end, taken.hour_ends) if taken else 0
        timed += with_hours(text, day, before, following)
    return timed


def _full(match: re.Match[str], sent: date | None) -> NamedDay | None:
    said = match.groupdict()
    number = next(n for n in "1234" if said[f"d{n}"])
    day, month = said[f"d{number}"], said[f"m{number}"]
    year = said.get(f"y{number}")
    days, months = int(day), MONTHS.get(month.lower()) or int(month)
    weekday = WEEKDAYS.get((said["weekday"] or "").lower())
    if number == "4" and not year and weekday is None and not match[0].endswith("."):
        return None  # 24/7, or 2.30
    tries = [(days, months), (months, days)] if number == "4" and said["sep"] == "/" else []
    for one, two in tries or [(days, months)]:
        on = _of_year(one, two, _year(year), sent)
        if on is not None and (not tries or weekday is None or on.weekday() == weekday):
            return NamedDay(on, None, None, match.start(), match.end())
    return None


def _year(said: str | None) -> int | None:
    if not said:
        return None
    return int(said) if len(said) == 4 else 2000 + int(said)


def _of_year(day: int, month: int, year: int | None, sent: date | None) -> date | None:
    """Without a year, the next time that this day comes after the mail."""
    try:
        if year is not None:
            return date(year, month, day)
        if sent is None:
            return None
        on = date(sent.year, month, day)
        return on if on >= sent - PAST else date(sent.year + 1, month, day)
    except ValueError:
        return None


def _ordinal(match: re.Match[str], sent: date) -> NamedDay | None:
    day, weekday = int(match["day"]), WEEKDAYS[match["weekday"].lower()]
    for ahead in range(62):
        on = sent + timedelta(days=ahead)
        if on.day == day and on.weekday() == weekday:
            return NamedDay(on, None, None, match.start(), match.end())
    return None


def full_day(text: str, at: int) -> re.Match[str] | None:
    """A day with its date that begins there, and not only a weekday."""
    return DAY.match(text, at) or ORDINAL.match(text, at) or BARE.match(text, at)


def is_far(near: re.Match[str]) -> bool:
    """Whether it is not the weekday that comes first: the Tuesday after next."""
    before = (near["before"] or "").lower()
    return bool(near["behind"]) or before.startswith(("a", "den", "über"))


def _near(match: re.Match[str], sent: date) -> NamedDay | None:
    if match["word"]:
        ahead = WORDS.get(match["word"].lower(), 1)
    else:
        weekday = WEEKDAYS[match["weekday"].lower()]
        ahead = (weekday - sent.weekday()) % 7 or 7
        behind = (match["behind"] or "").lower().split()
        if len(behind) > 2 and "week" in behind and behind[-1] == "next":
            ahead = 14 - sent.weekday() + weekday
        elif is_far(match):
            ahead += 14 if behind == ["fortnight"] else 7
    return NamedDay(sent + timedelta(days=ahead), None, None, match.start(), match.end())
