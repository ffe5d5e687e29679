"""Whether a point is a strength, something to improve, or nothing about the person."""

import re
from collections.abc import Sequence
from typing import Literal, NamedTuple

from tracker.loop.feedback_reading.comparison import CONDITION, comparison
from tracker.loop.feedback_reading.cues import Hit, cues, find_cues, plain_text
from tracker.loop.feedback_reading.openings import (
    ADVICE,
    COURTESY,
    DESCRIBES,
    GIVEN_WAY,
    LAST_WORD,
    POLITELY,
    RECOUNTS,
    SUGGESTS,
    TURN,
    WISH,
    YOU,
)
from tracker.loop.feedback_reading.others_had import others_had, praises_others
from tracker.loop.feedback_reading.themes import OTHER, Proposal
from tracker.loop.feedback_reading.whose import Comparison
from tracker.loop.feedback_reading.wishes import only_fond, says_missed

PointKind = Literal["strength", "improve", "not_me"]

KINDS: dict[str, str] = {
    "strength": "Strength",
    "improve": "To improve",
    "not_me": "Not about me",
}
NOT_ABOUT_ME = (OTHER, "circumstances", "no_reason")


TURNED = 3.0
"""Weight of words that mean something else together than each of them: "no doubt"."""


NAMES_OTHERS = re.compile(
    r"\b(?:you|your|ihr\w*|sie)\b[^.!?]{0,120}?\b(?:others?|rest|finalists?|candidates?|applicants?"
    r"|competition|contenders?|field|ours|most people|than (?:we|most|usual)|anderen?|übrigen"
    r"|restlichen?|(?:mit)?bewerber\w*|kandidat\w*|konkurrenz|als (?:wir|sonst|üblich))\b",
    re.IGNORECASE,
)
"""The person, and then others: without a known word for better or worse it may well be praise."""


class Leaning(NamedTuple):
    """A kind, and the words that led to it."""

    kind: PointKind | None
    """None where it may be praise as well as doubt: that is the person's to say."""
    because: tuple[str, ...]


def point_kind(sentence: str, themes: Sequence[Proposal]) -> Leaning | None:
    """Doubt outweighs praise, as in "strong, but too long"; None where there is nothing to keep."""
    if WISH.match(sentence) or only_fond(sentence):
        return None
    if missed := says_missed(sentence):
        return Leaning("improve", (missed,))
    if others := others_had(sentence):
        return Leaning(others[0], (others[1],))
    beside_others = comparison(sentence)
    rest = beside_others.rest if beside_others else plain_text(sentence)
    described = RECOUNTS.fullmatch(sentence.strip()) or DESCRIBES.fullmatch(sentence.strip())
    recounted = described and described.re is RECOUNTS
    apart = (OTHER,) if beside_others or recounted else NOT_ABOUT_ME
    if about_others := _not_about_me(sentence, themes, apart):
        return about_others
    hits = _without_turned(find_cues(cues("kinds"), rest))
    doubt = tuple(hit.words for hit in hits if hit.label == "improve")
    praise = [hit for hit in hits if hit.label == "strength"]
    if not doubt and (advice := ADVICE.match(sentence) or SUGGESTS.match(sentence)):
        doubt = (advice[0].lower(),)
    by_itself = beside_others and beside_others.way == "as said" and praise
    if beside_others and not doubt and not by_itself:
        return _beside_others(beside_others, sentence, hits)
    doubt = doubt or (_held_against(sentence, praise[0].start, hits) if praise else ())
    if doubt:
        return Leaning("improve", doubt)
    if praise and praises_others(sentence):
        return Leaning(None, ())
    if praise:
        return Leaning("strength", tuple(hit.words for hit in praise))
    if not themes or COURTESY.match(sentence):
        return None
    unclear = described or NAMES_OTHERS.search(sentence)
    return Leaning(None if unclear else "improve", ())


def _not_about_me(
    sentence: str, themes: Sequence[Proposal], apart: Sequence[str]
) -> Leaning | None:
    about_others = [one for one in themes if one.theme == OTHER and not YOU.search(sentence)]
    for one in (*themes[:1], *about_others):
        if one.theme in apart:
            return Leaning("not_me", one.because)
    return None


def _beside_others(found: Comparison, sentence: str, hits: Sequence[Hit]) -> Leaning:
    """Praise where the person is the better side; a condition turns it, a doubt leaves it open."""
    if found.way != "better":
        return Leaning("improve", (found.words,)) if found.way == "worse" else Leaning(None, ())
    held = _held_against(sentence, found.start, hits)
    if not held:
        return Leaning("strength", (found.words,))
    turned = CONDITION.fullmatch(held[0]) or TURN.fullmatch(held[0])
    return Leaning("improve" if turned else None, held)


def _held_against(sentence: str, first: int, hits: Sequence[Hit]) -> tuple[str, ...]:
    """What makes praise only half of it: a turn after it, a condition, a wish, a question.

    Praise that hides what could be better does harm, so it has to stand there plainly; `first` is
    where it begins.
    """
    turn = _turn(sentence)
    if turn and first < turn.start():
        return (turn[0].lower(),)
    opens = POLITELY.match(plain_text(sentence))
    since = opens.end() if opens else 0
    hedges = tuple(hit.words for hit in hits if hit.label == "hedge" and hit.start >= since)
    return hedges or (("?",) if sentence.rstrip().endswith("?") else ())


def _turn(sentence: str) -> re.Match[str] | None:
    if GIVEN_WAY.match(sentence):
        return re.search(",", sentence)
    for turn in TURN.finditer(sentence):
        if not LAST_WORD.fullmatch(sentence, turn.start()):
            return turn
    return None


def _without_turned(hits: list[Hit]) -> list[Hit]:
    """Without words inside those that mean something else together: the "no" in "no doubt"."""
    whole = [hit for hit in hits if hit.weight >= TURNED]
    return [
        hit
        for hit in hits
        if hit.label != "neither"
        and not any(
            one.start <= hit.start < one.end and len(one.words) > len(hit.words) for one in whole
        )
    ]
