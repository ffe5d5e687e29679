"""What employers ask for between application and interview, and the words around it."""

import re

from tracker.mail.text.paper_words import PAPERS
from tracker.mail.text.stated_words import FACTS, STATED

THINGS = (*PAPERS, *STATED, *FACTS)
"""Where two stand over the same words, the longer one holds."""
BARE = frozenset({"Saturdays", "Sundays", "weekends", "shifts", "relocating", "the form"})
"""Those that stand without "your"."""
COUNT = re.compile(
    r"\b(one|two|three|four|[1-4]|zwei|drei|vier)"
    r" (?:(?:professional|work|written|recent|berufliche|aktuelle) )?$",
    re.IGNORECASE,
)
NUMBERS = {
    **dict.fromkeys(("two", "2", "zwei"), ("two", "zwei")),
    **dict.fromkeys(("three", "3", "drei"), ("three", "drei")),
    **dict.fromkeys(("four", "4", "vier"), ("four", "vier")),
}
FRAME = re.compile(
    r"\b(?:cop(?:y|ies)|kopien?|(?:two |three |their )?names?(?: of)?|phone numbers?"
    r"|telefonnummern?"
    r"|details of|proof|evidence|pdf|files?|scans?"
    r"|attach\w{0,5}|following|documents?|documentation|unterlagen|dokumente?|nachweise?|information|angaben"
    r"|questions?|fragen?)\b",
    re.IGNORECASE,
)
"""Papers that name none by themselves."""
HOLDS = re.compile(
    r"\b(?:do|have|did|are|would) you (?:hold|have|own|possess|had|need)\b|\bwhether you\b"
    r"|\b(?:haben|besitzen|hast|besitzt|verfügen) (?:sie|du)\b|\bwhy\b|\bwarum\b",
    re.IGNORECASE,
)
"""A yes or a reason, where the words name a paper."""
