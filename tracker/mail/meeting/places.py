"""Where a talk is, as its invitation says it: a link, a line of its own, or a street."""

import re

from tracker.mail.meeting.links import meeting_link
from tracker.values.text import clean_line

PLACE_LINE = re.compile(
    r"^[ \t*]{0,4}(?:Venue|Location|Where|Place|Address|Ort|Wo|Adresse|Treffpunkt)[ \t*]{0,3}:"
    r"[ \t*]{0,3}([^\n]{3,300})$",
    re.MULTILINE | re.IGNORECASE,
)
PLACE_BETWEEN = re.compile(
    r"(?<=[.!?] )(?:Venue|Location|Address|Ort|Adresse): ([^\n.!?]{3,200})", re.IGNORECASE
)
PLACE_SAID = re.compile(
    r"(?:\(|\b(?:at|\d{1,2}[ap]m,|(?:our|the)(?: [a-z]{3,20}){1,2},|offices?,?|in der|in die|am|im)"
    r"[ \n])("
    r"(?:(?:Level|Floor|Suite|Unit|Room) \w{1,6},? )?\d{1,5}[A-Za-z]? (?:[A-Z][\w'’-]{0,30} ){1,3}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Place|Terrace|Quay|Parade|Square|Boulevard)\b"
    r"(?:, (?:[A-Z][\w'’-]{1,30} ?){1,3})?"
    r"|[A-ZÄÖÜ][\w-]{1,40}(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm|ring)"
    r" \d{1,4}[a-z]?\b"
    r"(?: in [A-ZÄÖÜ][\w-]{1,40}|, (?:\d{5} )?[A-ZÄÖÜ][\w-]{1,40})?)"
)
"""A street with its number, where a sentence says so; a signature says no "at"."""


def place_in(text: str) -> str:
    """A link to a meeting, else what stands behind "Location:", else a street in a sentence."""
    link = meeting_link(text)
    if link:
        return link
    found = PLACE_LINE.search(text) or PLACE_BETWEEN.search(text) or PLACE_SAID.search(text)
    return clean_line(found[1])[:500] if found else ""
