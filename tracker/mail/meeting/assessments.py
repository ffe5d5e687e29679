"""The link at which a test is done by oneself."""

import re
from itertools import islice
from urllib.parse import urlsplit

from tracker.mail.meeting.links import LINK, MOST_LINKS, NO_ROOM
from tracker.values.text import is_web_link

BESIDE = re.compile(
    r"assessment(?! of (?:your|the|all|each|our|an?)\b)"
    r"|\btests?\b|challenge|exercise|\bcomplete|\bstart\b|aufgabe|\brecord\b"
    r"|\bany ?time\b",
    re.IGNORECASE,
)
NO_TEST = re.compile(r"unsubscrib|privacy|\bfaq|abmelden|datenschutz", re.IGNORECASE)
BACK = 120
"""Characters before a link that say what it is for."""


def test_link(text: str) -> str:
    """Where it is done; nothing where no link stands beside the words for it."""
    for link in islice(LINK.finditer(text), MOST_LINKS):
        address = link[0].rstrip(".,;:!?*_")
        before = text[max(0, link.start() - BACK) : link.start()].rstrip()
        before = re.split(r"\n\s*\n|https?://", before)[-1]
        if not is_web_link(address) or NO_ROOM.search(urlsplit(address).hostname or ""):
            continue
        if BESIDE.search(before) and not NO_TEST.search(before):
            return address
    return ""
