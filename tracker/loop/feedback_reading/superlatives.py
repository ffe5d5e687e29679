"""First among others: the strongest, the only one who, among the top three."""

import re

from tracker.loop.feedback_reading.cues import cues, find_cues
from tracker.loop.feedback_reading.whose import OTHERS, Comparison, Way, person_in, without

BEWERBER = (
    r"(?:bewerb\w*|kandidat\w*|einsendungen|gesprächen|finalist\w*|anderen|übrigen"
    r"|drei\w*|vier\w*)\b"
)
FIELD = re.compile(
    r"(?:\b(?:out\s++of|of|among(?:st)?|next\s++to|compared\s++(?:with|to))\s++"
    r"(?:(?:every|any)(?:one|body)\b|all\b(?!\s++(?:of\s++)?(?:your|my|the\s++(?:parts|answers|tasks)))"
    r"(?:\s++(?:of\s++)?(?:the|our|those|these))?(?:\s++(?:[\w-]+\s++){0,2}?" + OTHERS + r"\b)?"
    r"|the\s++lot\b|(?:(?:the|our|those)\s++)?(?:[\w-]+\s++){0,2}?" + OTHERS + r"\b"
    r"|(?:the|our)\s++(?:two|three|four|five|six|seven|eight|nine|ten|\d+)\b(?=\s*(?:[.,!]|$|we\b|who\b)))"
    r"|\b(?:im\s++vergleich\s++(?:zu|mit)|verglichen\s++mit|von|unter)\s++(?:"
    r"(?:allen|sämtlichen)\b(?:\s++(?:\w+en\s++)?"
    + BEWERBER
    + r")?|(?:den|unseren)\s++(?:\w+en\s++)?"
    + BEWERBER
    + r"))"
    r"(?:\s++on\s++(?:the|our)\s++\w+)?"
    r"(?:,?\s++(?:(?:that|who|whom)\s++)?(?:we|i)\s++(?:\w+\s++)?\w+(?:\s++(?:to|with))?(?=\s*[.,!?]|\s++(?:you|yours?)\b|$))?"
    r"|\b(?:that\s++)?(?:we|i)(?:'ve|\s++have)?\s++(?:ever\s++)?(?:received|saw|seen|met|had|read|interviewed"
    r"|got|heard)\b(?=[\s\w]{0,30}[.!]*\s*$)"
)
"""All of those whom somebody stands among: of all the finalists, out of everyone, von allen."""

COPULA = re.compile(
    r"\b(?:were|was|are|is|am|wurden?|war(?:en|st)?|sind|ist|bist|bin)\s++"
    r"(?:(?:also|still|clearly|easily|simply|really|certainly|always|by\s++far|for\s++(?:us|me)|auch|klar"
    r"|für\s++(?:uns|mich)|mit\s++abstand)\s++){0,2}$"
)
"""What stands before a superlative that is said of the person and not of one of their things."""

PIECE = re.compile(
    r"\b(?:first|second|third|last|opening|closing|other|erste[nrs]?|zweite[nrs]?|dritte[nrs]?|letzte[nrs]?)\b"
    r"|\b(?:your|my|ihre?|deine?|meine?)\s++(?:[\w-]+\s++)?(?:answer|example|question|story|point|section"
    r"|paragraph|page|slide|half|reply|antwort|beispiel|frage|teil|abschnitt|seite|folie)\b"
)
"""One of several that are the person's own: whether the others were weak is not said."""

DENIED = re.compile(
    r"\b(?:not|\w+n't|never|hardly|almost|nearly|missed|outside|behind|nicht|kein\w*|fast|beinahe)\b"
)
ONLY = re.compile(
    r"\b(?:was|were|is|are|am)\s++(?:also\s++)?(?:the|our)\s++only\s++(?:[\w-]+\s++){1,2}?(?=(?:that|who|whose|to|with"
    r"|without)\b)"
    r"|\b(?:war|waren|warst|sind|ist|bist)\s++(?:auch\s++)?(?:der|die|das)\s++einzige[nrs]?(?:\s++\w+)?,\s++(?:der|die|das)\b"
    r"|^(?:only\s++(?=(?:you|your)\b)|nur\s++(?=(?:sie|du)\b)|als\s++einzige[rs]?\s++(?=(?:haben|hatten|waren|kannten)\b))"
    r"|\bals\s++einzige[rs]?\b"
)
"""Alone in something: whether that is good, what follows says."""

NOBODY_ELSE = re.compile(
    r"^(?:no(?:body|\s*one|-one)\s++else|no\s++other\s++\w+|niemand\s++(?:sonst|anders)"
    r"|sonst\s++niemand|kein\w*\s++ander\w++\s++\w+)\b"
)

ON_PAPER = re.compile(r"^(?:on\s++paper|auf\s++dem\s++papier)\b,?")
"""Where somebody was first: it takes nothing from that, as it does from "strong on paper"."""

WAYS: dict[str, Way] = {"better": "better", "worse": "worse"}
ARTICLES = ("the ", "our ", "my ", "der ", "die ", "das ", "unser")


def superlative(plain: str) -> Comparison | None:
    """Where the person stands before all others, or behind them; None where somebody else does."""
    field = FIELD.search(plain)
    measured = field.span() if field else (0, 0)
    said = without(plain, measured)
    nobody = NOBODY_ELSE.match(plain)
    if nobody and _is_good(plain[nobody.end() :]):
        return _found(plain, "better", 0, nobody.span(), (0, 0))
    if only := ONLY.search(said):
        return _alone(plain, said, only, measured)
    for hit in find_cues(cues("superlatives"), said):
        whose = person_in(said, 0, hit.start) if hit.label != "done" else None
        if whose is None or DENIED.search(said, whose, hit.start):
            continue
        if field or not hit.words.startswith(ARTICLES) or COPULA.search(said[: hit.start]):
            piece = not field and PIECE.search(said[: hit.start])
            way = None if piece else WAYS.get(hit.label)
            return _found(plain, way, whose, (hit.start, hit.end), measured)
    return None


def _alone(
    plain: str, said: str, only: re.Match[str], measured: tuple[int, int]
) -> Comparison | None:
    """Praise if what only they did is known to be good; else whatever is said in it decides."""
    whose = person_in(said, 0, only.start()) if only.start() else 0
    if whose is None or DENIED.search(said, whose, only.start()):
        return None
    way: Way = "better" if _is_good(said[only.end() :]) else "as said"
    return _found(plain, way, whose, only.span(), measured)


def _is_good(done: str) -> bool:
    return any(hit.label == "done" for hit in find_cues(cues("superlatives"), done))


def _found(
    plain: str, way: Way | None, whose: int, words: tuple[int, int], measured: tuple[int, int]
) -> Comparison:
    field = measured if any(measured) else words
    start, end = min(whose, field[0]), max(words[1], field[1])
    place = ON_PAPER.match(plain)
    rest = without(plain, words, measured, place.span() if place else (0, 0))
    return Comparison(way, plain[slice(*words)].strip(), start, end, field, rest)
