"""Names that are not shown, wherever they stand: companies become "Company A", people "[name]".

A field of nothing but somebody's name is left out: "[name]" would say no more than that.
"""

import re
from collections.abc import Iterable

from tracker.sharing.known_names import KnownNames

LEGAL = re.compile(
    r"[\s,]+(?:pty\.?\s*ltd|ltd|limited|inc|llc|plc|gmbh(?:\s*&\s*co\.?\s*kg)?|ag|se|kg|corp"
    r"|corporation|company|(?:&\s*)?co|group|s\.a\.|bv|b\.v|oy|ab)\.?$",
    re.IGNORECASE,
)
LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
EMAIL = re.compile(r"[\w.+'-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"\+?\d[\d\s()/.-]{6,}\d")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRST = re.compile(r"\W*(\w+)")
SOMEBODY, A_PERSON = "[name]", "A person"
ONLY_NAMES = re.compile(r"\[name\](?:(?:[\s,;/&+]|\band\b)+\[name\])*")
OFTEN = 200
"""Characters up to which a text, a role say, is likely to come again."""
SHORTEST = 3
"""Characters of a part of a name that is looked for by itself."""


class Redaction:
    """Replaces what must not be seen; with both kinds of names allowed it changes nothing."""

    def __init__(self, companies: Iterable[str] | None, people: Iterable[str] | None) -> None:
        """Companies in an order that stays (the first is A), people in any; None: all are named."""
        self.hides_companies, self.hides_people = companies is not None, people is not None
        self.letters: dict[str, str] = {}
        self._seen: dict[str, str] = {}
        self._companies, self._people = KnownNames(), KnownNames()
        self._first_names: set[str] = set()
        for name in companies or ():
            self._add_company(name)
        for name in people or ():
            self._add_person(name)

    def company(self, name: str) -> str:
        """A company's name, or the letter that stands for it everywhere."""
        if not self.hides_companies or not name.strip():
            return name
        return self.letters.get(key(name), "A company")

    def person(self, name: str) -> str:
        """A field that holds nothing but somebody's name: where it is hidden, nothing is left."""
        return "" if self.hides_people else self.text(name)

    def whom(self, words: str) -> str:
        """A field that may hold a name, or something else: that somebody stood there stays."""
        shown = self.text(words)
        return A_PERSON if ONLY_NAMES.fullmatch(shown) else shown

    def source(self, words: str) -> str:
        """Where something was found: free text, and often somebody's first name to begin with."""
        first = FIRST.match(words) if self.hides_people else None
        if first and first[1].casefold() in self._first_names:
            words = f"{SOMEBODY}{words[first.end() :]}"
        return self.whom(words)

    def text(self, words: str) -> str:
        """Free text, with every name in it that is known; and what would lead to one."""
        if not (words and (self.hides_companies or self.hides_people)):
            return words
        if len(words) > OFTEN:
            return self._masked(words)
        if words not in self._seen:
            self._seen[words] = self._masked(words)
        return self._seen[words]

    def _masked(self, words: str) -> str:
        if "@" in words:
            words = EMAIL.sub("[address]", words)
        if self.hides_companies:
            words = self._companies.replace(LINK.sub("[link]", words))
        if self.hides_people:
            words = self._people.replace(PHONE.sub(_number, words))
        return words

    def without_people(self, words: str) -> str:
        """Free text with people's names alone covered: numbers and links stay of use."""
        return self._people.replace(words) if self.hides_people else words

    def link(self, address: str) -> str:
        """The address of an advertisement: it names the company."""
        return "" if self.hides_companies else address

    def _add_company(self, name: str) -> None:
        if not name.strip() or key(name) in self.letters:
            return
        shown = self.letters[key(name)] = f"Company {letters(len(self.letters))}"
        self._companies.add(name, shown)
        brief = LEGAL.sub("", name).strip()
        if brief != name and len(brief) >= SHORTEST:
            self._companies.add(brief, shown)

    def _add_person(self, name: str) -> None:
        self._people.add(name, SOMEBODY, exactly=len(name.split()) == 1)
        self._first_names.update(part.casefold() for part in name.split()[:1])
        for part in name.split():
            if len(part) >= SHORTEST and part[0].isupper():
                self._people.add(part, SOMEBODY, exactly=True)


def key(name: str) -> str:
    """How a company's name is compared."""
    return " ".join(name.casefold().replace("’", "'").split())


def letters(number: int) -> str:
    """0 is A, 25 is Z, 26 is AA."""
    made, number = "", number + 1
    while number:
        number, place = divmod(number - 1, 26)
        made = chr(65 + place) + made
    return made


def _number(found: re.Match[str]) -> str:
    digits = sum(sign.isdigit() for sign in found[0])
    return found[0] if digits < 8 or ISO_DAY.match(found[0]) else "[number]"
