"""A company's name as it is looked for in an email: whole, and without how it is owned."""

import re

from tracker.values.folding import fold

OWNED = frozenset(
    (
        *("pty", "ltd", "limited", "proprietary", "inc", "incorporated", "llc", "llp", "plc"),
        *("gmbh", "ggmbh", "mbh", "co", "kg", "kgaa", "ag", "se", "ug", "ohg", "corp"),
        *("corporation", "group", "gruppe", "holding", "holdings", "company"),
    )
)
"""What only says how it is owned."""
LEFT_OUT = OWNED | {"the", "and", "und"}
OPEN_ENDED = frozenset({"of", "for", "in", "für", "a", "an"})
NO_LETTER = re.compile(r"[^\w]+")
SHORTEST = 3
"""Letters of a name that is looked for in a text; ABB and SAP are found, HP in a domain alone."""


def words(text: str) -> str:
    """Small letters and single spaces, with a space at either end."""
    return f" {' '.join(NO_LETTER.sub(' ', fold(text)).split())} "


def within(name: str, text: str) -> bool:
    """Whether the words of a name stand in a text, one after the other."""
    name = name.strip()
    return len(name) >= SHORTEST and f" {name} " in text


def bare_words(text: str) -> str:
    """Without the words of owning, wherever they stand: a name and a text are compared alike."""
    return f" {' '.join(each for each in words(text).split() if each not in LEFT_OUT)} "


def company_words(company: str) -> str:
    """Its name without what only says at its ends how it is owned; whole where nothing is left."""
    whole = words(company).split()
    left = whole[whole[:1] == ["the"] :]
    while left and left[-1] in OWNED:
        left.pop()
    return " ".join(left or whole)


def bare_name(company: str) -> str:
    """Without the words of owning within it, too; nothing where no name is left of it so."""
    left = bare_words(company).split()
    open_ended = not left or left[0] in OPEN_ENDED or left[-1] in OPEN_ENDED
    return "" if open_ended else " ".join(left)


class NamedText:
    """A text in which names are looked for."""

    def __init__(self, text: str) -> None:
        self.plain, self.bare = words(text), bare_words(text)

    def names(self, company: str) -> bool:
        """Whether a company stands in it, with how it is owned or without."""
        return within(company_words(company), self.plain) or within(bare_name(company), self.bare)
