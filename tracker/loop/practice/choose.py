"""Which question to practise for something that was said: the same one whenever it is asked."""

from collections.abc import Iterable

from tracker.loop.practice.bank import BANK, PracticeQuestion

FINER, BROAD, WORD = 5, 3, 3
MOST_WORDS = 3
PRACTISED = frozenset(theme for each in BANK.values() for theme in each.broad)
"""Broad themes that there are questions for."""


def questions_for(theme: str, words: str, most: int = 5) -> list[PracticeQuestion]:
    """Those that fit a theme (`answers.examples`, or `answers` alone) or what was said, best first.

    None where nothing fits.
    """
    said = _plain(words)
    scored = [(_score(each, theme, said), -at, each) for at, each in enumerate(BANK.values())]
    found = sorted((each for each in scored if each[0]), key=lambda each: each[:2], reverse=True)
    return [each for _, _, each in found[:most]]


def questions_in(posting: str, most: int = 2) -> list[tuple[PracticeQuestion, str]]:
    """Those that a posting points to, by how many of its words do, and the first such word."""
    text = _plain(posting)
    found = []
    for at, each in enumerate(BANK.values()):
        hits = [start for start in each.asks if f" {start}" in text]
        if hits:
            found.append((-len(hits), at, each, _as_it_stands(hits[0], text)))
    return [(each, word) for _, _, each, word in sorted(found)[:most]]


def _as_it_stands(start: str, text: str) -> str:
    """A word by its beginning, whole."""
    rest = text[text.index(f" {start}") :].split()
    return " ".join(rest[: len(start.split())])


def can_practise(theme: str) -> bool:
    """Whether what a theme is about can be practised by speaking: no résumé can, and no licence."""
    return theme.partition(".")[0] in PRACTISED


def _score(question: PracticeQuestion, theme: str, said: str) -> int:
    broad = theme.partition(".")[0]
    fits = FINER if theme in question.themes else BROAD if broad in question.broad else 0
    return fits + WORD * min(MOST_WORDS, sum(f" {each}" in said for each in question.words))


def _plain(words: str) -> str:
    """Small letters and single gaps, with one before the first word; signs are gaps."""
    kept: Iterable[str] = (c if c.isalnum() or c in "-’'" else " " for c in words.lower())
    return f" {' '.join(''.join(kept).split())}"
