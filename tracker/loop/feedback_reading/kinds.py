"""Whether a point is a strength, something to improve, or nothing about the person."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from tracker.loop.feedback_reading.cues import Hit, cues, find_cues, plain_text
from tracker.loop.feedback_reading.themes import OTHER, Proposal

PointKind = Literal["strength", "improve", "not_me"]

KINDS: dict[str, str] = {
    "strength": "Strength",
    "improve": "To improve",
    "not_me": "Not about me",
}
NOT_ABOUT_ME = (OTHER, "circumstances", "no_reason")


YOU = re.compile(r"\b(?:you|your|yours|u|ur|i|my|me|sie|ihre?[nrms]?)\b", re.IGNORECASE)
"""Whom a sentence is about; shorthand notes are written as I."""


TURN = re.compile(r"\b(?P<word>but|however|although|aber|allerdings)\b", re.IGNORECASE)
"""After praise, what follows is what counted: "good examples, but you told us what others did"."""


ADVICE = re.compile(
    r"(?:(?:please|perhaps|maybe|also|then|just)[ ,]+)*"
    r"(?:(?:give|have|bring|add|show|include|mention|put)\s+(?:a|an|us|your|some|more|one|two|in)\b"
    r"|try|practise|focus\s+on|quantify|ensure)\b",
    re.IGNORECASE,
)
"""How a sentence begins that says what to do."""


WISH = re.compile(
    r"have\s+an?\s+(?:\w+\s+)?(?:day|evening|week|weekend|time)\b"
    r"|(?:please\s+)?give\s+(?:us|me)\s+a\s+(?:call|ring|shout|buzz)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is only kind."""


class Leaning(NamedTuple):
    """A kind, and the words that led to it."""

    kind: PointKind
    because: tuple[str, ...]


def point_kind(sentence: str, themes: Sequence[Proposal]) -> Leaning | None:
    """Doubt outweighs praise, as in "strong, but too long"; None where words say neither."""
    if WISH.match(sentence):
        return None
    about_others = [one for one in themes if one.theme == OTHER and not YOU.search(sentence)]
    for one in (*themes[:1], *about_others):
        if one.theme in NOT_ABOUT_ME:
            return Leaning("not_me", one.because)
    hits = _without_turned(find_cues(cues("kinds"), plain_text(sentence)))
    doubt = tuple(hit.words for hit in hits if hit.label == "improve")
    praise = tuple(hit.words for hit in hits if hit.label == "strength")
    if not doubt and (advice := ADVICE.match(sentence)):
        doubt = (advice[0].lower(),)
    if doubt:
        return Leaning("improve", doubt)
    turn = TURN.search(sentence)
    if praise and turn and all(hit.end <= turn.start() for hit in hits):
        return Leaning("improve", (turn.group("word").lower(),))
    if praise:
        return Leaning("strength", praise)
    return Leaning("improve", ()) if themes else None


def _without_turned(hits: list[Hit]) -> list[Hit]:
    """Without the "no" in "no doubt": words of doubt inside words of praise."""
    praise = [hit for hit in hits if hit.label == "strength"]
    return [
        hit
        for hit in hits
        if not any(one.start <= hit.start < one.end for one in praise if one is not hit)
    ]
