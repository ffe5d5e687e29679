"""Words that any letter about any job may hold; what is left is about this person."""

import re
from functools import lru_cache

from tracker.loop.feedback_reading.cues import WORDS

WORD = re.compile(r"[^\W\d_][\w'-]*")
GERMAN = re.compile(r"\b(?:und|sie|wir|nicht|ihre|für|haben|leider|die|der)\b")
SHORTEST = 3


@lru_cache(maxsize=1)
def _ordinary() -> re.Pattern[str]:
    words = (WORDS / "ordinary.txt").read_text("utf-8").split()
    return re.compile("|".join(word.replace("*", r"[\w'-]*") for word in sorted(set(words))))


def telling_words(sentence: str, rest: str) -> list[str]:
    """Words that are neither ordinary nor names; rest is the plain sentence without stock phrases.

    Names are what has a capital in the midst of a sentence, but not in German.
    """
    german = len(GERMAN.findall(rest)) > 1
    found = []
    for i, match in enumerate(WORD.finditer(rest)):
        word = match.group()
        name = i > 0 and not german and sentence[match.start()].isupper()
        if len(word) >= SHORTEST and not name and not _ordinary().fullmatch(word):
            found.append(word)
    return found
