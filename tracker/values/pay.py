"""Pay as people write it, kept as written and read into numbers where it can be."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal, NamedTuple

from tracker.values.currency import CURRENCY, DOLLARS, code_of, in_dollars, minor_units

Period = Literal["hour", "day", "week", "fortnight", "month", "year"]

LONGEST_READ = 400
LARGEST = 10**12  # minor units; beyond this it is a phone number or a joke, not pay

AMOUNT = re.compile(
    r"(?P<digits>\d{1,3}(?:[ '’]\d{3})+(?![\d])(?:[.,]\d{1,2}(?!\d))?|\d+(?:[.,]\d+)*)"
    r"(?:\s?(?P<scale>k(?![a-z])|k(?=p\.?[ah])|tsd\.?|thousand|mio\.?|million|lakhs?|lpa))?(?!\s?%)",
    re.IGNORECASE,
)
SCALES = {"k": 1_000, "t": 1_000, "m": 1_000_000, "l": 100_000}
NOT_PAY = re.compile(
    r"(?<![$€£¥\d.,])\d+(?:[.,]\d+)?(?:\s*(?:-|to)\s*\d+)?\s*-?\s*"
    r"(?:(?:hours?|hrs?|h|days?|shifts?)\s*(?:/|per|an?|p)\s*(?:week|wk|w|fortnight|day|month)\b"
    r"|(?:hours|hrs|days|weeks|months|years)\b|(?<=\d)[- ]?(?:month|week|year)\b)"
    r"|\b(?:(?:e|eg|(?:entgelt|besoldungs|lohn)gruppe(?: [ea])?|aps|el|gs|hew|band|grade|level|step"
    r"|class|stufe)[ -]?\d{1,2}[a-c]?|tv-?\w{1,2} ?\d{1,2})\b",
    re.IGNORECASE,
)

Rules = dict[Period, tuple[str, str]]  # after "a" or "/", and standing alone
PERIOD_WORDS: Rules = {
    "hour": (r"hours?|hrs?|h|std\.?|stunde", r"hourly|p\.?h\.?|hr|hour|h|std|stündlich"),
    "day": (r"days?|d|tag", r"daily|p\.?d\.?|day|täglich"),
    "week": (r"weeks?|wk|w|woche", r"weekly|p\.?w\.?|week|wk|wöchentlich"),
    "fortnight": (r"fortnight|fn|f/n", r"fortnightly|p\.?f\.?|fortnight"),
    "month": (r"months?|mth|mo|m|monat", r"monthly|p\.?c?\.?m\.?|month|monatlich|月"),
    "year": (r"years?|yr|y|annum|jahr", r"yearly|p\.?a\.?|annum|annual(?:ly)?|lpa|jährlich|年"),
}
LEAD = r"(?:(?<![a-z])(?:per|an?|p|pro|je|each|every|im|in der|die)\.?\s+|/\s*)"
ALONE = r"(?<![a-z])(?:{})(?![a-z])"
PERIODS = {
    period: re.compile(f"{LEAD}(?:{led})(?![a-z])|{ALONE.format(alone)}", re.IGNORECASE)
    for period, (led, alone) in PERIOD_WORDS.items()
}
JOINS = ("-", "--", "~", "to", "bis", "and", "und", "until", "..", "...")


@dataclass(frozen=True, slots=True)
class Pay:
    """Amounts are whole minor units (cents; yen have none); None where the text doesn't say."""

    text: str
    minimum: int | None = None
    maximum: int | None = None
    currency: str | None = None
    period: Period | None = None


class Amount(NamedTuple):
    value: Decimal
    scaled: bool
    start: int
    end: int


def read_pay(text: str, default_currency: str | None = "AUD") -> Pay:
    """Read what was written, never raising; a bare "$" is the default's dollar, else US."""
    plain = _plain(text)
    amounts = _amounts(plain)
    if not amounts:
        return Pay(text)
    first = next((a for a in amounts if a.scaled or _priced(plain, a)), amounts[0])
    second = _partner(plain, first, amounts)
    low, high = _same_scale(first, second)
    currency = _currency(plain, first, default_currency)
    period = _period(plain, first, second) or _period_by_size(high, currency)
    minimum, maximum = sorted((minor_units(low, currency), minor_units(high, currency)))
    if not 0 < minimum <= maximum <= LARGEST:
        return Pay(text)
    lead = CURRENCY.sub(" ", plain[: first.start]).lower()
    if second is None and re.search(r"\b(?:up to|max\.?|bis(?: zu)?)\W*$", lead):
        return Pay(text, None, maximum, currency, period)
    open_above = re.search(r"\b(?:from|min\.?|ab)\W*$", lead) or _plus(plain, first)
    if second is None and open_above:
        return Pay(text, minimum, None, currency, period)
    return Pay(text, minimum, maximum, currency, period)


