"""Finding known names in running text, in time that does not grow with how many are known."""

import re
import unicodedata
from bisect import insort
from collections import defaultdict
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from tracker.values.folding import fold

TOKEN = re.compile(r"\w+")
BRIEF = 3
"""Characters up to which a single word must be written as the name is: IT is no "it"."""
MONTHS = frozenset(("april", "may", "june", "august", "march", "mai", "juni", "jan"))
DATES = frozenset(("in", "since", "until", "till", "during", "early", "late", "mid", "im", "seit"))
"""Before the name of a month: in May."""
ASKING = frozenset(("may", "will", "can", "might"))
ASKED = frozenset(("i", "you", "we", "they", "he", "she", "it", "the", "this", "that", "there"))
"""After a word that asks: May I, will you."""


class Case(Enum):
    """How a name must be written to be one."""

    ANY = 0
    LARGE = 1
    """With capitals where the name has them: it is an ordinary word as well."""
    EXACT = 2


class Known(NamedTuple):
    """A name as words, and what is shown in its place."""

    words: list[str]
    case: Case
    shown: str

    def is_written(self, words: list[str]) -> bool:
        """Whether words that are the same but for capitals and marks are this name."""
        if self.case is Case.EXACT:
            return all(map(_same_case, self.words, words))
        if self.case is Case.LARGE:
            pairs = zip(self.words, words, strict=True)
            return all(word[0].isupper() or name[0].islower() for name, word in pairs)
        return True


class KnownNames:
    """Names, each with what is shown instead; the longest that fits is replaced."""

    def __init__(self) -> None:
        self._lengths: dict[str, list[int]] = defaultdict(list)
        """By the first word, how many words names have that begin so, the most first."""
        self._known: dict[tuple[str, ...], list[Known]] = defaultdict(list)
        self._anywhere: dict[str, str] = {}

    def add(self, name: str, shown: str, exactly: bool = False) -> None:
        """One name: as words, or, in scripts that put no space between words, anywhere."""
        words = TOKEN.findall(name)
        if not words or not all(_is_cased(word) for word in words):
            if name.strip():
                self._anywhere.setdefault(name.strip(), shown)
            return
        case = Case.ANY
        if exactly or (len(words) == 1 and len(words[0]) <= BRIEF):
            case = Case.EXACT
        elif words[0][0].isupper() and all(is_common(word) for word in words):
            case = Case.LARGE
        folded = tuple(map(folded_word, words))
        self._known[folded].append(Known(words, case, shown))
        lengths = self._lengths[folded[0]]
        if len(folded) not in lengths:
            insort(lengths, len(folded), key=lambda length: -length)

    def replace(self, text: str) -> str:
        """The text without them."""
        for name, shown in self._anywhere.items():
            text = text.replace(name, shown)
        if self._lengths.keys().isdisjoint(map(folded_word, TOKEN.findall(text))):
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
        for length in self._lengths.get(folded_word(tokens[place][0]), ()):
            words = [word for word, _, _ in tokens[place : place + length]]
            for known in self._known.get(tuple(map(folded_word, words)), ()):
                alone = len(words) == 1 and _is_a_word_here(tokens, place)
                if known.is_written(words) and not alone:
                    return len(words), known.shown
        return 0, ""


def folded_word(word: str) -> str:
    """A word as it is compared: small, without marks; quickly, as most have none."""
    return word.lower() if word.isascii() else fold(word)


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """Ordinary words that are names of companies or people too: target, may, will, gap."""
    path = Path(__file__).with_name("common_words.txt")
    return frozenset(path.read_text("utf-8").split())


def is_common(word: str) -> bool:
    """Whether it is an ordinary word as well."""
    return word.lower() in common_words()


def _is_a_word_here(tokens: list[tuple[str, int, int]], place: int) -> bool:
    """In May, 3 May, May 2026; May I ask, Will you: a month or a question, and nobody."""
    word = tokens[place][0].lower()
    before = tokens[place - 1][0].lower() if place else ""
    after = tokens[place + 1][0].lower() if place + 1 < len(tokens) else ""
    if word in MONTHS and (before in DATES or before.isdigit() or after.isdigit()):
        return True
    return word in ASKING and after in ASKED


def _same_case(name: str, word: str) -> bool:
    """As the name is written, or in capitals throughout, where that is no ordinary word."""
    if without_marks(name) == without_marks(word):
        return True
    return word.isupper() and len(word) > BRIEF and not is_common(word)


def without_marks(word: str) -> str:
    """Jose for José."""
    if word.isascii():
        return word
    letters = unicodedata.normalize("NFD", word)
    return "".join(letter for letter in letters if not unicodedata.combining(letter))


def _is_cased(word: str) -> bool:
    """Whether its script has capitals; quickly, as ours has."""
    if word.isascii():
        return True
    return all(sign.lower() != sign.upper() or not sign.isalpha() for sign in word)
