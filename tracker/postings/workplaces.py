"""How much of the work is done where, as postings say it."""

import re

from tracker.imports.reading.fact_readers import workplace as workplace_of
from tracker.values.text import clean_line

REMOTE = re.compile(
    r"\b(?:fully|100\s?%|completely|entirely)\s(?:remote|homeoffice|home[- ]?office)\b"
    r"|\bremote[- ](?:first|only|position|role|job|opportunity)\b|\bwork\sfrom\s(?:anywhere|home\s"
    r"full)|\bthis\s(?:role|position|job)\sis\s(?:fully\s)?remote\b|\bvollständig\sremote\b",
    re.IGNORECASE,
)
HYBRID = re.compile(
    r"\bhybrid(?:es)?[- ](?:work\w*|role|position|model|arrangement|job|environment|office|setup|"
    r"pattern|basis|arbeit\w*|team|schedule|opportunity)|\bhybride[smnr]?\s(?:arbeit\w*|modell)"
    r"|\b(?:role|position|job|work\w*|arbeit\w*)\s(?:is|are|ist)\shybrid\b"
    r"|\b(?:\d|one|two|three|four|ein|zwei|drei|vier)(?:\s?(?:-|–|to|bis|or)\s?\d)?\s(?:days?|tagen?)"
    r"(?:\s(?:a|per|each|pro|in\sder|the|in|week|woche|from|im|at|aus|dem)){1,5}\s?(?:home|office|"
    r"homeoffice|home-office|büro|remote)"
    r"|\b(?:teilweise|partly|partially)\s(?:remote|homeoffice|from home|mobil)"
    r"|(?:^|[.!·|])\s?hybrid\s?(?:[.!·|]|$)",
    re.IGNORECASE | re.MULTILINE,
)
ONSITE = re.compile(
    r"\bfully\son-?\s?site\b|\bon-?site\s(?:role|position|only|job)\b"
    r"|\b(?:role|position|job)\sis\s(?:fully\s)?(?:on-?site|in[- ]person|office[- ]based)\b"
    r"|\bno\s(?:remote|home\s?office)\b|\b5\sdays\s(?:a\sweek\s)?in\sthe\soffice\b"
    r"|(?:^|[.!·|])\s?on-?site\s?(?:[.!·|]|$)",
    re.IGNORECASE | re.MULTILINE,
)
BESIDE = re.compile(r"\b(hybrid|remote|on-?site|vor ort|home-?\s?office)\b", re.IGNORECASE)
ALL_OF_IT = re.compile(r"100\s?%|vollständig|ausschließlich|komplett|fully|\bnur\b", re.IGNORECASE)
"""Home office is a part of the week, as long as nobody says that it is all of it."""


def without_workplace(said: str) -> str:
    """A place without "(Hybrid)" and the like beside it."""
    aside = (
        r"(?:fully |100 ?% )?(?:hybrid|remote|on-?site|in office|vor ort|homeoffice|home office)"
    )
    plain = re.sub(rf"\s?\({aside}[^()]{{0,40}}\)$|\s?[-–·,/|]\s?{aside}$", "", said.strip(),
                   flags=re.IGNORECASE)  # fmt: skip
    return clean_line(plain)


def workplace_in_place(said: str) -> str:
    """The way of working that a short line tells, alone or beside a place."""
    found = BESIDE.search(said[:200])
    if found is None:
        return ""
    if "home" in found[1].casefold() and not ALL_OF_IT.search(said[:200]):
        return "hybrid"
    return workplace_of(found[1]) or ""


def workplace_in_words(text: str) -> str:
    """The way of working that running words tell: partly from home counts before from afar."""
    plain = " ".join(text[:40_000].split())
    for name, pattern in (("hybrid", HYBRID), ("onsite", ONSITE), ("remote", REMOTE)):
        if pattern.search(plain):
            return name
    return ""
