"""Names that are not shown, wherever they stand: companies become "Company A", people "[name]".

A field of nothing but somebody's name is left out: "[name]" would say no more than that.
"""

import re
from collections.abc import Iterable

from tracker.sharing.company_addresses import TELLING, CompanyAddresses
from tracker.sharing.known_names import TOKEN, KnownNames, folded_word
from tracker.sharing.whole_companies import WholeCompanies

LEGAL = re.compile(
    r"[\s,]+(?:pty\.?\s*ltd|ltd|limited|inc|llc|plc|gmbh(?:\s*&\s*co\.?\s*kg)?|ag|se|kg|corp"
    r"|corporation|company|(?:&\s*)?co|group|s\.a\.|bv|b\.v|oy|ab)\.?$",
    re.IGNORECASE,
)
LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)
EMAIL = re.compile(r"(?<![\w.+'-])[\w.+'-]++@[\w-]+(?:\.[\w-]+)+")
PROFILE = re.compile(
    r"(?:https?://)?(?<![\w-])(?:[\w-]{1,63}\.){0,6}linkedin\.com/in/\S+", re.IGNORECASE
)
"""An address that is somebody's name."""
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u2060\ufeff"))
"""Characters that nobody sees: within a name they would hide it from being found."""
PHONE = re.compile(r"\+?\d[\d\s()/.-]{6,}\d")
ISO_DAY = re.compile(r"\d{4}-\d\d-\d\d")
FIRST = re.compile(r"\W*(\w+)")
SOMEBODY, A_PERSON = "[name]", "A person"
ONLY_NAMES = re.compile(r"\[name\](?:(?:[\s,;/&+]|\band\b)+\[name\])*")
OFTEN = 200
"""Characters up to which a text, a role say, is likely to come again."""
SHORTEST = 3
"""Characters of a part of a name that is looked for by itself."""
SHORT_WORD = re.compile(
    r"(?:a[mnst]|b[ey]|d[ou]|e[mrs]|go|h[eio]|i[fmnst]|l[ae]|m[ersy]|no|o[fhknr]|pa|s[eo]|to|u[mps]"
    r"|w[eo]|zu)",
    re.IGNORECASE,
)
"""Words of two letters, which a first name of two letters must not be."""
UNNAMED = "a company"
"""One that was not applied to: letters are given to applications alone, so that they stay."""


class Redaction:
    """Replaces what must not be seen; with both kinds of names allowed it changes nothing."""

    def __init__(
        self,
        companies: Iterable[str] | None,
        people: Iterable[str] | None,
        others: Iterable[str] = (),
        links: Iterable[str] = (),
        sources: bool = True,
        shown: Iterable[str] = (),
    ) -> None:
        """Companies in an order that stays (the first is A), people in any; None: all are named.

        `others` are companies that have no letter, `links` addresses that may be a company's own;
        `shown` are those that stay whole where people are hidden.
        """
        self.shows_sources = sources
        self.hides_companies, self.hides_people = companies is not None, people is not None
        self.letters: dict[str, str] = {}
        self._seen: dict[str, str] = {}
        self._companies, self._people = KnownNames(), KnownNames()
        self._first_names: set[str] = set()
        self._addresses = CompanyAddresses(links if self.hides_companies else ())
        for name in companies or ():
            self._add_company(name)
        for name in others if self.hides_companies else ():
            if name.strip() and key(name) not in self.letters:
                self._know_company(name, UNNAMED)
        self._words: set[str] = set()
        for name in people or ():
            self._add_person(name)
        self._shown = WholeCompanies(() if self.hides_companies else shown, self._words)

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
        if not self.shows_sources:
            return ""
        first = FIRST.match(self._shown.split(words)[0]) if self.hides_people else None
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
        words = words.translate(UNSEEN)
        if "@" in words:
            words = EMAIL.sub("[address]", words)
        if self.hides_companies:
            words = LINK.sub("[link]", words)
            if "." in words:
                words = self._addresses.cover(words)
            words = self._companies.replace(words)
        if self.hides_people:
            if "." in words:
                words = PROFILE.sub("[link]", words)
            words = self._hidden(PHONE.sub(_number, words))
        return words

    def _hidden(self, words: str) -> str:
        """Without people's names; those of companies that are shown stay whole."""
        pieces = self._shown.split(words)
        pieces[::2] = map(self._people.replace, pieces[::2])
        return "".join(pieces)

    def without_people(self, words: str) -> str:
        """Free text with people's names alone covered: numbers and links stay of use."""
        return self._hidden(words.translate(UNSEEN)) if self.hides_people else words

    def link(self, address: str) -> str:
        """The address of an advertisement: it names the company."""
        return "" if self.hides_companies else address

    def _add_company(self, name: str) -> None:
        if not name.strip() or key(name) in self.letters:
            return
        shown = self.letters[key(name)] = f"Company {letters(len(self.letters))}"
        self._know_company(name, shown)

    def _know_company(self, name: str, shown: str) -> None:
        """By its name, without what it is in law, and in one word as in a domain."""
        brief = LEGAL.sub("", name).strip()
        for each in dict.fromkeys((name, brief)):
            if each == name or len(each) >= SHORTEST:
                self._companies.add(each, shown)
            words = TOKEN.findall(each)
            self._addresses.know("".join(map(folded_word, words)))
            if len(words) > 1 and len("".join(words)) > TELLING and each.isascii():
                self._companies.add("".join(words), shown)

    def _add_person(self, name: str) -> None:
        self._people.add(name, SOMEBODY, exactly=len(name.split()) == 1)
        self._first_names.update(part.casefold() for part in name.split()[:1])
        self._words.update(map(folded_word, TOKEN.findall(name)))
        for part in name.split():
            if _stands_alone(part):
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


def _stands_alone(part: str) -> bool:
    """Whether a part of a name is looked for by itself."""
    if part[0].isupper():
        short = len(part) < SHORTEST
        return len(part) > 1 and not (short and SHORT_WORD.fullmatch(part))
    return len(part) > 1 and part[0].isalpha() and part[0].lower() == part[0].upper()


def _number(found: re.Match[str]) -> str:
    digits = sum(sign.isdigit() for sign in found[0])
    return found[0] if digits < 8 or ISO_DAY.match(found[0]) else "[number]"
