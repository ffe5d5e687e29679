"""How to join a talk, as a calendar program writes it below the words: a link, or a number."""

import re

from tracker.mail.meeting.links import SERVICES, meeting_link
from tracker.mail.text.own_words import LONGEST, unquoted
from tracker.values.text import clean_line

SERVICE = re.compile(r"^[ \t]*(?:Join )?(Microsoft Teams|Zoom|Webex|Google Meet)\b", re.MULTILINE)
NUMBER = re.compile(r"^[ \t]*(?:Meeting ID|Besprechungs-ID): ?([\d ]{6,24})", re.MULTILINE)
CODE = re.compile(r"^[ \t]*(?:Passcode|Password|Kennung): ?(\S{3,24})", re.MULTILINE)


def joined_by(text: str) -> str:
    """The link of the block; where only its words were copied, the number and the code."""
    words = unquoted(text[:LONGEST])
    link = meeting_link(words)
    if link and SERVICES.search(link):
        return link
    service, number, code = (found.search(words) for found in (SERVICE, NUMBER, CODE))
    if service is None or number is None:
        return ""
    said = f"{service[1]}, meeting ID {clean_line(number[1]).strip()}"
    return f"{said}, passcode {code[1]}" if code else said


__all__ = ["joined_by"]
