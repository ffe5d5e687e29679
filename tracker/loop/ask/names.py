"""How to address people whose name is all that is known of them."""

import re
import unicodedata
from typing import NamedTuple

from tracker.loop.ask.generic_names import (
    NOT_A_PERSON,
    is_a_company,
    is_generic,
    is_nobody,
    without_whose,
)
from tracker.loop.ask.titles import CLOSE, Titles, titles_of
from tracker.values.text import clean_line

PARTICLES = {
    *("von", "van", "de", "der", "den", "zu", "zur", "zum", "vom", "di", "da", "del", "la", "le"),
    *("du", "dos", "das", "do", "della", "ter", "ten", "af", "av", "al", "el", "bin", "ibn", "ní"),
}
CREDENTIALS = re.compile(
    r"(?:ph\.?d|m\.?b\.?a|[bm]\.?\s?(?:a|sc|eng|ed)|ll\.?[bm]|cpa|ca|cfa|pmp|caphr|cahri|f?cipd|"
    r"facs|oam|obe|mbe|cbe|am|ao|esq|jr|jun|sr|[ivx]+)\.?",
    re.IGNORECASE,
)
AFTER_A_NAME = re.compile(r"(?:P[Hh]\.?D|MBA|MSc|BSc|LL\.?[BM]|CPA|OAM|Jr|Sr|I{2,3}|IV)\.?$")
"""Of those, what is also written without a comma, and is nobody's own name."""
SALUTATION = re.compile(
    r"^(?:dear|hi|hello|attn\.?:?|attention:?|z\.\s?hd\.)\s+(?=\S)", re.IGNORECASE
)
GLUED = re.compile(r"\b((?:prof|dr|mr|mrs|ms|hr|fr)\.)(?=[^\W\d_])", re.IGNORECASE)
PLACE = re.compile(r"\s(?:from|at|bei|c/o)\s.*$", re.IGNORECASE)
FAMILY_FIRST = {
    *("nguyen", "tran", "pham", "huynh", "hoang", "phan", "dang", "bui", "duong", "truong"),
}
"""Names of families that stand before the others where there are three: Nguyễn Văn An."""
HANDLE = re.compile(r"[a-zäöüß]{2,}[._][a-zäöüß-]{2,}")
"""What stands before an @."""
SAYABLE = re.compile("[aeiouy]")
SEVERAL = re.compile(r"\s(?:and|und|&|\+)\s", re.IGNORECASE)


class Name(NamedTuple):
    """A name as it is written, with the titles taken off and as it is said among colleagues."""

    full: str
    titles: Titles = Titles()
    given: str = ""
    generic: bool = False
    """Whether it names a team or a part: HR team, Hiring Manager."""

    def __bool__(self) -> bool:
        return bool(self.full)

    @property
    def title(self) -> str:
        """The first that stands before the name."""
        return self.titles.polite or "".join(self.titles.earned[:1])

    @property
    def close(self) -> bool:
        """Whether they are named as one's own family is: Aunt Rosa."""
        return self.titles.polite in CLOSE

    @property
    def written(self) -> str:
        """With the titles where there are some: Dr Sam Nguyen."""
        return " ".join((self.titles.polite, *self.titles.earned, self.full)).strip()

    @property
    def familiar(self) -> str:
        """The given name, or the whole where that is a guess: an initial, a team, 李雷."""
        return self.written if self.title else self.given or self.full

    @property
    def family(self) -> str:
        """With what belongs to it: von der Heide."""
        words = self.full.split()
        start = next((i for i, word in enumerate(words[:-1]) if word in PARTICLES), len(words) - 1)
        while start > 0 and words[start - 1].casefold() in PARTICLES:
            start -= 1
        return " ".join(words[start:])

    @property
    def in_two_parts(self) -> bool:
        """One given name and a family's, as far as can be told: Sam Nguyen, not José Díaz Gil."""
        before = self.full.removesuffix(self.family).split()
        return len(before) == 1 and _has_given_name_first(self.full)

    @property
    def degrees(self) -> list[str]:
        """As German writes them: Prof. Dr."""
        return ["Prof." if "prof" in word.casefold() else "Dr." for word in self.titles.earned]

    @property
    def surname(self) -> str:
        """The family name with all that was earned: Dr. Weber, von der Heide."""
        return " ".join((*self.degrees, self.family))

    @property
    def highest(self) -> str:
        """The one title that a greeting uses in German."""
        return "Prof." if self.titles.professor else "".join(self.degrees[:1])


