"""Until when one may apply, as postings say it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import islice
from zoneinfo import ZoneInfo

from tracker.imports.reading.dates import DateReader
from tracker.imports.words.date_words import MONTHS
from tracker.values.days import day_of
from tracker.values.regions import ZONES_OF_STATES, zones

MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")(?![^\W\d_])\.?"
DAY = re.compile(
    r"(?<![\d.,$€£])(?:"
    r"\d{4}-\d{1,2}-\d{1,2}"
    r"|\d{1,2}[./-]\s?\d{1,2}[./-]\s?(?:\d{4}|\d\d)(?!\d)"
    rf"|\d{{1,2}}(?:st|nd|rd|th|\.)?[-\s]?(?:of\s)?{MONTH}(?:,?[-\s]{{1,2}}\d{{4}})?"
    rf"|(?<![^\W\d_]){MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?(?![\d:])(?:,?\s\d{{4}})?"
    r"|\d{1,2}\.\d{1,2}\.(?!\d)"
    r")",
    re.IGNORECASE,
)
IN_DAYS = re.compile(r"\b(?:in|noch)\s(\d{1,3})\s(?:days?|tagen?)\b", re.IGNORECASE)
SAYS = re.compile(
    r"applications?(?:\swill)?\s(?:close|must\sbe\s\w{1,12}\sby|are\sdue|due|received\sby|end)"
    r"|clos(?:es|ing)\s(?:date|on|at|in)|\b(?:advert|vacancy|role|job|position)\scloses"
    r"|\bappl(?:y|ications?)\b[^.\n]{0,60}?\b(?:by|before|no\slater\sthan|until)\b|deadline|closes:|expires\s(?:on|in)"
    r"|(?:send|submit|email|forward)[^.\n]{0,80}?\b(?:by|before|no\slater\sthan)\b"
    r"|bewerbungs(?:frist|schluss|ende)|einsendeschluss|ausschreibungsfrist"
    r"|bewerb\w{0,6}[^.\n]{0,60}?\bbis\b|bis\s(?:spätestens|zum)\s(?=\d)"
    r"|last\sday\sto\sapply|accepting\sapplications\suntil|open\suntil",
    re.IGNORECASE,
)
"""What says that a day that follows is the last one."""
WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?"
AT_ONCE = re.compile(
    r"(?:(?:^|[.!?:;,|·•*/(\n–—-])[ \t]{0,4}|\b(?:ads?|advert\w{0,8}|listing|posting|opportunity"
    r"|role|vacancy|vacancies|job|position|applications?|campaign|it|this|and|which)\s(?:will\s)?)"
    r"(?:closes?|closing|apply|due)\s(?:soon[:,]?\s)?"
    r"(?:(?:by|before|until|on|at)\s)?"
    r"(?:(?:close\sof\sbusiness|cob|midnight|noon|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\b\.?)?)"
    r"(?:\s?\(?[A-Z]{2,4}T\)?)?,?\s(?:on\s)?)?"
    rf"(?:(?:the\s)?{WEEKDAY}\b[.,]?\s(?:the\s)?)?(?={DAY.pattern})",
    re.IGNORECASE,
)
"""Closes 18 December, Closing Friday 18/12: where the day follows at once."""
NO_JOB = re.compile(
    r"\b(?:offices?|stores?|shops?|schools?|cent(?:re|er)s?|caf[eé]s?|kitchens?|branch(?:es)?|deals?"
    r"|rounds?|sites?|librar(?:y|ies)|bars?|restaurants?|clinics?|books?|plants?|factory|gates?"
    r"|reception|museums?|sales?|tickets?|exhibitions?|we|business)\s(?:also\s|will\s|is\s|are\s)?$",
    re.IGNORECASE,
)
"""What closes at an hour or for the holidays, and is no ad."""
NEAR = 120
"""Characters within which it follows."""


def reader(month_first: bool) -> DateReader:
    """What reads a day whose numbers may stand in either order."""
    return DateReader("month_first" if month_first else "day_first")


def days_in(text: str, today: date, month_first: bool = False) -> Iterator[date]:
    """The days that are written in a short text; one without a year is the next there is."""
    days = reader(month_first)
    for found in DAY.finditer(text[:400]):
        said = re.sub(r"(?<=\d)\.\s(?=\d)", ".", found[0]).replace(" of ", " ")
        read = days.read(said)
        if read.on is None and not read.yearless:
            read = reader(not month_first).read(said)
        if read.on is not None:
            yield read.on
        elif read.yearless:
            following = (days.read(said, year).on for year in range(today.year, today.year + 5))
            ahead = next((day for day in following if day is not None and day >= today), None)
            if ahead is not None:
                yield ahead
    for found in IN_DAYS.finditer(text[:400]):
        yield today + timedelta(days=int(found[1]))


def labelled_day(value: str, today: date, month_first: bool) -> date | None:
    """The day of a labelled value; of two, as opening and closing days, the later."""
    if found := re.match(r"\s*(\d{4}-\d\d-\d\d[T ]\d\d:\d\d\S{0,20})", value[:60]):
        moment = valid_through(found[1], UTC)
        if moment is not None:
            return moment
    return max(days_in(value, today, month_first), default=None)


def day_in_words(text: str, today: date, month_first: bool = False) -> date | None:
    """The day that follows words such as "applications close", the first that there is."""
    plain = " ".join(text[:40_000].split(" "))
    said = sorted(
        (*islice(SAYS.finditer(plain), 200), *islice(AT_ONCE.finditer(plain), 200)),
        key=lambda found: found.start(),
    )
    for found in said:
        before = plain[max(0, found.start() - 40) : found.start()]
        if found[0][:4].lower() == "clos" and NO_JOB.search(before):
            continue
        after = plain[found.end() : found.end() + NEAR].replace("\n", " ")
        day = next(days_in(after, today, month_first), None)
        if day is not None:
            return day
    return None


def valid_through(said: str, zone: tzinfo, month_first: bool = False) -> date | None:
    """The day of `validThrough`, on the posting's calendar.

    A day stays itself, so does a moment with an offset of its own, and midnight in UTC, which is
    how programs write a day; another moment in UTC is looked at in the `zone` of the place.
    """
    plain = said.strip()[:40]
    try:
        return date.fromisoformat(plain[:10]) if len(plain) <= 10 else _of_moment(plain, zone)
    except ValueError:
        return next(days_in(plain, date(1970, 1, 1), month_first), None)


def _of_moment(plain: str, zone: tzinfo) -> date:
    moment = datetime.fromisoformat(plain.replace(" ", "T", 1))
    if moment.tzinfo is None or moment.utcoffset() != timedelta(0):
        return moment.date()
    if moment.time() == time.min or not plain.endswith(("Z", "z", "+00:00", "+0000")):
        return moment.date()
    return day_of(moment, zone)


def zone_of(country: str, region: str) -> tzinfo | None:
    """The time zone of a place, where its country has one or its state tells."""
    states = [name for name, state in ZONES_OF_STATES.items() if state == region.upper()]
    there = [each.name for each in zones() if each.country == country.upper()]
    fitting = [name for name in states if name in there] or there
    return ZoneInfo(fitting[0]) if (states and fitting) or len(there) == 1 else None
