"""What a mail asks the person for: papers, an answer to a question, a form; and the sentences."""

import re
from functools import lru_cache

from tracker.loop.feedback_reading.sentences import Sentence
from tracker.mail.kinds import read_sentences
from tracker.mail.request_words import (
    ASKS,
    ASKS_DE,
    GIVEN,
    MAY_ASK,
    MEETS,
    NOTHING,
    POLITELY,
    TO_WORK,
)

LONGEST_SENTENCE = 400
LIST = re.compile(
    r"\s{0,4}(?:[ \t]{0,8}(?:[-–*•·]|\d{1,2}[.)])[ \t]{1,4}[^\n]{1,120}(?:\n|$)){1,8}"
)


def requests_in(text: str) -> list[Sentence]:
    """The sentences that ask for something now, each with the list that it leads."""
    said = (_with_list(each, text) for each in read_sentences(text) if not each.framing)
    return [each for each in said if requests(each.text)]


def _with_list(sentence: Sentence, text: str) -> Sentence:
    """Please send us: and the lines with a dot or a number below it."""
    listed = LIST.match(text, sentence.end) if sentence.text.endswith(":") else None
    if listed is None:
        return sentence
    whole = text[sentence.start : listed.end()].rstrip()
    return Sentence(whole, sentence.start) if len(whole) <= LONGEST_SENTENCE else sentence


@lru_cache(maxsize=256)
def requests(sentence: str) -> bool:
    """Whether this one does."""
    if len(sentence) > LONGEST_SENTENCE or not MAY_ASK.search(sentence):
        return False
    plain = POLITELY.sub(" ", " ".join(sentence.split()))
    found = ASKS.search(plain) or ASKS_DE.search(plain)
    return found is not None and not (NOTHING.search(plain) or MEETS.match(plain))


def wants_papers(text: str) -> bool:
    """Whether something is to be sent, and not only answered."""
    return any(GIVEN.search(each.text) for each in requests_in(text))


def is_about_work(sentence: str) -> bool:
    """Whether it asks when or how much the person could work."""
    return requests(sentence) and TO_WORK.search(sentence) is not None


__all__ = ["is_about_work", "requests", "requests_in", "wants_papers"]