def _plain(text: str) -> str:
    """One kind of dash and space, and hours or contract lengths blanked out, in place."""
    plain = unicodedata.normalize("NFKC", text[:LONGEST_READ])
    plain = re.sub(r"[‐‑‒–—―−]", "-", plain)
    plain = re.sub(r"\s", " ", plain).replace("Fr.", "fr.").replace("～", "~")
    return NOT_PAY.sub(lambda found: " " * len(found[0]), plain)


def _amounts(plain: str) -> list[Amount]:
    found = []
    for match in AMOUNT.finditer(plain):
        if re.match(r"[.,]?\d|\s?%", plain[match.end() :]) or len(match["digits"]) > 20:
            continue
        scale = match["scale"]
        value = _number(match["digits"]) * (SCALES[scale[0].lower()] if scale else 1)
        found.append(Amount(value, bool(scale), match.start(), match.end()))
    return found


def _number(digits: str) -> Decimal:
    """1,234.56 and 1.234,56 alike: the last mark is the decimal one unless three digits follow."""
    digits = re.sub(r"[ '’]", "", digits)
    marks = re.findall(r"[.,]", digits)
    if not marks:
        return Decimal(digits)
    head, _, tail = digits.rpartition(marks[-1])
    grouped = len(tail) == 3 and not (len(set(marks)) == 1 and digits.startswith("0"))
    if grouped and (len(set(marks)) == 1 or marks.count(marks[-1]) > 1):
        return Decimal(re.sub(r"[.,]", "", digits))
    return Decimal(f"{re.sub('[.,]', '', head)}.{tail}")


def _priced(plain: str, amount: Amount) -> bool:
    before = plain[: amount.start].rstrip()[-4:]
    after = plain[amount.end :].lstrip()[:8]
    return bool(
        any(found.end() == len(before) for found in CURRENCY.finditer(before))
        or CURRENCY.match(after)
        or re.match(r"/|p\.?[ahwd]\b|an? |per ", after, re.IGNORECASE)
    )


def _plus(plain: str, amount: Amount) -> bool:
    return bool(re.match(r"\s?\+(?!\s*\w)", plain[amount.end :]))


def _partner(plain: str, first: Amount, amounts: list[Amount]) -> Amount | None:
    """The other end of a range, when nothing but a dash, "to" and units stand between."""
    later = next((a for a in amounts if a.start >= first.end), None)
    earlier = next((a for a in reversed(amounts) if a.end <= first.start), None)
    for left, right, other in ((first, later, later), (earlier, first, earlier)):
        if left is None or right is None:
            continue
        between = CURRENCY.sub(" ", plain[left.end : right.start])
        for pattern in PERIODS.values():
            between = pattern.sub(" ", between)
        if between.strip().lower() in JOINS:
            return other
    return None


def _same_scale(first: Amount, second: Amount | None) -> tuple[Decimal, Decimal]:
    """In "70-78k" and "70 - 78,000" both ends are thousands."""
    if second is None:
        return first.value, first.value
    low, high = sorted((first.value, second.value))
    if low < 1000 <= high and low * 500 < high:
        low *= 1000
    return min(low, high), max(low, high)


def _period(plain: str, first: Amount, second: Amount | None) -> Period | None:
    """The nearest word of time after the amounts, else any before them."""
    end = max(first.end, second.end if second else 0)
    for part in (plain[end:], plain[:end]):
        places = {p: m.start() for p, rule in PERIODS.items() if (m := rule.search(part))}
        if places:
            return min(places, key=lambda period: places[period])
    return None


def _currency(plain: str, first: Amount, default: str | None) -> str | None:
    """What the nearest sign or code says; a bare "$" is of the dollars that are named beside it."""
    found = list(CURRENCY.finditer(plain))
    if not found:
        return default
    named = next((each[0].upper() for each in found if each[0].upper() in DOLLARS), default)
    gaps = [(min(abs(first.start - m.end()), abs(m.start() - first.end)), m[0]) for m in found]
    return code_of(min(gaps, key=lambda gap: gap[0])[1], named)


def _period_by_size(amount: Decimal, currency: str | None) -> Period | None:
    dollars = in_dollars(amount, currency)
    if dollars >= 15_000:
        return "year"
    return "hour" if dollars < 250 else None
