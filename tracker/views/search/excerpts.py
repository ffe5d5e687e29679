"""Where words were found in a text, marked: pure functions, and the marks are safe HTML."""

import re
from collections.abc import Sequence

from markupsafe import Markup

from tracker.values.folding import fold

AROUND = 60
"""Characters that an excerpt shows on either side of the first word found."""

SPACE, LAST_SPACE = re.compile(r"\s+"), re.compile(r"\s+\S*$")
OPEN, CLOSE = Markup("<mark>"), Markup("</mark>")
TextRange = tuple[int, int]


def text_ranges(text: str, words: list[str]) -> list[TextRange]:
    """Where the folded words stand in a text, in order, without overlaps."""
    small, places = _folded(text)
    found: list[TextRange] = []
    for word in words:
        start = small.find(word)
        while start >= 0:
            end = start + len(word)
            found.append((places[start], places[end - 1] + 1))
            start = small.find(word, end)
    return _apart(sorted(found))


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Folded text, and of each of its characters where it comes from: some letters fold to two."""
    small = fold(text)
    if len(small) == len(text):
        return small, range(len(text))
    letters = [fold(letter) for letter in text]
    places = [place for place, letter in enumerate(letters) for _ in letter]
    return "".join(letters), places


def _apart(found: list[TextRange]) -> list[TextRange]:
    apart: list[TextRange] = []
    for start, end in found:
        if apart and start <= apart[-1][1]:
            apart[-1] = (apart[-1][0], max(end, apart[-1][1]))
        else:
            apart.append((start, end))
    return apart


def marked(text: str, words: list[str]) -> Markup:
    """The text with each word that was found in a <mark>."""
    return _mark(text, text_ranges(text, words))


def _mark(text: str, found: list[TextRange]) -> Markup:
    pieces: list[str] = []
    last = 0
    for start, end in found:
        pieces += [text[last:start], OPEN, text[start:end], CLOSE]
        last = end
    return Markup("").join([*pieces, text[last:]])


def excerpt(text: str, words: list[str]) -> Markup | None:
    """The surroundings of the first word that is found, as one line; None where there is none."""
    found = text_ranges(text, words)
    if not found:
        return None
    start = max(found[0][0] - AROUND, 0)
    end = min(max(found[0][1], start + 2 * AROUND), len(text))
    start, end = _whole_words(text, start, end, found[0])
    line = " ".join(text[start:end].split())
    before, after = "… " if start else "", " …" if end < len(text) else ""
    return Markup("").join([before, marked(line, words), after])


def _whole_words(text: str, start: int, end: int, kept: TextRange) -> TextRange:
    """Less of it, so that no word is cut; a single word that is longer than that still is."""
    if start and (gap := SPACE.search(text, start - 1, kept[0])):
        start = gap.end()
    if end < len(text) and (gap := LAST_SPACE.search(text, kept[1], end + 1)):
        end = gap.start()
    return start, end
