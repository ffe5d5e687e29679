"""How a name is said in a letter: in English by the country's habit, in German by sex and title."""

import re
import unicodedata

from tracker.loop.ask.generic_names import generic_in_english
from tracker.loop.ask.names import Name, read_name
from tracker.loop.ask.titles import CLOSE, MAN, OF_A_PART, WOMAN

POINTS_AFTER_TITLES = {"US", "CA"}
SHORT = ("Ms", "Mrs", "Mr", "Mx", "Dr", "Rev")
ENGLISH = {WOMAN: "Ms", MAN: "Mr"}
AS_TYPED = ("Mrs", "Miss", "Mx", "Sir", "Dame", "Lady", "Lord", "Rev", *CLOSE, *OF_A_PART)
KEPT_IN_GERMAN = ("Sir", "Dame", "Lady", "Lord", "Mx", *CLOSE, *OF_A_PART)
BY_GIVEN_NAME = ("Sir", "Dame", *CLOSE)
FROM_GERMAN = {"Frau": "Ms", "Herr": "Mr", "Herrn": "Mr", "und": "and"}


def in_english(name: Name | str, country: str = "", greeting: bool = False) -> str:
    """Dr Weber, Professor Weber, Ms Müller; with points in the US: titles win over Ms and Mr.

    A greeting leaves the given name out: Dr Nguyen, of Dr Sam Nguyen.
    """
    name = read_name(name) if isinstance(name, str) else name
    if name.generic:
        return generic_in_english(name.full)
    title = _english_title(name)
    if not title:
        return re.sub(r"\w+", lambda word: FROM_GERMAN.get(word[0], word[0]), name.full)
    point = "." if country in POINTS_AFTER_TITLES and title in SHORT else ""
    full = name.full
    if greeting and title in BY_GIVEN_NAME:
        full = full.split()[0]
    elif greeting and title != "Rev" and name.in_two_parts:
        full = name.family
    return f"{title}{point} {full}"


def in_greeting(name: Name | str, country: str = "") -> str:
    """As it is said to them, and of them to the person: Priya, Dr Lee, Ms Nguyen, Aunt Rosa.

    The whole name where the given one is a guess.
    """
    name = read_name(name) if isinstance(name, str) else name
    return name.given or in_english(name, country, greeting=True)


def named_in_english(name: Name, country: str = "") -> str:
    """As somebody else is told of them: put me through to the HR team."""
    said = in_english(name, country)
    return f"the {said}" if name.generic else said


def in_german(name: Name, country: str = "", greeting: bool = False) -> str:
    """Frau Prof. Weber, Dr. Weber, Anna Weber; nothing for a team.

    "Guten Tag Koch" is rude, and nobody knows whether Koch is a family's name: one alone is no
    greeting. Austria says the degree, too: Frau Mag. Huber.
    """
    if name.generic or (greeting and _is_bare(name)):
        return ""
    polite = german_polite(name)
    if polite:
        degree = name.highest or ("".join(name.titles.degrees[:1]) if country == "AT" else "")
        return " ".join(part for part in (polite, degree, name.family) if part)
    kept = name.title if name.titles.polite in KEPT_IN_GERMAN else ""
    if kept == "Mx" and " " in name.full:
        kept = ""
    return " ".join(part for part in (kept, name.highest, name.full) if part)


def _is_bare(name: Name) -> bool:
    latin = unicodedata.name(name.full[:1] or " ", "").startswith("LATIN")
    return latin and name.family == name.full and not name.title


def german_polite(name: Name) -> str:
    """Frau or Herr, where it is known."""
    return {WOMAN: "Frau", MAN: "Herr"}.get(name.titles.sex, "")


def _english_title(name: Name) -> str:
    if name.titles.professor:
        typed = next(word for word in name.titles.earned if "prof" in word.casefold())
        return typed if "/" in typed else "Professor"
    if name.titles.earned:
        return "Dr"
    polite = name.titles.polite
    return polite if polite in AS_TYPED else ENGLISH.get(name.titles.sex, polite)
