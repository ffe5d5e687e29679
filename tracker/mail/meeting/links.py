"""The link at which a talk is joined."""

import re
from itertools import islice
from urllib.parse import urlsplit

from tracker.values.text import is_web_link

LINK = re.compile(r"https://[^\s<>\"')\]]{4,500}")
BARE = re.compile(
    r"(?<![\w/.@-])(?:[\w-]{1,40}\.)?(?:zoom\.us|meet\.google\.com|teams\.(?:microsoft|live)\.com"
    r"|webex\.com|whereby\.com)/[^\s<>\"')\]]{3,400}"
)
"""A known service's, written without what a browser shows before it."""
MOST_LINKS = 30
SERVICES = re.compile(
    r"zoom\.|meet\.google|teams\.(?:microsoft|live)|webex|whereby|jitsi|gotomeet|bluejeans"
    r"|chime\.aws|ringcentral|livestorm|8x8\.|bigbluebutton|skype\.|around\.co|hirevue\.com/join"
    r"|^(?:meet|meetings?|video|call|conf|conference|vc|bbb)\d{0,3}[.-]|[.-](?:meet|meetings?)\.",
    re.IGNORECASE,
)
"""Hosts where people meet, whoever runs them."""
JOIN = re.compile(
    r"\bjoin(?:ing)?\b|\bmeeting\b|\bdial[- ]?in\b|\bvideo[- ]?(?:call|chat|link|room|interview)"
    r"|\bconference\b|\bbeitreten\b|\bteilnehmen\b|\bteilnahme|\beinwahl|\beinwählen\b"
    r"|\bbesprechung|\bvideo(?:gespräch|anruf|konferenz|call)",
    re.IGNORECASE,
)
BY_SERVICE = re.compile(
    r"\b(?:(?:Microsoft|MS)[ -]Teams|Zoom|Google[ ]Meet|Webex|Skype)\b"
    r"|\b(?:on|via|by|over|with|using|per|über|mit|in)[ ]Teams\b|\bZugang"
    r"|\bTeams[ -](?:[Ll]ink|[Cc]all|[Mm]eeting|Termin|Besprechung)"
    r"|(?:^|\n|[.,;][ ])[ \t*•-]{0,4}(?:Teams|Video|Online)[ \t*]{0,3}:[ \t*]{0,3}$"
)
"""A link beside them leads there, wherever that service is kept: most firms have their own host."""
LINKS_TO = re.compile(r"\blink\b", re.IGNORECASE)
ONLINE = re.compile(r"\bvideo|\bonline\b|\bvirtual|\bmeeting\b|\bcall\b|\bjoin\b", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"\b(?:pick|choose|select|book|find|grab|reserve|schedul\w{1,5}|reschedul\w{1,5}|cancel\w{0,4})"
    r"\b[^.\n]{0,40}\b(?:times?|slots?|here|link|using|meeting|interview|call)\b"
    r"|\bcalend|\bunsubscrib|\bprivacy\b|\bdirections?\b|\bparking\b|\bmap\b|\bread\b|\babout us\b"
    r"|\bwebsite\b|\bassessment\b|\btest\b|\bsurvey\b|\bportal\b|\bjoin(?:ing)? (?:us|our|the) "
    r"(?:team|on linkedin|talent|community|network|newsletter|mailing)|\btermin (?:aus|buchen)"
    r"|\bavailab|\bquestionnaire\b|\bform\b|\bdownload\b|\binstall\b",
    re.IGNORECASE,
)
"""Beside these words a link leads to a choice of times, to a test or to something to read."""
NO_ROOM = re.compile(
    r"(?:^|\.)(?:linkedin|facebook|instagram|youtube|calendly|doodle|cal|goo|maps\.google|(?<!meet\.)google"
    r"|apple|twitter|x)\.(?:com|gl)$|^maps?\.|calend|booking",
    re.IGNORECASE,
)
BACK, FURTHER_BACK = 120, 240
"""Characters before a link that say what it is for."""


def meeting_link(text: str) -> str:
    """Where the talk is joined: a video service, else a link beside the words that say so."""
    beside = ""
    for link in islice(LINK.finditer(text), MOST_LINKS):
        address = link[0].rstrip(".,;:!?*_")
        if not is_web_link(address):
            continue
        parts = urlsplit(address)
        host = parts.hostname or ""
        if "@" in parts.netloc or NO_ROOM.search(host):
            continue
        if SERVICES.search(host):
            return address
        beside = beside or (address if says_join(text, link) else "")
    bare = BARE.search(text)
    return beside or (f"https://{bare[0].rstrip('.,;:!?*_')}" if bare else "")


def says_join(text: str, link: re.Match[str]) -> bool:
    """Whether the words around a link say that one joins there."""
    before = text[max(0, link.start() - FURTHER_BACK) : link.start()]
    clause = re.split(r"[.!?]\s|\n\s*\n|https?://", before[-BACK:].rstrip())[-1]
    after = re.split(r"[.!?\n]", text[link.end() : link.end() + 40])[0]
    if ELSEWHERE.search(clause) or ELSEWHERE.search(after):
        return False
    if JOIN.search(clause) or JOIN.search(after) or BY_SERVICE.search(clause):
        return True
    return LINKS_TO.search(clause) is not None and ONLINE.search(before) is not None
