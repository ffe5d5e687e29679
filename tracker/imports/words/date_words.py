"""A cell taken apart as a date, before it is known which of two numbers is the day."""

import re
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

DateForm = Literal["empty", "date", "numbers", "yearless_numbers", "yearless", "bad"]

EMPTY = frozenset(
    ("", "n/a", "na", "none", "null", "nil", "-", "--", "–", "—", "?", "#n/a", "k.a.", "k. a.",
     "keine angabe", "unknown", "unbekannt", "not specified", "nan", "tba", "tbc", "tbd")
)  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january januar jänner jän", "feb february februar", "mar march märz mär mrz maerz",
         "apr april", "may mai", "jun june juni", "jul july juli", "aug august",
         "sep sept september", "oct october okt oktober", "nov november",
         "dec december dez dezember"), 1)
    for name in names.split()
}  # fmt: skip
SERIAL_FROM, SERIAL_TO = 25_569, 73_050  # 1970 to 2099, in days since Excel's beginning
EXCEL_BEGINS = date(1899, 12, 30)

TIME = re.compile(
    r"[T,\s]+(?:(?:at|um)\s+)?(?P<h>\d{1,2})(?::(?P<m>\d{2})(?::\d{2}(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?:uhr|z|utc|[+-]\d{2}:?\d{2})?$",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag"
    r"|freitag|samstag|sonntag|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[.,]*\s+"
)
ISO = re.compile(r"^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$|^((?:19|20)\d\d)(\d\d)(\d\d)$")
NUMBERS = re.compile(r"^(\d{1,2})\s?[-/.\s]\s?(\d{1,2})\s?[-/.\s]\s?(\d{4}|\d\d)$")
TWO_NUMBERS = re.compile(r"^(\d{1,2})\s?[-/.]\s?(\d{1,2})\.?$")
DAY_MONTH = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th|\.)?[\s/-]*(?:of\s+)?([a-zäöü]{3,9})\.?(?:[\s,/-]*'?(\d{4}|\d\d))?$"
)
MONTH_DAY = re.compile(
    r"^([a-zäöü]{3,9})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th|\.)?(?:(?:\s*,\s*|\s+)'?(\d{4}|\d\d))?$"
)


class ParsedDate(NamedTuple):
    """What a cell says, before it is known which number is the day."""

    form: DateForm
    first: int = 0
    second: int = 0
    year: int = 0
    at: time | None = None


LONGEST = 80
"""Characters of a date; a cell with more is words."""


def parse(text: str) -> ParsedDate:
    """Take a cell apart; "date" holds day in first and month in second."""
    return _parse(text) if len(text) <= LONGEST else ParsedDate("bad" if text.strip() else "empty")


@lru_cache(maxsize=65_536)
def _parse(text: str) -> ParsedDate:
    plain = " ".join(text.split()).lower().rstrip(",;")
    if plain in EMPTY:
        return ParsedDate("empty")
    plain = WEEKDAY.sub("", plain)
    bare = _parse_day(plain)
    if bare is not None:
        return bare
    found = TIME.search(plain)
    if found and (found["m"] or found["half"]):
        bare = _parse_day(plain[: found.start()].strip())
        return bare._replace(at=_time(found)) if bare else ParsedDate("bad")
    return ParsedDate("bad")


def looks_like_date(text: str) -> bool:
    """Whether a cell on its own would be taken for a date."""
    return parse(text).form not in ("empty", "bad") and not text.strip().isdigit()


def _parse_day(plain: str) -> ParsedDate | None:
    if found := ISO.match(plain):
        year, month, day = (int(part) for part in found.groups() if part)
        return ParsedDate("date", day, month, year)
    if re.fullmatch(r"\d{5}(\.\d+)?", plain):
        return _serial(float(plain))
    if found := NUMBERS.match(plain):
        return ParsedDate("numbers", int(found[1]), int(found[2]), _year(found[3]))
    if found := TWO_NUMBERS.match(plain):
        return ParsedDate("yearless_numbers", int(found[1]), int(found[2]))
    if (found := DAY_MONTH.match(plain)) and found[2] in MONTHS:
        return _named(found[1], found[2], found[3])
    if (found := MONTH_DAY.match(plain)) and found[1] in MONTHS:
        return _named(found[2], found[1], found[3])
    return None


def _named(day: str, month: str, year: str | None) -> ParsedDate:
    if year is None:
        return ParsedDate("yearless", int(day), MONTHS[month])
    return ParsedDate("date", int(day), MONTHS[month], _year(year))


def _serial(days: float) -> ParsedDate:
    if not SERIAL_FROM <= days <= SERIAL_TO:
        return ParsedDate("bad")
    day = EXCEL_BEGINS + timedelta(days=int(days))
    return ParsedDate("date", day.day, day.month, day.year)


def _year(digits: str) -> int:
    return int(digits) if len(digits) == 4 else 2000 + int(digits)


def _time(found: re.Match[str]) -> time | None:
    hour, minute = int(found["h"]), int(found["m"] or 0)
    if found["half"]:
        hour = hour % 12 + (12 if found["half"].startswith("p") else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None
