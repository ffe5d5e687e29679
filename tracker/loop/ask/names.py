"""How to address people whose name is all that is known of them."""

import re
import unicodedata
from typing import NamedTuple

from tracker.values.text import clean_line

MS, MR = ("Ms", "Mrs", "Miss", "Frau"), ("Mr", "Herr", "Herrn")
TITLES = {
    title.casefold(): title
    for title in (*MS, *MR, "Mx", "Dr", "Prof", "Professor", "A/Prof", "Sir", "Dame", "Rev")
}
PARTICLES = {"von", "van", "de", "der", "den", "zu", "zur", "zum", "vom", "di", "da", "del", "la"}
NOT_A_PERSON = re.compile(
    r"\b(?:team|hr|recruit\w*|talent|people|panel|hiring|manager|careers?|jobs?|office|reception|"
    r"human resources|personal\w*|bewerbung\w*|department|abteilung|committee)\b",
    re.IGNORECASE,
)
CREDENTIALS = re.compile(
    r"(?:ph\.?d|mba|cpa|caphr|cahri|facs|oam|am|ao|jr|sr|[ivx]+)\.?", re.IGNORECASE
)


class Name(NamedTuple):
    """A name as it is written, with the title taken off and as it is said among colleagues."""

    full: str
    title: str = ""
    given: str = ""

    def __bool__(self) -> bool:
        return bool(self.full)

    @property
    def written(self) -> str:
        """With the title where there is one: Dr Sam Nguyen."""
        return f"{self.title} {self.full}" if self.title else self.full

    @property
    def familiar(self) -> str:
        """The given name, or the whole where that is a guess: an initial, a team, 李雷."""
        return self.written if self.title else self.given or self.full

    @property
    def surname(self) -> str:
        """With what belongs to it: Dr. Weber, von der Heide."""
        words = self.full.split()
        degrees = [word for word in words if word.casefold().rstrip(".") in ("dr", "prof")]
        rest = words[len(degrees) :]
        start = next((i for i, word in enumerate(rest[:-1]) if word in PARTICLES), len(rest) - 1)
        return " ".join([*degrees, *rest[start:]])


def read_name(text: str) -> Name:
    """A name as somebody typed it; no name where it is an address or has no letters."""
    plain = re.sub(r"\([^)]*\)|\[[^\]]*\]|<[^>]*>|[\"“”]", " ", clean_line(text))
    plain = clean_line(_in_order(re.split(r"\s[|–—-]\s|[|/]\s", plain)[0])).strip(" ,;:")
    if "@" in plain or not any(char.isalpha() for char in plain):
        return Name("")
    first, _, rest = plain.partition(" ")
    title = TITLES.get(first.rstrip(".").casefold(), "")
    if title and rest:
        return Name(rest, "Dr." if first.casefold() == "dr." else title)
    return Name(plain, given=_given(plain))


def possessive(name: str) -> str:
    """O'Connor's and James's: always with an s, after the Australian Style Manual."""
    return f"{name}'s" if name else ""


def _in_order(name: str) -> str:
    left, comma, right = (part.strip() for part in name.partition(","))
    if not comma or not right:
        return left
    if " " in right or " " in left or CREDENTIALS.fullmatch(right) or NOT_A_PERSON.search(right):
        return left
    return f"{right} {left}"


def _given(name: str) -> str:
    words = name.split()
    if len(words) < 2 or NOT_A_PERSON.search(name) or not _has_given_name_first(name):
        return ""
    shouted = [word for word in words if len(word.rstrip(".")) > 1 and word.isupper()]
    if shouted and len(shouted) < len(words):  # NGUYEN Sam
        words = [word for word in words if word not in shouted]
    return "" if len(words[0].rstrip(".")) < 2 else words[0]


def _has_given_name_first(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return all(unicodedata.name(char, "").startswith("LATIN") for char in letters)
