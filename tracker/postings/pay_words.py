"""Pay in a posting: from its numbers, or as it is written."""

import re
from decimal import Decimal, InvalidOperation
from itertools import islice
from typing import Any

from tracker.values.currency import of_country
from tracker.values.pay import Pay, read_pay
from tracker.values.text import clean_line

PERIODS = {
    "HOUR": "hour", "DAY": "day", "WEEK": "week", "FORTNIGHT": "fortnight", "MONTH": "month",
    "YEAR": "year", "ANNUAL": "year", "ANNUM": "year", "BIWEEK": "fortnight", "STUNDE": "hour",
    "TAG": "day", "WOCHE": "week", "MONAT": "month", "JAHR": "year", "H": "hour", "HR": "hour",
    "ANN": "year", "HUR": "hour", "MON": "month", "WEE": "week", "YR": "year",
}  # fmt: skip
SIGN = (
    r"(?:(?:AU|NZ|US|CA|SG|HK|A|C|S)?\$|€|£|¥|CHF|EUR|AUD|USD|GBP|NZD|CAD|SGD|INR|₹|Euro|Fr\.|"
    r"SEK|NOK|DKK|PLN|zł|kr)"
)
NUMBER = (
    r"\d{1,3}(?:[.,'’ ]\d{3}){0,3}(?:[.,]\d{1,2})?(?!\d)(?:\s?k\b|\sTsd\.?)?"
    r"|\d{4,7}(?:[.,]\d{1,2})?"
)
TO = r"\s?(?:-|–|—|to|bis|and|und)\s?"
PER = (
    r"\s?(?:(?:per|an?|pro|each|/|im|je|die|in der)\s?"
    r"(?:hour|hr|h|day|week|fortnight|month|year|annum|yr|wk|mo|"
    r"Stunde|Std|Tag|Woche|Monat|Jahr)\b\.?|p\.?\s?[ahwmd]\.?(?![a-z])|hourly|daily|weekly|monthly|"
    r"annually|yearly|annual|jährlich|monatlich|brutto\b[^.\n]{0,20}?(?:Jahr|Monat|jährlich))"
)
AMOUNT = rf"(?:{SIGN}\s?(?:{NUMBER})|(?:{NUMBER})\s?{SIGN})"
MONEY = re.compile(
    rf"(?:(?:up to|from|bis zu|ab)\s)?(?:{AMOUNT}(?:{PER})?(?:{TO}(?:{AMOUNT}|"
    rf"(?:{NUMBER})(?:\s?{SIGN})?))?"
    rf"|(?:{NUMBER}){TO}{AMOUNT})(?:\s(?:AUD|USD|EUR|GBP|NZD|CAD|CHF)\b)?(?:\s?\+(?!\s?\w))?"
    rf"(?:\s?(?:gross|brutto))?(?:{PER})?"
    r"(?:,?\s?(?:\+|plus|inkl\.|incl(?:uding|\.)?|inc)\s?(?:\d{1,2}(?:\.\d)?\s?%\s?)?"
    r"(?:super(?:annuation)?|bonus|benefits|equity|commission)\b)?",
    re.IGNORECASE,
)  # fmt: skip
BARE = re.compile(rf"(?:{NUMBER})(?:{TO}(?:{NUMBER}))?\s?(?:{PER})", re.IGNORECASE)
"""An amount without a sign, but with its time."""
OTHER_MONEY = re.compile(
    r"revenue|turnover|funding|raised|million|billion|\bbn\b|budget|umsatz|mio\b|mrd\b|referral|"
    r"sign[- ]?on|voucher|allowance|bonus of|assets|invest|customers|worth|saving|discount|"
    r"relocation|gutschein|zuschuss|prämie|valued|donat|stipend|learning|per diem|reimburse|"
    r"weihnachtsgeld|urlaubsgeld|portfolio|contracts?\sof|insurance",
    re.IGNORECASE,
)
ABOUT_PAY = re.compile(
    r"salary|pay\b|paid|remuneration|compensation|wage|gehalt|vergütung|lohn|entgelt|earn|package|"
    r"\brate\b|rates\b|verdien|super(?:annuation)?\b|per\s(?:hour|annum|year)|p\.?a\.?\b|brutto",
    re.IGNORECASE,
)
BY_THE_HOUR = re.compile(r"\bstundenlohn|\bhourly\s(?:rate|pay|wage)|\bper\shour", re.IGNORECASE)
SCALE = re.compile(
    r"\b(?:E\s?G?\s?\d{1,2}[a-c]?\b|EG\s?\d|A\s?\d{1,2}\b|TVöD|TV-L|TV-H|TVL|TvöD|S\s?\d{1,2}\b|"
    r"GS-?\d|APS\s?\d|EL\s?[12]\b|Band\s\d|Grade\s\w|Level\s\d|Scale\s?\d|Tarif)"
)
LONGEST, LONGEST_WORDS, MOST = 140, 40_000, 100
"""Characters of pay, of words that are looked through, and amounts in them that are looked at."""


