"""What others had: that is not about the person, unless it is said what to do about it."""

import re
from typing import Literal

from tracker.loop.feedback_reading.cues import plain_text
from tracker.loop.feedback_reading.whose import PERSON

OTHERS_HAD = re.compile(
    r"(?:(?!\b(?:you|yours?|i|my|sie|du|ihre?\w?|deine?\w?|need\w*|want\w*|looking|after|prefer\w*)\b)"
    r"[^;:.!?]){0,40}?\b(?:others|(?:an)?other"
    r"|(?:we\s+had|there\s+were)\s+people|candidates|applicants|finalists|(?:one|each|every|any)\s+applicant"
    r"|someone|somebody|the\s+(?:winner|(?:person|one|applicant|candidate)\s+(?:we|who)"
    r"|(?:successful|chosen|preferred|appointed|winning)\s+\w+)|andere[nr]?|(?:mit)?bewerber(?:in|innen|n)?"
    r"|kandidat(?:en|innen)|jemand)\b"
    r"(?:(?!\b(?:you|yours?|i|my)\b)[^,;:.!?]){0,40}?\b(?:had|has|have|held|brought|came\s+with|with"
    r"|hatten?|brachten?|mit)\b"
)
"""What others had: no more than that is said, even where it ends in "than you"."""

BY_THEM = re.compile(
    r"\b(?:than|als)\s+(?:yours?(?:\s+[\w-]+){0,2}|you(?:\s+(?:do|did|had|have))?|sie|du|ihre?\w?(?:\s+\w+)?)"
    r"\s*(?=[,;:.!?]|$)"
)
"""The person, as no more than what others are measured by."""

THEIRS = re.compile(r"(?:their|his|her|deren)\b")
"""How praise of somebody else begins."""

TO_DO = re.compile(
    r"\b(?:(?:you|it|that|which|placement|course)\s+(?:could|should|might|may|can|would)(?!\s+have)"
    r"|(?:so|and)\s+(?:try|get|bring|add|take|practise)|suggest\w*|recommend\w*|advi[sc]e|try\s+to"
    r"|next\s+time|would\s+help|könnten?|sollten?|empfehlen?|nächstes\s+mal)\b"
)
"""Where they say what to do about it."""


def others_had(sentence: str) -> tuple[Literal["improve", "not_me"], str] | None:
    """The kind by this one rule, whatever the subject is, and the words that led to it."""
    plain = plain_text(sentence)
    had = OTHERS_HAD.match(plain)
    if not had:
        return None
    if advised := TO_DO.search(plain):
        return "improve", advised[0]
    if PERSON.search(BY_THEM.sub(" ", plain)):
        return None
    return "not_me", had[0].strip()


def praises_others(sentence: str) -> bool:
    """Whether it is of somebody else whatever it praises: their references were glowing."""
    plain = plain_text(sentence)
    return THEIRS.match(plain) is not None and not PERSON.search(plain)
