"""How well the words of a query fit what was found: pure functions."""

from collections.abc import Iterable

from markupsafe import Markup

from tracker.values.folding import fold

WHOLE, BEGINNINGS, PARTS = range(3)
"""How well words fit a text: whole words, the beginnings of words, or parts of them."""


def nearness(text: str, words: list[str]) -> int:
    """How well all of the folded words fit a text; parts of words also where one is missing."""
    small = fold(text)
    if all(_stands(small, word, whole=True) for word in words):
        return WHOLE
    return BEGINNINGS if all(_stands(small, word) for word in words) else PARTS


def _stands(small: str, word: str, whole: bool = False) -> bool:
    """Whether a word begins where it is found, and where it is asked for ends there, too."""
    start = small.find(word)
    while start >= 0:
        end = start + len(word)
        begins = not small[max(start - 1, 0) : start].isalnum()
        if begins and not (whole and small[end : end + 1].isalnum()):
            return True
        start = small.find(word, start + 1)
    return False


def name_nearness(names: Iterable[str], words: list[str]) -> int:
    """How well all of the folded words fit the best of some names; more where none holds them."""
    holding = (name for name in names if all(word in fold(name) for word in words))
    return min((nearness(name, words) for name in holding), default=PARTS + 1)


def best_first(excerpts: Iterable[Markup | None], words: list[str]) -> list[Markup]:
    """Those with the most of the words before others, and whole words before parts of them.

    Without what another one says already.
    """
    found = {str(each.striptags()): each for each in excerpts if each is not None}
    said = [text for text in found if not any(text in other for other in found if other != text)]
    return [found[text] for text in sorted(said, key=lambda text: _missing(text, words))]


def _missing(text: str, words: list[str]) -> tuple[int, int]:
    held = [word for word in words if word in fold(text)]
    return len(words) - len(held), nearness(text, held)