def read_name(text: str) -> Name:
    """A name as somebody typed it; no name where it is an address or has no letters."""
    plain = re.sub(r"\([^)]*\)|\[[^\]]*\]|<[^>]*>|[\"“”„]", " ", clean_line(text))
    plain = " ".join(word for word in plain.split() if "@" not in word and "://" not in word)
    plain = GLUED.sub(r"\1 ", SALUTATION.sub("", plain)).replace("h. c.", "h.c.")
    plain = PLACE.sub("", re.split(r"\s[|–—-]\s|\|", plain)[0]).strip(" ,;:/-")
    plain = without_whose(plain)
    if is_nobody(plain) or not any(char.isalpha() for char in plain):
        return Name("")
    if is_generic(plain):
        return Name(plain, generic=True)
    if SEVERAL.search(plain):
        return Name(plain)
    plain = re.split(r"\s/\s|(?<=\w\w)/(?=\w\w)", plain)[0].strip()
    name, titles = _in_order(titles_of(plain))
    name = _calmer(_without_credentials(name), bool(titles.polite or titles.earned))
    if HANDLE.fullmatch(name):
        name = re.sub("[._]", " ", name).title()
    if not name or is_a_company(name):
        return Name("")
    return Name(name, titles, "" if titles.polite or titles.earned else _given(name))


def possessive(name: str) -> str:
    """O'Connor's and James's: always with an s, after the Australian Style Manual."""
    return f"{name}'s" if name else ""


def _in_order(titles: Titles) -> tuple[str, Titles]:
    """Weber, Frau Dr. Anna: the titles may stand on either side of the comma."""
    left, comma, right = (part.strip() for part in titles.rest.partition(","))
    if not comma or not right:
        return left, titles
    after = titles_of(right)
    both = Titles(
        titles.polite or after.polite,
        titles.sex or after.sex,
        (*titles.earned, *after.earned),
        degrees=(*titles.degrees, *after.degrees),
    )
    family_first = " " not in left or left.split()[0].casefold() in PARTICLES
    given = re.sub(r"(?<=\S)(?:\s\w\.?)+$", "", after.rest)  # Weber, Anna M.
    if not given or " " in given or not family_first:
        return left, both if after.earned or after.polite else titles
    if CREDENTIALS.fullmatch(right) or NOT_A_PERSON.search(right):
        return left, titles
    return f"{after.rest} {left}", both


def _without_credentials(name: str) -> str:
    words = name.split()
    while len(words) > 2 and AFTER_A_NAME.match(words[-1]):
        words = words[:-1]
    return " ".join(words)


def _calmer(name: str, titled: bool) -> str:
    """ANNA WEBER is Anna Weber; a single word in capitals may be a name as it is."""
    if not name.isupper() or not (titled or " " in name):
        return name
    return " ".join(word.title() if len(word.rstrip(".")) > 2 else word for word in name.split())


def _given(name: str) -> str:
    words = name.split()
    if len(words) < 2 or NOT_A_PERSON.search(name) or not _has_given_name_first(name):
        return ""
    if words[0] in PARTICLES or not SAYABLE.search(_plain(words[0])):
        return ""
    if len(words) > 2 and _plain(words[0]) in FAMILY_FIRST:
        return ""
    shouted = [word for word in words if len(word.rstrip(".")) > 2 and word.isupper()]
    if shouted and len(shouted) < len(words):  # NGUYEN Sam
        words = [word for word in words if word not in shouted]
    return "" if len(words[0].rstrip(".")) < 2 or words[0].isupper() else words[0]


def _plain(word: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFD", word.casefold()) if char.isalpha())


def _has_given_name_first(name: str) -> bool:
    letters = [char for char in name if char.isalpha()]
    return all(unicodedata.name(char, "").startswith("LATIN") for char in letters)
