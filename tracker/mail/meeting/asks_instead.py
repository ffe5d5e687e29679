"""Whether a mail asks if another time than the one that was agreed would do: it is not settled."""

import re
from collections.abc import Iterator

from tracker.mail.text.own_words import own_text
from tracker.mail.times.days import LONG_WEEKDAYS, MONTH
from tracker.mail.times.look_alikes import without_look_alikes

READ = 3_000
"""Characters that are read."""
PARTS = re.compile(r"(?<=[.!?])(?<!\d\.)(?<![ap]\.m\.)\s+(?=[^a-z\s])|\n[ \t]*\n")
WHEN = (
    rf"\b(?:{LONG_WEEKDAYS}|{MONTH}|tomorrow|today|morgen|heute|übermorgen|noon|midday|mittags"
    r"|the \d{1,2}(?:st|nd|rd|th)|\d{1,2}\.|\d{1,2}[:.]\d\d|\d{1,2} ?[ap]\.?m\b"
    r"|\d{1,2} ?(?:uhr|o['’]clock)|week|day|time|date|slot|woche|tag|uhrzeit|termin"
    r"|morning|afternoon|vormittag|nachmittag)\b"
)
ASKS = (
    r"\b(?:could|can|would|might|may|shall|does|do|is|are|how about|what about|any chance"
    r"|könnten?|können|kannst|könntest|würden?|passt|passte|ginge|geht|wäre[nt]?|klappt|klappte"
    r"|hätten?|haben|hast|dürften?|ist)\b"
)
LATER = (
    r"\b(?:a (?:little|bit|touch)(?: bit)?|an hour|half an hour|slightly|somewhat"
    r"|\w{1,12} (?:minutes|hours|days)|etwas|ein wenig|eine (?:halbe )?stunde|\w{1,12} (?:minuten"
    r"|stunden|tage))[ ](?:later|earlier|später|früher)\b"
)
TALK = r"(?:interview|meeting|call|chat|conversation|time|day|appointment|session)"
MOVE = (
    r"(?:(?:move|moving|push|pushing"
    r"|(?:(?<=\bto )|(?<=\bwe )|(?<=\byou )|(?<=\bi )|(?<=\bplease )|(?<=\bmust ))shift"
    r"|shifting|swap|swapping)"
    r"(?=[ ](?:it|us|things|to|back|our|your|the|this|that)\b)"
    r"|reschedul(?:e|ing)|postpon(?:e|ing)|rearrang(?:e|ing)|re-?book"
    rf"|bring(?=[^.?!\n]{{0,30}}\bforward\b)|chang(?:e|ing)(?=[^.?!\n]{{0,30}}\b{TALK}))"
)
VERSCHIEBEN = (
    r"(?:ver(?:zu)?schieben|ver(?:zu)?legen|vor(?:zu)?ziehen|um(?:zu)?legen|verschoben|verlegt)"
)
ASKING, TIME = re.compile(ASKS, re.IGNORECASE), re.compile(WHEN, re.IGNORECASE)
INSTEAD = re.compile(r"\binstead\b", re.IGNORECASE)
ANOTHER = re.compile(
    r"\brather than\b|\bin place of\b|\bstattdessen\b|\b(?:an)?statt\b|\bausweichen\b"
    rf"|{LATER}|\b{MOVE}\b|\b{VERSCHIEBEN}\b",
    re.IGNORECASE,
)
"""In a question about a time, that it is another one: would Tuesday at 10 suit you instead?"""
WANTS = re.compile(
    rf"\b(?:{TALK}|it|this|that)\b[^.?!\n]{{0,40}}\b(?:needs?|has|have|must)\b[^.?!\n]{{0,12}}"
    r"\b(?:move|moved|shift|shifted|change|changed|rescheduled|postponed|pushed back)\b(?! to\b)|"
    r"\b(?:needs?|have|has|had|having|like|want|must|going|able|hoping|forced)\b[^.?!\n]{0,20}"
    rf"\b{MOVE}\b|\b(?:can no longer|can(?:not|['’]t)|unable to|won['’]t be able to)\b"
    rf"[^.?!\n]{{0,20}}\b(?:do|make|meet|manage|hold|attend)\b[^.?!\n]{{0,30}}(?:{WHEN}|\b{TALK}\b)"
    rf"|\b(?:müssen|muss|möchten|würden|wollen|müssten)\b[^?!\n]{{0,80}}\b{VERSCHIEBEN}\b",
    re.IGNORECASE,
)
"""That they would like to move it."""
SUITS = re.compile(
    rf"{ASKS}[^?]{{0,60}}(?:{WHEN}|\b(?:that|this|it|either|both|one|das|es|dies|einer)\b)",
    re.IGNORECASE,
)
OF_TIME = re.compile(
    r"\b(?:works?|suits?|possible|free|available|ok|okay|fine|do|make|meet|manage|come|convenient"
    r"|passt|passen|ginge|geht|klappt|klappen|möglich|recht|zeit|kommen|einrichten|treffen)\b",
    re.IGNORECASE,
)
SAME_TIME = re.compile(
    rf"\b(?:same|usual) (?:time|hour)\b[^.?!\n]{{0,20}}"
    rf"\b(?:{LONG_WEEKDAYS}|tomorrow|next week)\b"
    rf"|\b(?:{LONG_WEEKDAYS}|tomorrow|next week)\b[^.?!\n]{{0,20}}\bsame (?:time|hour)\b"
    rf"|\b(?:gleiche|selbe|dieselbe)r? (?:uhr)?zeit\b[^.?!\n]{{0,20}}"
    rf"\b(?:{LONG_WEEKDAYS}|morgen)\b",
    re.IGNORECASE,
)
"""Same time Thursday, ok?"""
OTHERWISE = re.compile(
    r"\b(?:if|unless|should you|in case|falls|wenn|sollten?)\b"
    r"|\b(?:start|begin|commence|anfangen|beginnen|starten)\b(?! (?:at|um)\b)",
    re.IGNORECASE,
)
"""It suits as far as anybody knows; or it is about the first day of work."""


def asks_instead(text: str) -> bool:
    """Whether a question asks for it, by itself or right behind that they would like to move it."""
    return any(True for _ in questions(own_text(text)))


def questions(own: str) -> Iterator[str]:
    """Those that do."""
    parts = [without_look_alikes(each) for each in PARTS.split(own[:READ])]
    for number, part in enumerate(parts):
        if not part.rstrip().endswith("?") or OTHERWISE.search(part):
            continue
        before = parts[max(0, number - 2) : number]
        if SAME_TIME.search(part):
            yield part
            continue
        follows = SUITS.search(part) and OF_TIME.search(part) and any(map(WANTS.search, before))
        if follows or _is_about_another(part):
            yield part


def _is_about_another(question: str) -> bool:
    asks = ASKING.search(question)
    if asks is None or TIME.search(question) is None:
        return False
    return bool(INSTEAD.search(question) or ANOTHER.search(question, asks.end()))


__all__ = ["asks_instead"]
