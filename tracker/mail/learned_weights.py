"""How likely each kind is by all of a mail's words, each with a weight learned from labelled mails.

It speaks beside the lists of words: for a mail in words that no list names. `tests/mail/learn.py`
learns the weights, from the mails that may be looked at.
"""

import math
import re
from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from tracker.imports.words.date_words import MONTHS
from tracker.loop.feedback_reading.cues import plain_text
from tracker.mail.times.days import WEEKDAYS

WEIGHTS = Path(__file__).parent / "words" / "learned.txt"
ORDER = ("no", "invitation", "offer", "acknowledgement", "none")
"""As the columns of the file stand."""
WORD = re.compile(r"[\w']{1,40}|[.!?]")
ENDS = frozenset(".!?")
ANY = {name: "#day" for name in WEEKDAYS if len(name) > 2} | {
    name: "#month" for name in MONTHS if len(name) > 2 and name != "may"
}
"""Names of which one says as much as another: an email reads the same whatever day it names."""
STEM = 5
SCALE = 100
LEAST = 12
"""Words that must be known before anything is said."""

Weights = dict[str, tuple[float, ...]]


@lru_cache(maxsize=1)
def weights() -> Weights:
    """Each word's, kind by kind."""
    lines = (line.split("\t") for line in WEIGHTS.read_text("utf-8").splitlines())
    return {word: tuple(int(one) / SCALE for one in each.split()) for word, each in lines}


def features(text: str) -> set[str]:
    """The words, the pairs of them within a sentence, and the beginnings of long ones."""
    words = [plain(word) for word in WORD.findall(plain_text(text))]
    found = {word for word in words if word not in ENDS}
    pairs = {f"{a} {b}" for a, b in pairwise(words) if a not in ENDS and b not in ENDS}
    return (
        found
        | pairs
        | {f"{word[:STEM]}~" for word in found if word[:1] != "#" and len(word) > STEM}
    )


def plain(word: str) -> str:
    """Any number as one, any weekday, any month."""
    return "#" if word[0].isdigit() else ANY.get(word, word)


def likelihoods(text: str) -> dict[str, float] | None:
    """Logarithms of how likely each kind is; none where too few of its words are known."""
    table = weights()
    known = sorted(word for word in features(text) if word in table)
    if len(known) < LEAST:
        return None
    return dict(zip(ORDER, normal(scores(known, table)), strict=True))


def scores(known: Iterable[str], table: Weights) -> list[float]:
    """What the words weigh for each kind; long mails weigh no more than short ones."""
    each = [table[word] for word in known]
    length = math.sqrt(len(each) + 1)
    return [
        start + sum(column) / length
        for start, column in zip(table[""], zip(*each, strict=True), strict=True)
    ]


def normal(found: list[float]) -> list[float]:
    """As logarithms of shares of one."""
    most = max(found)
    whole = most + math.log(sum(math.exp(one - most) for one in found))
    return [one - whole for one in found]
