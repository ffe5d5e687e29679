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
FLOOR = r"(?:Level|Floor|Suite|Unit|Room|Shop) \w{1,6}"
PLACE_SAID = re.compile(
    r"(?:\(|\b(?:at|to|\d{1,2}[ap]m,|(?:our|the)(?: [a-z]{3,20}){1,2}[,:]|offices?[,:]?)[ \n])("
    rf"(?:{FLOOR},? )?(?:\d{{1,4}}/)?\d{{1,5}}[A-Za-z]? (?:[A-Z][\w'’-]{{0,30}} ){{1,3}}"
    r"(?:Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Place|Terrace|Quay|Parade|Square|Boulevard)\b"
    rf"(?:, {FLOOR})?(?:(?:,| in) (?:[A-Z][\w'’-]{{1,30}} ?){{1,3}}(?:\d{{4}}\b)?)?)"
)
"""A street with its number, where a sentence says so; a signature says no "at"."""
STREET = (
    r"(?:[A-ZÄÖÜ][\w-]{1,40}(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm|ring|markt)"
    r"|(?:[A-ZÄÖÜ][\w-]{1,30}[ -]){1,3}"
    r"(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|Ufer|Damm|Ring|Markt)"
    r"|(?:Unter|An|Am|Auf|Im|Zum|Zur) (?:(?:den|der|dem) )?[A-ZÄÖÜ]\w{2,30})"
    r" \d{1,4}[ ]?(?:[a-z]\b)?(?:[-–]\d{1,4})?"
)
CITY = r"(?:[A-ZÄÖÜ][\w-]{1,40})(?: (?:am|an der|im) [A-ZÄÖÜ][\w-]{1,30})?"
ROOMS = (
    r"(?:[Rr]äumen?|[Bb]üros?|[Hh]aus|[Ff]iliale|[Zz]entrale|[Ss]tandort|[Gg]eschäftsstelle|[Pp]raxis"
    r"|[Nn]iederlassung|[Kk]anzlei|[Ww]erkstatt|[Rr]edaktion|[Ss]tudio|[Ll]aden|[Ss]itz|\buns"
    r"|\bvor Ort|\bstatt)\b"
)
PLACE_IN_GERMAN = re.compile(
    rf"(?:\(|\b(?:in der|in die|am|im|in)[ \n])({STREET}(?: in {CITY}|, (?:\d{{4,5}} )?{CITY})?)"
    rf"|{ROOMS}[^.!?\n]{{0,40}}[,:(\s]\s{{0,2}}({STREET},?\s(?:D-)?\d{{4,5}} {CITY})"
    rf"|{ROOMS}[,:] ({STREET})"
)
"""Also behind the word for the rooms, where its town stands with it: a signature names none."""
SAID_BY = (PLACE_LINE, PLACE_BETWEEN, PLACE_SAID, PLACE_IN_GERMAN)


def place_in(text: str) -> str:
    """A link to a meeting, else what stands behind "Location:", else a street in a sentence."""
    link = meeting_link(text)
    if link:
        return link
    found = next((found for each in SAID_BY if (found := each.search(text))), None)
    if found is None:
        return ""
    said = next(filter(None, found.groups()), "")
    if AS_BEFORE.match(said):
        return ""
    return clean_line(re.sub(r",?\n", ", ", said))[:500]


SAME_PLACE = "Same place as before"
LIKE = (
    r"(?:(?:the )?same\b|as (?:before|last time|agreed|planned)\b|unchanged\b"
    r"|wie (?:gehabt|bisher|zuvor|vereinbart)\b|unverändert\b|(?:gleich|selbe)[a-z]{0,2}\b)"
)
AS_BEFORE = re.compile(LIKE, re.IGNORECASE)
"""In place of a place: the one before."""
SAME = re.compile(
    r"\bsame (?:place|location|venue|address|room|link|office)\b"
    r"|\b(?:(?:am|im|vom|unter dem|die|der) ?)?(?:gleiche|selbe|gewohnte|bekannte)[nr]?"
    r" (?:Ort|Raum|Link|Adresse)\b"
    r"|\b(?:place|location|venue|address|room|link|where|Ort|Raum|Adresse|Treffpunkt)\b[ \t*]{0,3}"
    rf"(?::|is|are|stays|remains|ist|bleib(?:t|en))?[ \t*]{{0,3}}{LIKE}"
    r"|\b(?:Ort|Raum|Link|Adresse) bleib(?:t|en)\b|\balles (?:andere|weitere|übrige) bleibt\b"
    r"|\b(?:everything|all) else (?:stays|remains|is|as)\b"
    r"|\ball other details (?:stay|remain|are)\b",
    re.IGNORECASE,
)


def says_same_place(text: str) -> bool:
    """Whether it says that only the time is another."""
    return SAME.search(text) is not None
