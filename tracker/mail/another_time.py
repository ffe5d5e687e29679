"""Whether a mail says that a time does not suit, and asks for another: nothing is moved yet."""

import re

from tracker.mail.text.own_words import own_text

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
    r"[^.?!\n]{0,80}\?",
    re.IGNORECASE,
)
IN_CASE = re.compile(
    r"\b(?:if|unless|should|in case|falls|wenn|sollten?)\b[^.?!\n]*$", re.IGNORECASE
)
"""Before it, that it suits as far as anybody knows."""
WHICH = (
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|today|that (?:day|time)"
    r"|the (?:time|day|date|\d{1,2}(?:st|nd|rd|th))|\d{1,2}(?:st|nd|rd|th)?|interview|slot"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|morgen|heute|termin|gespräch|uhrzeit)"
)
TAKEN_BACK = re.compile(
    rf"\b{WHICH}\b[^.?!\n]{{0,50}}\b(?:no longer|(?:does|do|will|is|can)(?: not|n['’]t))\b"
    r"[^.?!\n]{0,30}\b(?:works?|suits?|possible|free|available|going to (?:work|suit)|anymore)\b"
    rf"|\b(?:can(?: no longer|not|['’]t)|unable to|no longer able to)\b[^.?!\n]{{0,30}}"
    rf"\b(?:do|make|meet|manage|attend|see)\b[^.?!\n]{{0,30}}\b{WHICH}\b"
    rf"|\b(?:passt|klappt|geht|ist|schaffen|schafft|können|kann)\b[^.?!\n]{{0,40}}\b{WHICH}\b"
    r"[^?!\n]{0,40}\bnicht\b"
    rf"|\b{WHICH}\b[^?!\n]{{0,30}}\b(?:passt|klappt|geht|ist|schaffen|schafft|können|kann)\b"
    r"[^?!\n]{0,50}\bnicht\b",
    re.IGNORECASE,
)
"""That a day does not suit any more, whatever is said besides."""
PARTS = re.compile(r"(?<=[.!?\n])")
READ, BESIDE = 3_000, 300
"""Characters that are read, and those from the one to the other."""


def asks_again(text: str) -> bool:
    """Both, the one soon after the other."""
    return bool(unsuitable(own_text(text)))


def takes_back(text: str) -> bool:
    """Whether the day that was agreed does not suit them, and nothing is said of another."""
    own = own_text(text)[:READ]
    found = TAKEN_BACK.search(own)
    if found is None:
        return False
    begins = max(own.rfind(sign, 0, found.start()) for sign in ".!?\n") + 1
    return not IN_CASE.search(own[begins : found.start()])


def without_taken_back(text: str) -> str:
    """Without the sentences that say so."""
    return "".join(each for each in PARTS.split(text) if not TAKEN_BACK.search(each))


def unsuitable(own: str) -> list[tuple[int, int]]:
    """Where it speaks of the time that does not suit, up to where it asks for another."""
    found = []
    for said in NOT_THEN.finditer(own[:READ]):
        begins = max(own.rfind(sign, 0, said.start()) for sign in ".!?\n") + 1
        other = OTHER_TIME.search(own[: said.end() + BESIDE], said.end())
        if other is not None and not IN_CASE.search(own[begins : said.start()]):
            found.append((begins, other.start()))
    return found


__all__ = ["asks_again", "takes_back", "unsuitable", "without_taken_back"]
