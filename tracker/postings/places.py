"""Places as the words of a posting name them."""

import re
from functools import cache

from tracker.values.regions import STATES, countries
from tracker.values.text import clean_line

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


@cache
def country_names() -> frozenset[str]:
    """Countries and what people call them, in small letters."""
    return frozenset(name.casefold() for _, name in countries()) | OTHER_NAMES


@cache
def state_names() -> frozenset[str]:
    """States by name, in small letters."""
    return frozenset(name.casefold() for states in STATES.values() for name in states.values())


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
