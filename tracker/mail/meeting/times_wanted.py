"""Whether a mail asks the person which times would suit them."""

import re

from tracker.mail.text.own_words import own_text

READ = 3_000
"""Characters that are read."""
TIMES = r"(?:times?|days?|dates?|slots?|availabilit\w+|alternatives?)"
TERMINE = r"(?:(?:\w{1,20})?termine?n?|zeiten|tage|zeitfenster|terminvorschl\w+|uhrzeiten)"
NO_START = r"(?![^.?!\n]{0,20}\b(?:start|begin|join|commence|anfangen|beginnen|starten|antreten)\b)"
"""When somebody could start is no time to meet."""
WANTED = re.compile(
    # Which other days could you do? What times might suit you?
    rf"\b(?:which|what)(?: \w+){{0,2}} {TIMES}\b[^.?!\n]{{0,40}}"
    r"\b(?:you|suits?|works?|best|convenient|possible)\b"
    # When else are you free? When could you come in?
    r"|\bwhen(?: else)? (?:are|would|could|can|might|else)(?: \w+){0,2} (?:you|suit|work)\b"
    rf"{NO_START}"
    r"|\bwhen(?: else)? you (?:are|would be|could|can|might)\b|\bwhen(?: else)? you['’]re\b"
    # What works for you? What would suit you instead?
    r"|\bwhat (?:else )?(?:works|suits|would (?:work|suit))(?: best| better)?(?: (?:for )?you\b|\?)"
    # Would another day suit you? Are there other times that suit you?
    rf"|\b(?:another|other|different)(?: \w+)? {TIMES}\b[^.?!\n]{{0,20}}\b(?:suits?|works?)\b"
    # Can you suggest something else? Please propose three times.
    r"|\b(?:suggest|propose|offer|send|give|share|reply with|let (?:me|us|him|her) (?:know|have))\b"
    r"[^.?!\n]{0,40}\b(?:something else|anything else|alternatives?"
    r"|(?:some|a few|a couple of|two|three|four|other|another|different|your|new)\b"
    rf"[^.?!\n]{{0,24}}\b{TIMES})\b"
    # Bitte nennen Sie uns zwei Alternativtermine. Wann würde es Ihnen passen?
    r"|\b(?:nennen|senden|schicken|schlagen|teilen|geben)\b[^.?!\n]{0,40}\b(?:sie|du|uns|mir)\b"
    rf"[^.?!\n]{{0,60}}\b(?:{TERMINE}|wann)\b"
    rf"|\b(?:zwei|drei|andere|weitere|neue|alternative)\w* {TERMINE}\b[^.?!\n]{{0,40}}"
    r"\b(?:nennen|vorschlagen|schicken|senden|mitteilen|anbieten)\b"
    rf"|\bwelche[rsnm]? (?:\w+ ){{0,2}}{TERMINE}\b[^.?!\n]{{0,40}}"
    r"\b(?:ihnen|sie|dir|du|passt|passen)\b"
    rf"|\bwann (?:\w+ ){{0,3}}(?:ihnen|sie|dir|du)\b{NO_START}[^.!\n]{{0,40}}\?",
    re.IGNORECASE,
)


THEY_DO = re.compile(
    r"\b(?:will|going to|ll|shall|werden?|melden uns)\b[^.?!\n]{0,30}$"
    r"|\bwir\b[^.?!\n]{0,20}$|\b(?:we|i)(?: can| could| may| might| would)? $",
    re.IGNORECASE,
)
"""Before it or in it, that it is they who name one."""


def asks_which(text: str) -> bool:
    """Whether they wait for the times that suit the person."""
    own = own_text(text)[:READ]
    return any(not they_do(own, found) for found in WANTED.finditer(own))


def they_do(own: str, found: re.Match[str]) -> bool:
    """Whether the words before say that they will do it themselves."""
    begins = max(own.rfind(sign, 0, found.start()) for sign in ".!?\n") + 1
    return THEY_DO.search(own[begins : found.start()]) is not None
