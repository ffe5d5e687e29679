"""Grammar that templates cannot do by themselves: articles, dates, lists, lengths."""

import re
from collections.abc import Sequence
from datetime import date

from tracker.values.formatting import FULL_MONTHS, shortened
from tracker.values.text import clean_line

BREAK = "\N{LINE SEPARATOR}"
"""A line break that is meant; other line ends in a template are joined into paragraphs."""

GERMAN_MONTHS = (
    *("Januar", "Februar", "März", "April", "Mai", "Juni"),
    *("Juli", "August", "September", "Oktober", "November", "Dezember"),
)
MONTH_FIRST = {"US", "CA", "PH"}
SUBJECT = 78
"""Characters: two lines on a phone, one on a desk."""
QUESTION = 240

AN = re.compile(
    r"(?:[aeio]|u(?!ni(?!n|mp)|s[aeu]|t[ei]|r[aeiou]|k|biq)|hour|hono|hones|heir|8|11(?!\d)|18(?!\d))",
    re.IGNORECASE,
)
A = re.compile(r"(?:eu|ew|one|once|ouija)", re.IGNORECASE)
SPELT = re.compile(r"[A-Z]{2,}(?![a-z])|[A-Z](?![A-Za-z])")
SAID_AS_WORDS = ("NASA", "LEGO", "NAPLAN", "TAFE", "STEM", "SEEK", "RAAF")


def a(phrase: str) -> str:
    """An analyst, a UX designer, an HR adviser, a university."""
    if not phrase:
        return ""
    word = re.split(r"[\s/-]", phrase)[0]
    if SPELT.match(word) and word.upper() not in SAID_AS_WORDS:
        vowel = word[0] in "AEFHILMNORSX"
    else:
        vowel = bool(AN.match(word)) and not A.match(word)
    return f"{'an' if vowel else 'a'} {phrase}"


def day_en(day: date, country: str = "", year: bool = True) -> str:
    """12 March 2026, and March 12, 2026 where people write that."""
    month = FULL_MONTHS[day.month - 1]
    if country in MONTH_FIRST:
        return f"{month} {day.day}, {day.year}" if year else f"{month} {day.day}"
    return f"{day.day} {month} {day.year}" if year else f"{day.day} {month}"


def day_de(day: date, country: str = "", year: bool = True) -> str:
    """12. März 2026; Austria calls January Jänner."""
    month = "Jänner" if country == "AT" and day.month == 1 else GERMAN_MONTHS[day.month - 1]
    return f"{day.day}. {month} {day.year}" if year else f"{day.day}. {month}"


def lines(parts: Sequence[str]) -> str:
    """Each on a line of its own, those that are empty left out."""
    return BREAK.join(part for part in parts if part)


def question(text: str) -> str:
    """One line that ends like a question."""
    plain = shortened(clean_line(text).lstrip("#-*•– ").strip(), QUESTION)
    if not plain:
        return ""
    plain = plain[0].upper() + plain[1:]
    return plain if plain[-1] in "?!.…？。؟" else f"{plain}?"


def tidy(text: str) -> list[str]:
    """The paragraphs of a rendered template, each in one line but for breaks that are meant."""
    paragraphs = re.split(r"\n[ \t]*\n", text.strip().replace("\r", ""))
    joined = (" ".join(paragraph.replace(BREAK, "\0").split()) for paragraph in paragraphs)
    return [
        "\n".join(line.strip() for line in one.split("\0") if line.strip()) for one in joined if one
    ]


def subject_line(text: str, longest: int = SUBJECT) -> str:
    """One line that shows whole on a phone."""
    return shortened(clean_line(text), longest)


def with_topic(said: str, role: str, company: str, reference: str = "") -> str:
    """What follows a subject: role, their number, company, as far as a phone shows it all."""
    before, after = (" (", ")") if ":" in said else (": ", "")
    numbered = f"{role}, {reference}" if role and reference else role
    both = [f"{one}, {company}" for one in (numbered, role) if one and company]
    for topic in (*both[:1], numbered, *both[1:], role):
        if topic and len(f"{said}{before}{topic}{after}") <= SUBJECT:
            return f"{before}{topic}{after}"
    return f": {role}" if role else ""
