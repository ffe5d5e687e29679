"""Skills that a posting asks for: those it lists itself, and a person's own words found in it."""

import re
from collections.abc import Iterable
from typing import Any

from tracker.values.text import clean_line

MOST, LONGEST, MOST_WORDS = 20, 50, 4
SHORT = 2
"""Letters up to which a name is a word as well: R, Go."""
BESIDE = re.compile(r"(?:[,/;(•·]|\b(?:and|or|in|with|using|und|mit|oder|like|of))\s?$")
AFTER = re.compile(r"\s?(?:[,/;).•·\n]|(?:and|or|und|oder|developer|programming)\b|$)")


def listed(value: Any) -> list[str]:
    """What `skills` of schema.org names; a sentence is no name."""
    said = value if isinstance(value, list) else [value]
    names: list[str] = []
    for each in said[:60]:
        word = each.get("name", "") if isinstance(each, dict) else each
        if isinstance(word, str):
            names += re.split(r"[,;\n•|]", word[:2000])
    clean = (clean_line(re.sub(r"<[^<>]{0,100}>", " ", each)).strip(" .-*") for each in names)
    fitting = [each for each in clean if _is_name(each)]
    return list(dict.fromkeys(fitting))[:MOST]


def _is_name(said: str) -> bool:
    return 0 < len(said) <= LONGEST and len(said.split()) <= MOST_WORDS


def known_in(text: str, names: Iterable[str]) -> list[str]:
    """Those of the names that stand in a text, as the person writes them."""
    plain, small = text[:300_000], text[:300_000].casefold()
    found = [name for name in names if name and _stands(name, plain, small)]
    return found[:MOST]


def _stands(name: str, plain: str, small: str) -> bool:
    short = len(name) <= SHORT and name.isalpha()
    wanted, within = (name, plain) if short else (name.casefold(), small)
    place = within.find(wanted)
    for _ in range(200):
        if place < 0:
            return False
        end = place + len(wanted)
        if _apart(within, place, end, wanted) and (not short or _in_a_list(plain, place, end)):
            return True
        place = within.find(wanted, place + 1)
    return False


def _apart(text: str, start: int, end: int, name: str) -> bool:
    """Whether it is no part of a longer word, as Java in JavaScript or C in C++."""
    before, after = text[start - 1 : start], text[end : end + 1]
    joined = before == "." and text[start - 2 : start - 1].isalnum()  # as in Node.js
    if name[0].isalnum() and (before.isalnum() or joined):
        return False
    if name[-1].isalnum():
        return not (after.isalnum() or after in ("+", "#"))
    return True


def _in_a_list(text: str, start: int, end: int) -> bool:
    if text[end : end + 1] in ("&", "-", "'", "’"):
        return False
    return bool(BESIDE.search(text[max(0, start - 12) : start])) and bool(
        AFTER.match(text[end : end + 14])
    )