def from_numbers(said: Any, currency: Any = "") -> str:
    """What `baseSalary` of schema.org says, in words that are read back to the same numbers."""
    if isinstance(said, list):
        said = next((each for each in said if each), None)
    if isinstance(said, str):
        return clean_line(said)[:LONGEST] if re.search(r"\d", said) else ""
    if isinstance(said, int | float) and not isinstance(said, bool):
        return _worded(said, said, _code(currency), "")
    if not isinstance(said, dict):
        return ""
    code = _code(said.get("currency") or said.get("priceCurrency") or currency)
    value = said.get("value", said)
    if isinstance(value, list):
        value = next((each for each in value if each), None)
    if not isinstance(value, dict):
        if isinstance(value, str) and re.search(r"[^\d.,\s]", value):
            return clean_line(f"{value}")[:LONGEST] if re.search(r"\d", value) else ""
        value = {"value": value}
    single = value.get("value")
    low = value.get("minValue", single if single is not None else said.get("minValue"))
    high = value.get("maxValue", single if single is not None else said.get("maxValue"))
    unit = value.get("unitText") or said.get("unitText") or said.get("duration") or ""
    return _worded(low, high, code, unit)


def _code(said: Any) -> str:
    return said.strip().upper()[:4] if isinstance(said, str) else ""


def _worded(low: Any, high: Any, code: str, unit: Any) -> str:
    amounts = [number for each in (low, high) if (number := _number(each))]
    if not amounts:
        return ""
    if len(amounts) == 2 and amounts[0] == amounts[1]:
        amounts = amounts[:1]
    only_most = _number(low) is None and bool(amounts)
    name = PERIODS.get(re.sub(r"(?:LY|S)$", "", str(unit).strip().upper().removeprefix("PER ")), "")
    said = " – ".join(f"{_shown(each)}" for each in sorted(amounts))
    words = f"{'up to ' if only_most else ''}{code} {said}".strip()
    return f"{words} per {name}" if name else words


def _number(said: Any) -> Decimal | None:
    if isinstance(said, bool) or not isinstance(said, int | float | str):
        return None
    plain = re.sub(r"[^\d.,]", "", str(said)[:30])
    if re.fullmatch(r"\d{1,3}(?:,\d{3}){1,3}(?:\.\d{1,2})?", plain):
        plain = plain.replace(",", "")
    elif re.fullmatch(r"\d{1,3}(?:\.\d{3}){1,3}(?:,\d{1,2})?", plain) and isinstance(said, str):
        plain = plain.replace(".", "").replace(",", ".")
    try:
        number = Decimal(plain.replace(",", "."))
    except InvalidOperation:
        return None
    return number if 0 < number < 10**9 else None


def _shown(number: Decimal) -> str:
    whole = number == number.to_integral_value()
    return f"{int(number):,}" if whole else f"{number:,.2f}"


SIGNS = {"USD": "US$", "AUD": "A$", "NZD": "NZ$", "CAD": "CA$", "SGD": "S$", "HKD": "HK$"}


def in_money_of(said: str, country: str, mine: str | None) -> str:
    """Pay whose bare "$" would be read as the person's own dollar, with the sign of the place's."""
    there = of_country(country) or ""
    if there not in SIGNS or there == mine or re.search(r"[A-Z]\$|\b[A-Z]{3}\b", said):
        return said
    return said.replace("$", SIGNS[there])


def labelled(value: str, currency: str | None) -> str:
    """Pay as it stands behind its label: whole where that reads rightly, else its amounts."""
    said = clean_line(value)
    if not re.search(r"\d", said):
        return ""
    found = MONEY.search(said[:400]) or BARE.search(said[:400])
    if found is None:
        plain = re.search(
            rf"(?:{NUMBER}){TO}(?:{NUMBER})|\d{{2,3}}[.,]\d{{3}}|\d{{5,6}}", said[:200]
        )
        short = len(said) <= LONGEST and (plain is not None or SCALE.search(said))
        return said if short else ""
    if len(said) <= LONGEST and _same(read_pay(said, currency), read_pay(found[0], currency)):
        return said
    return found[0].strip()


def is_scale(said: str) -> bool:
    """Whether it names a grade and no amount."""
    return SCALE.search(said) is not None and MONEY.search(said) is None


def _same(one: Pay, other: Pay) -> bool:
    return (one.minimum, one.maximum) == (other.minimum, other.maximum)


def in_words(text: str) -> str:
    """Pay in running words: an amount of money that is somebody's pay and no turnover."""
    best = ""
    for found in islice(MONEY.finditer(text[:LONGEST_WORDS]), MOST):
        around = text[max(0, found.start() - 90) : found.end() + 40]
        line_start = max(around.rfind("\n", 0, min(90, found.start())), 0)
        near = around[line_start:]
        if OTHER_MONEY.search(near[: len(near) - 20]) and not re.search(
            PER, found[0], re.IGNORECASE
        ):
            continue
        pay = read_pay(found[0])
        if pay.maximum is None and pay.minimum is None:
            continue
        timed = bool(re.search(PER, found[0], re.IGNORECASE) or BY_THE_HOUR.search(near))
        if timed or (ABOUT_PAY.search(near) and (pay.maximum or pay.minimum or 0) >= 1_500_000):
            return found[0].strip(" ,")
        if not best and (pay.minimum or 0) >= 2_000_000 and (pay.maximum or 0) > (pay.minimum or 0):
            best = found[0].strip(" ,")
    return best
