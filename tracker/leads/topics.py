"""What a text is about, so that ads meet which say the same in other words.

The table of it is in topic_table.py; from six letters on the beginning of a word is looked for
within longer ones too: Werkstatt in Institutswerkstatt.
"""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from tracker.leads.topic_table import TABLE
from tracker.leads.words import affirmed, stem, words_of

INSIDE = 6
"""Letters from which on a word counts inside a longer one."""
FIRST_PART = 4
"""Letters of what stands before it there: a stranger is no ranger."""
LONGEST = 40


def _read() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]], dict[str, str]]:
    """Topics by whole words, by beginnings, and by several words that stand for one."""
    whole: dict[str, tuple[str, ...]] = {}
    begins: dict[str, tuple[str, ...]] = {}
    several: dict[str, str] = {}
    name = ""
    for line in TABLE.strip().splitlines():
        if not line.startswith(" "):
            name, line = line.split(":", 1)
        for word in line.split():
            if "-" in word[:-1]:
                several[word.strip("-").replace("-", " ")] = name
            elif word.endswith("-"):
                begins[word[:-1]] = (*begins.get(word[:-1], ()), name)
            else:
                whole[stem(word)] = (*whole.get(stem(word), ()), name)
    return whole, begins, several


WHOLE, BEGINS, SEVERAL = _read()
FIRST = frozenset(pair.split()[0] for pair in SEVERAL)
"""Words that a pair may begin with."""


@lru_cache(maxsize=20_000)
def topics_of(word: str) -> tuple[str, ...]:
    """What a folded word is about; mostly nothing, seldom more than one thing."""
    if len(word) > LONGEST:
        return ()
    inside = range(FIRST_PART, len(word) - INSIDE + 1)
    found = dict.fromkeys(WHOLE.get(stem(word), ()))
    for start in (0, *inside):
        least = INSIDE if start else 2
        for end in range(start + least, len(word) + 1):
            found.update(dict.fromkeys(BEGINS.get(word[start:end], ())))
    return tuple(found)


def topics_of_pairs(words: Sequence[str]) -> set[str]:
    """What two words that follow each other are about: on call, open data."""
    pairs = {" ".join(pair) for pair in pairwise(words)}
    return {SEVERAL[pair] for pair in pairs & SEVERAL.keys()}


def topics_of_words(words: Sequence[str]) -> frozenset[str]:
    """What a text is about; not what it says there is none of."""
    said = affirmed(words)
    return frozenset(topics_of_pairs(said)).union(*(topics_of(word) for word in said))


@lru_cache(maxsize=10_000)
def topics_in(name: str) -> frozenset[str]:
    """What a name is about, of a role or a skill."""
    return topics_of_words(words_of(name))
