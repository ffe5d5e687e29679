"""Words by their places in a sentence: a slot has a name, and stands for any of its words."""

import re
from functools import lru_cache
from pathlib import Path

from tracker.loop.feedback_reading.cues import Cue
from tracker.loop.feedback_reading.needed import needed

SLOT = re.compile(r"<([a-zäöü]+)>")
DEPTH = 4
"""How far a slot may hold others."""


@lru_cache(maxsize=4)
def rules_in(file: Path) -> tuple[Cue, ...]:
    """The cues of a file, each slot of theirs written out; words/README.md says how it is read."""
    slots: dict[str, str] = {}
    made: list[Cue] = []
    label = ""
    for line in file.read_text("utf-8").splitlines():
        if named := re.match(r"<([a-zäöü]+)> = ", line):
            slots[named[1]] = line[named.end() :]
        elif line.startswith("["):
            label = line.strip("[] ")
        elif line.strip():
            weight, _, words = line.partition(" ")
            for one in alternatives(words, " | "):
                each = [written_out(words, slots) for words in alternatives(one, "|")]
                made += [Cue(label, float(weight), words, needed(words)) for words in each]
    return tuple(made)


def alternatives(words: str, sign: str) -> list[str]:
    """What stands beside the sign, where it is in no brackets."""
    found, depth, since = [], 0, 0
    for i, char in enumerate(words):
        depth += (char == "(") - (char == ")")
        if not depth and words.startswith(sign, i):
            found.append(words[since:i])
            since = i + len(sign)
    return [*found, words[since:]]


def written_out(words: str, slots: dict[str, str]) -> str:
    """Each slot as its words."""
    for _ in range(DEPTH):
        words = SLOT.sub(lambda slot: f"({slots[slot[1]]})", words)
    return words
