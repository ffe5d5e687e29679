"""Whether a mail says that a time does not suit, and asks for another: nothing is moved yet."""

import re
from itertools import chain

from tracker.mail.meeting.asks_instead import asks_instead
from tracker.mail.meeting.times_wanted import asks_which
from tracker.mail.text.own_words import own_text
from tracker.mail.times.days import MONTH

NOT_THEN = re.compile(
    r"\b(?:does|do|will|would|is|can)(?: not|n['’]t)\b[^.?!\n]{0,30}"
    r"\b(?:works?|suits?|possible|free|available|make|manage|do)\b"
    r"|\bcan(?:not|['’]t)\b[^.?!\n]{0,20}\b(?:do|make|manage|meet)\b|\bno longer\b[^.?!\n]{0,20}"
    r"\b(?:works?|suits?|possible|free|available)\b|\bunable to (?:do|make|meet|attend)\b"
    r"|\b(?:something|a meeting) (?:has |have )?(?:just )?come up\b|\bhas come up\b"
    r"|\b(?:passt|klappt|geht)\b[^.?!\n]{0,30}\b(?:nicht|doch nicht)\b|\bdazwischengekommen\b",
    re.IGNORECASE,
)
OTHER_TIME = re.compile(
    r"\b(?:could|can|would|might)(?: you| we| it)\b[^.?!\n]{0,60}\b(?:do|make|meet|move|manage"
    r"|push|shift|reschedule|come|be possible|work|suit|free|available|find|suggest)\b"
    r"[^.?!\n]{0,80}\?"
    r"|\b(?:would|does|do|is|are)\b[^.?!\n]{0,60}\b(?:work|suit|free|available|ok|okay|fine"
    r"|possible)\b[^.?!\n]{0,60}\?|\b(?:how|what) about\b[^.?!\n]{0,60}\?"
    r"|\b(?:another|a different|a new) (?:time|day|date)\b[^.?!\n]{0,60}\?"
    r"|\b(?:ginge|passt|passte|würde|wäre|geht|klappt|klappte|könnten|können|hätten|haben)\b"
    r"(?:[^.?!\n]|(?<=\d)\.){0,80}\?"
    r"|\bwelche[rn]? (?:andere[rn]? )?(?:tage?|termine?|zeit(?:en)?)\b[^.?!\n]{0,60}\?"
    r"|\bnennen sie\b[^.?!\n]{0,60}\b(?:alternativ|ersatz)?(?:termine?|zeiten)\b",
    re.IGNORECASE,
)
ANOTHER = re.compile(
    r"\b(?:another|a different|a new|an alternative) (?:time|day|date|slot)\b"
    r"|\b(?:postpone|reschedule|rearrange|move|push back)\b[^.?!\n]{0,40}"
    r"\b(?:interview|meeting|call|chat|conversation)\b"
    r"|\b(?:anderen?|neuen?) (?:termin|tag|zeit)\w*\b|\bverschieben\b",
    re.IGNORECASE,
)
"""That there is to be one; where they ask which, the one that was agreed is off."""
IN_CASE = re.compile(
    r"\b(?:if|unless|should|in case|falls|wenn|sollten?)\b[^.?!\n]*$", re.IGNORECASE
)
"""Before it, that it suits as far as anybody knows."""
WHICH = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|that (?:day|time)"
    r"|the (?:time|day|date|\d{1,2}(?:st|nd|rd|th))|\d{1,2}(?:st|nd|rd|th)?|interview|slot"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|morgen|heute|termin|gespräch|uhrzeit)"
)
NOT_DONE = r"nicht(?: mehr)? (?:möglich|halten|einhalten|wahrnehmen|machen|anbieten|stattfinden)"
TAKEN_BACK = re.compile(
    rf"\b{WHICH}\b(?:[^.?!\n;]|\.(?=\d)){{0,30}}"
    r"\b(?:no longer|(?:does|do|will|is|can)(?: not|n['’]t))\b"
    r"[^.?!\n;]{0,20}\b(?:works?|suits?|possible|going to (?:work|suit)|anymore)\b"
    rf"|\b{WHICH}\b(?:[^.?!\n;]|\.(?=\d)){{0,30}}\b(?:is|are|has become|got|gets|looks)"
    r"(?: now| sadly| unfortunately)?"
    r" (?:no good|no use|out(?! of)|impossible|a no-go|tricky|difficult)\b"
    rf"|\b(?:can(?: no longer|not|['’]t)|unable to|no longer able to)\b[^.?!\n]{{0,20}}"
    rf"\b(?:do|make|meet|manage|attend|see)\b[^.?!\n]{{0,30}}\b{WHICH}\b"
    rf"|\b(?:passt|klappt|geht|schaffen|schafft)\b[^?!\n;]{{0,40}}\b{WHICH}\b[^?!\n;]{{0,30}}\bnicht\b"
    rf"|\b(?:ist|kann|können)\b[^?!\n;]{{0,40}}\b{WHICH}\b[^?!\n;]{{0,40}}\b{NOT_DONE}\b"
    rf"|\b{WHICH}\b[^?!\n;]{{0,30}}\b(?:passt|klappt|geht|schaffen|schafft|ist|können|kann)\b"
    rf"[^?!\n;]{{0,30}}\b(?:doch nicht|nicht mehr|{NOT_DONE})\b"
    rf"|\b(?:{WHICH}|\d{{1,2}}\.(?: ?(?:{MONTH})\b| ?\d{{1,2}}\.)?)[ ](?:passt|klappt|geht)\b"
    r"[^.?!\n;]{0,30}\bnicht\b",
    re.IGNORECASE,
)
"""That a day does not suit any more, whatever is said besides."""
PARTS = re.compile(r"(?<=[.!?\n])")
READ, BESIDE = 3_000, 300
"""Characters that are read, and those from the one to the other."""


def asks_again(text: str) -> bool:
    """Both, the one soon after the other; or whether another one would do, or which."""
    own = own_text(text)
    which = ANOTHER.search(own[:READ]) is not None and asks_which(text)
    return bool(unsuitable(own)) or asks_instead(text) or which


def takes_back(text: str) -> bool:
    """Whether the day that was agreed does not suit them any more."""
    return bool(taken_back(own_text(text)))


def taken_back(own: str) -> list[tuple[int, int]]:
    """Where it says so of a day."""
    found = []
    for said in TAKEN_BACK.finditer(own[:READ]):
        begins = max(own.rfind(sign, 0, said.start()) for sign in ".!?\n") + 1
        if not IN_CASE.search(own[begins : said.start()]):
            found.append(said.span())
    return found


def without_taken_back(text: str) -> str:
    """Without the sentences that say so."""
    return "".join(each for each in PARTS.split(text) if not TAKEN_BACK.search(each))


def unsuitable(own: str) -> list[tuple[int, int]]:
    """Where it speaks of the time that does not suit, up to where it asks for another."""
    found = []
    for said in chain(NOT_THEN.finditer(own[:READ]), TAKEN_BACK.finditer(own[:READ])):
        begins = max(own.rfind(sign, 0, said.start()) for sign in ".!?\n") + 1
        other = OTHER_TIME.search(own[: said.end() + BESIDE], said.end())
        if other is not None and not IN_CASE.search(own[begins : said.start()]):
            found.append((begins, other.start()))
    return found


__all__ = ["asks_again", "taken_back", "takes_back", "unsuitable", "without_taken_back"]
