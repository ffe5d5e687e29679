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


YOU = re.compile(
    r"\b(?:you|your|yours|u|ur|i|my|me|sie|ihre?[nrms]?|ihnen|du|dich|dir|deine?[nrms]?)\b",
    re.IGNORECASE,
)
"""Whom a sentence is about; shorthand notes are written as I."""


TURN = re.compile(
    r"\b(?:but|however|although|though|yet|except|apart\s+from|even\s+if|aber|allerdings|jedoch|doch"
    r"|dennoch|trotzdem|obwohl|obgleich|nur|lediglich|bis\s+auf|abgesehen|hingegen|dagegen)\b",
    re.IGNORECASE,
)
"""After praise, what follows is what counted: "good examples, but you told us what others did"."""

GIVEN_WAY = re.compile(r"(?:al)?though|even\s+if|whil(?:e|st)|obwohl|obgleich|zwar", re.IGNORECASE)
"""A sentence that begins with one of these makes its turn at the comma."""

LAST_WORD = re.compile(r"[\s,]*(?:though|however|allerdings|jedoch)[\s.!]*", re.IGNORECASE)
"""At the end it turns from the sentence before: "Your answers were good, though"."""


ADVICE = re.compile(
    r"(?:(?:please|perhaps|maybe|also|then|just|bitte)[ ,]+)*"
    r"(?:(?:give|have|bring|add|show|include|mention|put)\s+(?:a|an|us|your|some|more|one|two|in)\b"
    r"|(?:make|start|use|let|get|take|work|look|read|go)\s+(?:a|an|it|your|the|with|by|more|fewer"
    r"|one|us|others|people|some|time|on|through|up|over|into|slower|slowly)\b"
    r"|keep\s+(?:it|your|to|the|an?|eye)\b(?!\s+up)|\w+en\s+sie\b|remember\b|don't\b|do\s+not\b"
    r"|be\b|think\b|speak\b|slow\s+down\b|avoid\b|consider\b|ask\b|tell\b|stop\b|smile\b"
    r"|try|practise|focus\s+on|quantify|ensure"
    r"|(?:i|we)(?:['’]d|\s+would)\s+(?:put|add|bring|include|mention|show|make|start|use|practise|name"
    r"|quantify|shorten|cut|prepare|rehearse|leave\s+out|spend|aim))\b",
    re.IGNORECASE,
)
"""How a sentence begins that says what to do."""


WISH = re.compile(
    r"have\s+an?\s+(?:\w+\s+)?(?:day|evening|week|weekend|time)\b"
    r"|(?:please\s+)?give\s+(?:us|me)\s+a\s+(?:call|ring|shout|buzz)\b"
    r"|(?:please\s+)?(?:don't|do\s+not)\s+(?:be\s+(?:put\s+off|discouraged|disheartened|a\s+stranger)"
    r"|let\s+(?:it|this)|hesitate|give\s+up|worry)\b"
    r"|(?:please\s+)?(?:do\s+)?(?:keep|stay|get)\s+in\s+touch\b|take\s+care\b"
    r"|(?:bleiben\s+sie|bleib)\s+dran\b|melden\s+sie\s+sich\b|lassen\s+sie\s+(?:sich|den)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is only kind."""


COURTESY = re.compile(
    r"(?:again,?\s+)?(?:many\s+)?(?:thanks|thank\s+you|(?:vielen|herzlichen|besten)\s+dank|danke)\b"
    r"|(?:it|that)\s+was\s+(?:(?:so|very|really)\s+)?(?:a\s+pleasure|nice|lovely|great|good)\s+"
    r"(?:to\s+|meeting|talking|speaking)"
    r"|(?:we|i)\s+(?:really\s+)?(?:enjoyed|appreciate)\b",
    re.IGNORECASE,
)
"""How a sentence begins that is polite first: a subject in it is nothing to improve."""


POLITELY = re.compile(
    r"(?:[^.!?:,]{0,30},\s*)?(?:if (?:(?:it|this|that)(?: helps|(?: is|'s) (?:of )?(?:any )?"
    r"(?:help|use))|(?:i|we) (?:may|might|can|could)|you (?:don't mind|like|want)|useful|helpful)"
    r"|(?:wenn|falls) (?:(?:ich|wir)\b[^.!?:,]{0,20}\b(?:darf|dürfen)|es (?:hilft|ihnen|dir)))\b"
    r"[^.!?:,]{0,40}[,:]\s*",
    re.IGNORECASE,
)
"""How a sentence begins that says the rest without a condition: if it helps, if I may say so."""


DESCRIBES = re.compile(
    r"(?:[^,;:]{0,40}\b(?:that|dass|found|thought)\s+)?"
    r"(?:you|u|sie|du|everyone|everybody"
    r"|(?:your|the|ihre?n?|deine?n?|die|der|das)\s+(?:[\w'’-]+\s+){0,3}?[\w'’-]+)\s+"
    r"(?:were|was|are|is|seem(?:ed)?|appeared|c[ao]me\s+(?:across|over)|look(?:ed)?|felt|sounded"
    r"|ha(?:ve|d|s)|show(?:ed|s)?|br(?:ing|ings|ought)|demonstrated|kn[eo]ws?|fits?|loved|liked"
    r"|enjoyed|waren|war|wars?t|wirkten?|wirktest|haben|hast|hatten|zeigten?|sind|bist|ist)\b"
    r"(?![^.!?]*\b(?:all|mostly|mainly|largely|just|still|ago|when|where|than|now|currently|phone"
    r"|vor\s+allem|meist|meistens|noch|gerade|als)\b)[^.!?,;:]{1,70}[.!]*\s*",
    re.IGNORECASE,
)
"""A short sentence that says what somebody was or had: without a word of praise or of doubt in it
it may be either, "You were very tidy" as well as "You were very loud"."""


TURNED = 3.0
"""Weight of words that mean something else together than each of them: "no doubt"."""


class Leaning(NamedTuple):
    """A kind, and the words that led to it."""

    kind: PointKind | None
    """None where it may be praise as well as doubt: that is the person's to say."""
    because: tuple[str, ...]


def point_kind(sentence: str, themes: Sequence[Proposal]) -> Leaning | None:
    """Doubt outweighs praise, as in "strong, but too long"; None where there is nothing to keep."""
    if WISH.match(sentence):
        return None
    about_others = [one for one in themes if one.theme == OTHER and not YOU.search(sentence)]
    for one in (*themes[:1], *about_others):
        if one.theme in NOT_ABOUT_ME:
            return Leaning("not_me", one.because)
    hits = _without_turned(find_cues(cues("kinds"), plain_text(sentence)))
    doubt = tuple(hit.words for hit in hits if hit.label == "improve")
    praise = [hit for hit in hits if hit.label == "strength"]
    if not doubt and (advice := ADVICE.match(sentence)):
        doubt = (advice[0].lower(),)
    doubt = doubt or (_held_against(sentence, praise, hits) if praise else ())
    if doubt:
        return Leaning("improve", doubt)
    if praise:
        return Leaning("strength", tuple(hit.words for hit in praise))
    if not themes or COURTESY.match(sentence):
        return None
    return Leaning(None if DESCRIBES.fullmatch(sentence.strip()) else "improve", ())


def _held_against(sentence: str, praise: Sequence[Hit], hits: Sequence[Hit]) -> tuple[str, ...]:
    """What makes praise only half of it: a turn after it, a condition, a wish, a question.

    Praise that hides what could be better does harm, so it has to stand there plainly.
    """
    first = min(hit.start for hit in praise)
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
