"""How a talk is held, as its invitation says it: the link to join it, and how long."""

import re
from collections.abc import Iterator
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

NUMBERS = {
    "five": 5, "ten": 10, "fifteen": 15, "twenty": 20, "twenty-five": 25, "thirty": 30,
    "forty": 40, "forty-five": 45, "fifty": 50, "sixty": 60, "ninety": 90,
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "eine": 1, "einer": 1, "zwei": 2, "drei": 3,
}  # fmt: skip
LENGTH = re.compile(
    r"\b(?:(?P<half>half(?:[ -]an)?[ -]hour|halbe(?:n)?[ ]Stunde)"
    r"|(?P<more>(?:one|an)[ ]hour[ ]and[ ]a[ ]half|hour[ ]and[ ]a[ ]half|anderthalb[ ]Stunden)"
    r"|(?P<hours>\d{1,2}(?:[.,]5)?|an|one|two|three|eine[r]?|zwei|drei)[ -]{0,2}"
    r"(?:hours?|hrs?|Stunden?)\b(?:[ ](?:and[ ])?(?P<rest>\d{1,2})[ -]?min(?:ute)?s?)?"
    rf"|(?P<minutes>\d{{1,3}}|{'|'.join(sorted((n for n in NUMBERS if NUMBERS[n] > 3), key=len))})"
    r"[ -]{0,2}(?:min(?:ute)?s?|Minuten|minütige[nrs]?))\b",
    re.IGNORECASE,
)
TALK = re.compile(
    r"interview|call|chat|conversation|meet|session|talk|video|phone|zoom|teams|discussion|allow"
    r"|expect|\btakes?\b|\blasts?\b|\bfor\b|gespräch|termin|dauer|telefon|kennenlern|screen|about"
    r"|have (?:you|time)|plenty|reichen|approximately|duration|length|plan",
    re.IGNORECASE,
)
NO_TALK = re.compile(
    r"\b(?:early|earlier|before|beforehand|prior|in advance|within|drive|walk|away|late|ago|every"
    r"|from the|notice|reply|hours a|per|vorher|fußweg|davor|hold it|to prepare)\b|remind",
    re.IGNORECASE,
)
TASK = re.compile(
    r"presentation|exercise|\btest\b|assessment|\btask\b|vortrag|aufgabe|präsentation|portion"
    r"|\bshift\b|case study",
    re.IGNORECASE,
)
IN_ALL = re.compile(r"[ ](?:in total|in all|altogether|overall|all up|insgesamt)\b", re.IGNORECASE)
"""Behind the length of all its parts."""
SENTENCES = re.compile(r"(?<!\bapprox)(?<!\bca)[.!?]\s|\n\s*\n")
SHORTEST, LONGEST = 5, 8 * 60
AROUND = 60
"""Characters around a length that say what takes so long."""


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
    if JOIN.search(clause) or JOIN.search(after):
        return True
    return LINKS_TO.search(clause) is not None and ONLINE.search(before) is not None


def minutes_in(text: str, kind: str) -> int | None:
    """How long the talk takes, where one length is said of it; of several none."""
    found = set(_lengths(text, kind == "assessment"))
    whole = {_minutes(each) for each in LENGTH.finditer(text) if IN_ALL.match(text, each.end())}
    found = whole if len(whole) == 1 else found
    return found.pop() if len(found) == 1 else None


def _lengths(text: str, of_a_task: bool) -> Iterator[int]:
    for match in LENGTH.finditer(text):
        before = SENTENCES.split(text[max(0, match.start() - AROUND) : match.start()])
        after = re.split(r"[.!?](?:\s|$)|\n\s*\n", text[match.end() : match.end() + AROUND])
        near = f"{before[-1]} {after[0]}"
        close = f"{before[-1][-25:]} {after[0][:25]}"
        if NO_TALK.search(close) or (TASK.search(close) and not of_a_task):
            continue
        minutes = _minutes(match)
        if SHORTEST <= minutes <= LONGEST and (of_a_task or TALK.search(near)):
            yield minutes


def _minutes(match: re.Match[str]) -> int:
    if match["half"] or match["more"]:
        return 30 if match["half"] else 90
    said = (match["minutes"] or match["hours"]).lower()
    number = float(NUMBERS.get(said) or said.replace(",", "."))
    return int(number) if match["minutes"] else int(number * 60) + int(match["rest"] or 0)
