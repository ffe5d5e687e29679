"""What a subject answers: the same however often it went to and fro."""

import re

from tracker.values.folding import fold

REPLIES = re.compile(r"(?:\s*(?:re|aw|antw(?:ort)?|sv)\s*(?:\[\d+\]\s*)?:)+", re.IGNORECASE)


def reply_to(subject: str) -> str:
    """The subject that a reply answers, as it is compared; nothing where it is no reply."""
    found = REPLIES.match(subject[:500])
    return compared(subject[found.end() :]) if found else ""


def compared(subject: str) -> str:
    """One line in small letters."""
    return " ".join(fold(subject[:500]).split())
