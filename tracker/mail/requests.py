"""What a mail asks the person for: papers, an answer to a question, a form; and the sentences."""

import re
from functools import lru_cache
from typing import NamedTuple

from tracker.loop.feedback_reading.sentences import Sentence
from tracker.mail.kinds import Span, read_sentences
from tracker.mail.text.form_words import FORM, NO_FORM, RETURNS
from tracker.mail.text.request_lists import leads_list, leads_questions, list_below
from tracker.mail.text.request_words import (
    AND_ASKS,
    ASKS,
    ASKS_DE,
    GIVEN,
    HANDED,
    MAY_ASK,
    MEETS,
    NOTHING,
    ON_PAPERS,
    POLITELY,
    TO_WORK,
    YES_OR_NO,
)

LONGEST_SENTENCE = 400
WEB = re.compile(r"https?://[^\s<>\"')\]]{4,500}")
DOTS = re.compile(r"(?<=\d)\.(?=[\d ])")
"""Of a day, which ends no sentence: bis zum 4.12. and what follows."""


class Request(NamedTuple):
    """A sentence that asks for something, and the items of the list that it leads."""

    sentence: Sentence
    lead: str
    items: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """With its list."""
        return self.sentence.text

    @property
    def listed(self) -> Span:
        """Where its list stands."""
        return Span(self.sentence.start + len(self.lead), self.sentence.end)


def read_requests(text: str) -> list[Request]:
    """All that ask for something now, in the order of the text."""
    found: list[Request] = []
    for each in read_sentences(text):
        if each.framing or (found and each.start < found[-1].sentence.end):
            continue
        ends, items = list_below(each, text)
        whole = text[each.start : ends].rstrip() if items else each.text
        asks = requests(whole) or requests(each.text) or (items and leads(each.text))
        if asks or returns_form(each.text, text):
            found.append(Request(Sentence(whole, each.start), each.text, items))
    return found


def requests_in(text: str) -> list[Sentence]:
    """The sentences that ask for something now, each with the list that it leads."""
    return [each.sentence for each in read_requests(text)]


def leads(sentence: str) -> bool:
    """Whether it asks for what stands below it."""
    return leads_list(sentence) and not NOTHING.search(sentence)


def returns_form(sentence: str, text: str) -> bool:
    """Whether "it" is to be filled in or sent back, of an email that speaks of a form."""
    asked = RETURNS.search(" ".join(sentence.split())) is not None
    return asked and NO_FORM.search(text) is None and FORM.search(text) is not None


@lru_cache(maxsize=256)
def requests(sentence: str) -> bool:
    """Whether this one does."""
    if len(sentence) > LONGEST_SENTENCE or not MAY_ASK.search(sentence):
        return False
    plain = WEB.sub(" ", " ".join(sentence.split()))
    plain = POLITELY.sub(" ", DOTS.sub(" ", plain))
    found = ASKS.search(plain) or ASKS_DE.search(plain)
    return found is not None and not (NOTHING.search(plain) or MEETS.match(plain))


def wants_papers(text: str) -> bool:
    """Whether something is to be sent, and not only answered."""
    return any(_to_send(each) for each in read_requests(text))


def _to_send(request: Request) -> bool:
    if request.items and leads(request.lead):
        asked = all(each.endswith("?") for each in request.items)
        return not (asked or leads_questions(request.lead))
    if GIVEN.search(request.text) is None:
        return False
    return HANDED.search(request.text) is not None or not YES_OR_NO.search(request.text)


def questions_in(text: str) -> list[str]:
    """What is to be answered, question by question, as they put it."""
    found: list[str] = []
    for each in read_requests(text):
        if each.items:
            found += [item for item in each.items if item.endswith("?")]
        elif each.text.endswith("?") and not _to_send(each):
            asked = " ".join(each.text.split()).rpartition(": ")[2].rstrip("?")
            found += [f"{part[:1].upper()}{part[1:]}?" for part in AND_ASKS.split(asked)]
    return found


def without_papers(sentence: Sentence) -> Sentence:
    """What it says besides the papers that it names: none of them is an offer."""
    return Sentence(GIVEN.sub(" ", ON_PAPERS.sub(" ", sentence.text)), sentence.start)


def is_about_work(sentence: str) -> bool:
    """Whether it asks when or how much the person could work."""
    return requests(sentence) and TO_WORK.search(sentence) is not None


__all__ = [
    "Request",
    "is_about_work",
    "leads",
    "questions_in",
    "read_requests",
    "requests",
    "requests_in",
    "returns_form",
    "wants_papers",
    "without_papers",
]
