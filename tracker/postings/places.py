"""Places as postings have them, and how much of the work is done there."""

import re
from functools import cache
from typing import Any

from tracker.imports.reading.fact_readers import workplace as workplace_of
from tracker.values.regions import STATES, countries
from tracker.values.text import clean_line

MOST = 3
"""Places that are named; more are counted."""
US_STATES = frozenset(
    re.findall(
        "..",
        "ALAKAZARCACOCTDEFLGAHIIDILINIAKSKYLAMEMDMAMIMNMSMOMTNENVNHNJNMNYNCNDOHOKORPA"
        "RISCSDTNTXUTVTVAWAWVWIWYDC",
    )
)
CODES = US_STATES | {code for states in STATES.values() for code in states}
OTHER_NAMES = frozenset(
    (
        *("deutschland", "österreich", "schweiz", "uk", "usa", "us"),
        *("england", "scotland", "wales"),
        *("united states", "united kingdom", "vereinigtes königreich"),
        *("nz", "emea", "europe", "apac"),
    )
)
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
NAMES = {"GB": "United Kingdom", "US": "United States", "UK": "United Kingdom"}
"""Countries that ISO 3166's list calls otherwise than people do."""


@cache
def country_names() -> frozenset[str]:
    """Countries and what people call them, in small letters."""
    return frozenset(name.casefold() for _, name in countries()) | OTHER_NAMES


@cache
def state_names() -> frozenset[str]:
    """States by name, in small letters."""
    return frozenset(name.casefold() for states in STATES.values() for name in states.values())


def text_of(value: Any) -> str:
    """A name, whatever it is wrapped in."""
    for _ in range(4):
        if isinstance(value, list):
            value = next((each for each in value if each), "")
        elif isinstance(value, dict):
            value = value.get("name") or value.get("@value") or value.get("value") or ""
        else:
            break
    return clean_line(str(value)[:2000]) if isinstance(value, str | int | float) else ""


def of_places(value: Any) -> str:
    """`jobLocation`: one place, or several of them."""
    said = value if isinstance(value, list) else [value]
    names = list(dict.fromkeys(name for each in said[:50] if (name := _place(each))))
    further = f" and {len(names) - MOST} more" if len(names) > MOST else ""
    return "; ".join(names[:MOST]) + further


def _place(value: Any) -> str:
    if isinstance(value, str):
        return clean_line(value[:300])
    if not isinstance(value, dict):
        return ""
    address = value.get("address", value)
    if isinstance(address, list):
        address = next((each for each in address if each), {})
    if isinstance(address, str):
        return clean_line(address[:300])
    if not isinstance(address, dict):
        return text_of(value.get("name", ""))
    town = text_of(address.get("addressLocality", ""))
    region = text_of(address.get("addressRegion", ""))
    country = _country(text_of(address.get("addressCountry", "")))
    if town.casefold() == region.casefold() or region.casefold() in town.casefold().split(", "):
        region = ""
    parts = [each for each in (town, region) if each]
    if (
        country
        and not is_place(town)
        and (len(parts) < 2 or region.isupper())
        and country.casefold() not in town.casefold()
    ):
        parts.append(country)
    said = ", ".join(parts)
    return said or text_of(value.get("name", "")) or text_of(address.get("streetAddress", ""))


def _country(said: str) -> str:
    """A country's name; a code is looked up."""
    code = said.upper()
    return (NAMES.get(code) or dict(countries()).get(code, said)) if len(code) == 2 else said


def country_and_region(value: Any) -> tuple[str, str]:
    """The codes of the first place, so far as they are given."""
    first = next(iter(value), None) if isinstance(value, list) else value
    address = first.get("address") if isinstance(first, dict) else None
    if not isinstance(address, dict):
        return "", ""
    country = text_of(address.get("addressCountry", ""))
    codes = {name.casefold(): code for code, name in countries()} | {"deutschland": "DE"}
    region = text_of(address.get("addressRegion", ""))
    code = country.upper() if len(country) == 2 else codes.get(country.casefold(), "")
    names = {name.casefold(): key for key, name in STATES.get(code, {}).items()}
    return code, names.get(region.casefold(), region)


def is_place(said: str) -> bool:
    """Whether a short line reads as a place: a town with its state, its country or postcode."""
    plain = clean_line(said)
    if not 2 < len(plain) <= 70 or plain.endswith((".", "!", "?", ":")):
        return False
    bare = re.sub(r"\s?\((?:hybrid|remote|on-?site|vor ort|homeoffice)[^()]*\)$", "", plain,
                  flags=re.IGNORECASE)  # fmt: skip
    if re.fullmatch(r"(?:D-)?\d{5}\s[A-ZÄÖÜ][\w.’'/() -]{2,40}", bare):
        return True
    if not re.match(r"[A-ZÄÖÜ]", bare) or re.search(r"[@€$£|]|https?:", bare):
        return False
    last = re.split(r",\s?|\s(?=[A-Z]{2,3}(?:\s\d{4,5})?$)", bare)
    tail = re.sub(r"\s?\d{4,5}$|\s[A-Z]{1,2}\d.*$", "", last[-1]).strip()
    abroad = "," in bare and tail in dict(countries())
    known = tail in CODES or abroad or tail.casefold() in country_names() | state_names()
    return known and (len(last) > 1 or tail.casefold() in country_names() | state_names())


IN_A_SENTENCE = re.compile(
    r"\b(?:in|at|near|aus)\s([A-ZÄÖÜ][\w’'-]{1,30}(?:,?\s[A-ZÄÖÜ][\w’'-]{1,30}){1,4})"
)


IS_THERE = re.compile(
    r"\b(?:(?:Dienst|Arbeits|Einsatz|Stand)ort|Dienstsitz)\sist\s([A-ZÄÖÜ][\w-]{2,30}(?:\s[A-ZÄÖÜ][\w-]{2,30})?)"
    r"|\b(?:is|are|be)\s(?:based|located)\s(?:in|at)\s([A-Z][\w’'-]{2,30}(?:\s[A-Z][\w’'-]{1,30}){0,2})"
)


def in_words(text: str) -> str:
    """A place with its state or country that running words name: "in Toowoomba QLD"."""
    if found := IS_THERE.search(text[:20_000]):
        return found[1] or found[2]
    for found in IN_A_SENTENCE.finditer(text[:20_000]):
        words = found[1].split()
        for count in range(len(words), 1, -1):
            said = " ".join(words[:count])
            if is_place(said):
                return said
    return ""


def country_in(said: str) -> str:
    """The code of the country that a place is in, where its end tells."""
    tail = re.split(r",\s?", said)[-1].strip()
    names = {name.casefold(): code for code, name in countries()}
    names |= {"united states": "US", "usa": "US", "us": "US", "canada": "CA", "uk": "GB"}
    others = {code for country, states in STATES.items() if country != "CA" for code in states}
    if tail in US_STATES and tail not in others:
        return "US"
    return names.get(tail.casefold(), "CA" if tail in STATES["CA"] and tail not in others else "")


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
