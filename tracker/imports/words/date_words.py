"""A cell taken apart as a date, before it is known which of two numbers is the day."""

import re
from datetime import date, time, timedelta
from functools import lru_cache
from typing import Literal, NamedTuple

DateForm = Literal["empty", "date", "numbers", "yearless_numbers", "yearless", "bad"]

EMPTY = frozenset(
    ("", "n/a", "na", "none", "null", "nil", "-", "--", "---", "–", "—", "?", "#n/a", "k.a.",
     "k. a.", "keine angabe", "unknown", "unbekannt", "not specified", "nan", "tba", "tbc", "tbd",
     "n.a.", "n.a", "n/d", "n.d.", "nd", "n.v.t.", "nvt", "s/o", "aucun", "aucune", "ninguno",
     "ninguna", "nessuno", "nessuna", "nenhum", "nenhuma", "geen", "undefined", "<na>", "nat",
     "(none)", "(empty)", "(blank)", "empty", "blank", "leer", "#ref!", "#value!", "[]", "{}",
     "not applicable", "unspecified", "onbekend", "desconocido", "inconnu", "sconosciuto")
)  # fmt: skip
MONTHS = {
    name: number
    for number, names in enumerate(
        ("jan january januar jänner jän janvier janv enero ene janeiro gennaio gen januari",
         "feb february februar février févr fév fevrier fevr febrero fevereiro fev febbraio "
         "februari",
         "mar march märz mär mrz maerz mars marzo março marco maart mrt",
         "apr april avril avr abril abr aprile", "may mai mayo maio maggio mag mei",
         "jun june juni juin junio junho giugno giu", "jul july juli juillet juil julio julho "
         "luglio lug", "aug august août aout agosto ago augustus",
         "sep sept september septembre septiembre setembro set settembre",
         "oct october okt oktober octobre octubre outubro out ottobre ott",
         "nov november novembre noviembre novembro",
         "dec december dez dezember décembre déc decembre diciembre dic dezembro dicembre"), 1)
    for name in names.split()
}  # fmt: skip
SERIAL_FROM, SERIAL_TO = 25_569, 73_050  # 1970 to 2099, in days since Excel's beginning
EXCEL_BEGINS = date(1899, 12, 30)

TIME = re.compile(
    r"[T,\s]+(?:(?:at|um|à|a las|às|alle|om)\s+)?(?P<h>\d{1,2})"
    r"(?::(?P<m>\d{2})(?::\d{2}(?:[.,]\d+)?)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?:uhr|z|utc|h|(?:(?:gmt|utc)\s?)?[+-]\d{1,2}(?::?\d{2})?|"
    r"[a-z]{2,5}t)?$",
    re.IGNORECASE,
)
WEEKDAY = re.compile(
    r"^(?:mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag"
    r"|freitag|samstag|sonntag|(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues|weds|thur|thurs"
    r"|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes"
    r"|sábado|domingo|segunda|terça|quarta|quinta|sexta|lunedì|martedì|mercoledì|giovedì|venerdì"
    r"|sabato|domenica|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)[.,]*\s+"
)
ISO = re.compile(
    r"^(\d{4})\s?[-/.年]\s?(\d{1,2})\s?[-/.月]\s?(\d{1,2})[.日]?$|^((?:19|20)\d\d)(\d\d)(\d\d)$"
)
NUMBERS = re.compile(r"^(\d{1,2})\s?[-/.\s]\s?(\d{1,2})\s?[-/.\s]\s?(\d{4}|\d\d)$")
TWO_NUMBERS = re.compile(r"^(\d{1,2})\s?[-/.]\s?(\d{1,2})\.?$")
DAY_MONTH = re.compile(
    r"^(\d{1,2})(?:st|nd|rd|th|er|º|°|\.)?[\s/.-]*(?:(?:of|de|del)\s+)?([^\W\d_]{3,10})\.?"
    r"(?:[\s,/.-]*(?:(?:de|del)\s+)?'?(\d{4}|\d\d))?$"
)
MONTH_DAY = re.compile(
    r"^([^\W\d_]{3,10})\.?[\s-]+(\d{1,2})(?:st|nd|rd|th|\.)?(?:(?:\s*,\s*|\s+)'?(\d{4}|\d\d))?$"
)


BRACKETS = re.compile(
    r"\s*\((?:gmt|utc|[a-z]{2,5}t|[a-z ]+ time|[a-z]{3,9})?\s?(?:[+-]\d{1,2}(?::?\d\d)?)?\)"
)
"""A zone or a weekday beside a day."""
RANGE = re.compile(
    r"\s*(?:→|➔|=>|->|–>)\s*|\s+(?:–|—|-|to|bis|until|till|hasta|jusqu'au|até|tot)\s+"
)
CLOCK = re.compile(r"\d{1,2}(?:[:.h]\d{2})?\s*(?:[ap]\.?m\.?|uhr|h)?")


class ParsedDate(NamedTuple):
    """What a cell says, before it is known which number is the day."""

    form: DateForm
    first: int = 0
    second: int = 0
    year: int = 0
    at: time | None = None


LONGEST = 100
"""Characters of a date; a cell with more is words."""


def parse(text: str) -> ParsedDate:
    """Take a cell apart; "date" holds day in first and month in second."""
    return _parse(text) if len(text) <= LONGEST else ParsedDate("bad" if text.strip() else "empty")


@lru_cache(maxsize=65_536)
def _parse(text: str) -> ParsedDate:
    plain = " ".join(text.split()).lower().rstrip(",;")
    if plain in EMPTY:
        return ParsedDate("empty")
    plain = BRACKETS.sub("", WEEKDAY.sub("", plain)).strip()
    if found := RANGE.search(plain):
        begun = _parse(plain[: found.start()])
        ended = _parse(plain[found.end() :])
        is_clock = CLOCK.fullmatch(plain[found.end() :]) is not None
        known = ended.form not in ("bad", "empty") or is_clock
        return begun if begun.form not in ("bad", "empty") and known else ParsedDate("bad")
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
