"""Learns the words' weights (tracker/mail/words/learned.txt): `python -m tests.mail.learn`.

From what may be looked at: the part that words are chosen by, and the later batches.
"""

import math
import random
from collections import Counter
from collections.abc import Sequence

from tests.mail.labelled_mails import Labelled, later, part
from tracker.mail.kinds import plain_subject
from tracker.mail.learned_weights import ORDER, SCALE, WEIGHTS, features, normal
from tracker.mail.text.own_words import LONGEST, own_words

ROUNDS, RATE, FORGET = 25, 0.3, 0.002
SELDOM, LITTLE = 2, 0.15
"""In how many mails a word must stand, and what it must weigh for one kind, to be kept."""


def learn(mails: Sequence[Labelled]) -> dict[str, list[float]]:
    """By small steps towards each label in turn, the same ones whenever it is asked for."""
    said = [(sorted(features(read(each))), ORDER.index(each.kind)) for each in mails]
    often = Counter(word for words, _ in said for word in words)
    data = [([word for word in words if often[word] >= SELDOM], kind) for words, kind in said]
    weights = {word: [0.0] * len(ORDER) for words, _ in data for word in words} | {
        "": [0.0] * len(ORDER)
    }
    order = random.Random(1)
    for turn in range(ROUNDS):
        order.shuffle(data)
        rate = RATE / (1 + turn * 0.2)
        for words, kind in data:
            step(weights, words, kind, rate)
    return weights


def step(weights: dict[str, list[float]], words: list[str], kind: int, rate: float) -> None:
    """Towards one mail's label."""
    length = math.sqrt(len(words) + 1)
    likely = normal(
        [
            weights[""][i] + sum(weights[word][i] for word in words) / length
            for i in range(len(ORDER))
        ]
    )
    for i, one in enumerate(likely):
        missing = (i == kind) - math.exp(one)
        weights[""][i] += rate * 0.1 * missing
        for word in words:
            weights[word][i] += rate * (missing / length * 4 - FORGET * weights[word][i])


def read(each: Labelled) -> str:
    """What of it is read."""
    mail = each.mail
    return f"{plain_subject(mail.subject)}.\n{own_words(mail.text)[:LONGEST]}"


def main() -> None:
    """Write them."""
    found = learn([*part("tune"), *later()])
    kept = {word: each for word, each in found.items() if not word or max(map(abs, each)) >= LITTLE}
    lines = [
        f"{word}\t{' '.join(str(round(one * SCALE)) for one in each)}"
        for word, each in sorted(kept.items())
    ]
    WEIGHTS.write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{len(lines)} words")


if __name__ == "__main__":
    main()
