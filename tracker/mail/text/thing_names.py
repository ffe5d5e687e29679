"""How a thing that they may ask for is named, by whom, in both languages."""

import re
from typing import NamedTuple


class ThingWords(NamedTuple):
    """One thing: its name, and how the letters in both languages name it."""

    pattern: re.Pattern[str]
    name: str
    """Behind "your"; with an article of its own where it starts with one."""
    german: str
    to_send: bool
    one: str = ""
    """The name of a single one, where there may be several."""
    mine: str = ""
    """As whoever sends it says it, where that is not "my" and its name."""
    german_mine: str = ""
    """The same in German, of a single one: meinen Führerschein."""
    stated: bool = False
    """Whether it is said and not attached: a number, a person."""


def pattern_of(words: str) -> re.Pattern[str]:
    """Where it is named, as a whole word."""
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def paper(
    words: str, name: str, german: str, german_mine: str, one: str = "", mine: str = ""
) -> ThingWords:
    """What is attached."""
    return ThingWords(pattern_of(words), name, german, True, one, mine, german_mine)


def stated(words: str, name: str, german: str, german_mine: str = "") -> ThingWords:
    """What is said and not attached, as a number is, or who somebody is."""
    return ThingWords(pattern_of(words), name, german, True, "", "", german_mine, True)


def fact(words: str, name: str, german: str, mine: str = "", german_mine: str = "") -> ThingWords:
    """What is asked and not sent."""
    return ThingWords(pattern_of(words), name, german, False, "", mine, german_mine, True)
