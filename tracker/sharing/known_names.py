"""Finding known names in running text, in time that does not grow with how many are known."""

import re
from bisect import insort
from collections import defaultdict

TOKEN = re.compile(r"\w+")
BRIEF = 3
"""Characters up to which a single word must be written as the name is: IT is no "it"."""


class KnownNames:
    """Names, each with what is shown instead; the longest that fits is replaced."""

    def __init__(self) -> None:
        self._by_first: dict[str, list[tuple[list[str], list[str] | None, str]]] = defaultdict(list)
        self._anywhere: dict[str, str] = {}

    def add(self, name: str, shown: str, exactly: bool = False) -> None:
        """One name: as words, or, in scripts that put no space between words, anywhere."""
        words = TOKEN.findall(name)
        if not words or not all(_is_cased(word) for word in words):
            if name.strip():
                self._anywhere.setdefault(name.strip(), shown)
            return
        exactly = exactly or (len(words) == 1 and len(words[0]) <= BRIEF)
        found = self._by_first[words[0].casefold()]
        one = ([word.casefold() for word in words], words if exactly else None, shown)
        insort(found, one, key=lambda each: -len(each[0]))

    def replace(self, text: str) -> str:
        """The text without them."""
        for name, shown in self._anywhere.items():
            text = text.replace(name, shown)
        if self._by_first.keys().isdisjoint(word.casefold() for word in TOKEN.findall(text)):
            return text
        tokens = [(found.group(), *found.span()) for found in TOKEN.finditer(text)]
        made, end, place = [], 0, 0
        while place < len(tokens):
            length, shown = self._at(tokens, place)
            if length:
                made += [text[end : tokens[place][1]], shown]
                end = tokens[place + length - 1][2]
            place += length or 1
        return "".join([*made, text[end:]])

    def _at(self, tokens: list[tuple[str, int, int]], place: int) -> tuple[int, str]:
        for folded, exact, shown in self._by_first.get(tokens[place][0].casefold(), ()):
            words = [word for word, _, _ in tokens[place : place + len(folded)]]
            if words == exact or (exact is None and [word.casefold() for word in words] == folded):
                return len(folded), shown
        return 0, ""


def _is_cased(word: str) -> bool:
    return all(sign.lower() != sign.upper() or not sign.isalpha() for sign in word)
