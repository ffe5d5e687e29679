"""A whole address that stands by itself: in a line below the day, or as a block of lines."""

import re

from tracker.imports.words.date_words import MONTHS
from tracker.loop.feedback_reading.sentences import SIGN_OFF

FLOOR = (
    r"(?:\d{1,2}\.[ ]?(?:OG|UG|Stock(?:werk)?|Etage|Obergeschoss|Untergeschoss)\b|\b(?:EG|DG)\b"
    r"|\b(?:Erd|Dach)geschoss\b|\bHinterhaus\b|(?:the[ ])?\b\d{1,2}(?:st|nd|rd|th)[ ]floor\b"
    r"|\bground[ ]floor\b|\b(?:Level|Floor|Suite|Unit|Room|Raum|Zimmer|Haus|Eingang)[ ]\w{1,6}\b)"
)
BETWEEN = r"[ ]?(?:,[ ]?|[ ][-–·|][ ]|\n[ \t]*)"
"""Two parts of an address lie side by side, or one below the other."""
MONTH = "|".join(name for name in MONTHS if len(name) > 2 and name.isalpha())
ARTICLE = "(?:a[mn]|de[mnrs]|zu[mr]|im|auf|von|vor|unter|beim?|alten?)"
GERMAN = (
    rf"(?!(?:{MONTH})\b)[A-ZÄÖÜ][\w.’'-]{{1,40}}(?:[ ](?:{ARTICLE}|[A-ZÄÖÜ][\w.’-]{{1,30}})){{0,3}}"
    rf"[ ]\d{{1,3}}(?:[ ]?[a-z]\b)?(?:[-–/]\d{{1,3}})?(?:{BETWEEN}{FLOOR}){{0,2}}"
    rf"{BETWEEN}(?:D-|A-|CH-)?\d{{4,5}}[ ][A-ZÄÖÜ][\w-]{{1,40}}"
    r"(?:[ ](?:am|an[ ]der|im|ob[ ]der)[ ][A-ZÄÖÜ][\w-]{1,30})?"
)
"""A street is any name with a number, where a postcode and its town follow."""
ENGLISH = (
    rf"(?:{FLOOR}{BETWEEN}){{0,2}}\d{{1,5}}[A-Za-z]?(?:[-–/]\d{{1,5}})?[ ]"
    r"(?:[A-Z][\w’'-]{0,30}[ ]){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Place|Pl"
    r"|Terrace|Tce|Quay|Parade|Pde|Square|Sq|Boulevard|Blvd|Highway|Hwy|Crescent|Court|Way|Row)\b\.?"
    rf"(?:{BETWEEN}{FLOOR}){{0,2}}{BETWEEN}[A-Z][\w’'-]{{1,30}}(?:[ ][A-Z][\w’'-]{{1,30}}){{0,2}}"
    rf"(?:,?[ ]|{BETWEEN})(?:(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\b(?:[ ]\d{{4}}\b)?|\d{{4}}\b"
    r"|[A-Z]{2}[ ]\d{5}\b|[A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b)"
)
ADDRESS = re.compile(
    rf"(?:^|(?<=[\s,;:(]))(?P<at>(?:{ENGLISH}|{GERMAN})(?:{BETWEEN}{FLOOR}){{0,2}})", re.MULTILINE
)
HOUR = re.compile(
    r"\b(?:[01]?\d|2[0-3])[:.][0-5]\d\b|\b\d{1,2}[ ]?(?:[ap]\.?m\b|Uhr\b)", re.IGNORECASE
)
LEADS = re.compile(
    r"\bfinde[nt]? (?:uns|sie)\b|\bfind (?:us|our)\b|\bunser[em]? (?:Adresse|Büro)"
    r"|\bour (?:address|office)|\btreffen\b|\bmeet\b|\bkommen\b|\bcome\b|\bvisit\b"
    r"|\bAnfahrt\b|\bdirections\b|\bhier:|\bhere:",
    re.IGNORECASE,
)
"""Above an address, that one is to come there."""
POST = re.compile(
    r"\b(?:post(?:al|anschrift|adresse)?|mail|send|senden|schicken|schriftlich|return|invoice"
    r"|Rechnung|registered|Sitz der|head ?office|zentrale)\b[^.!?\n]{0,60}:?\s*$",
    re.IGNORECASE,
)
"""Right before it, that it is for letters."""
ABOVE = 250


def address_in(text: str) -> str:
    """The first one that is no signature's, in one line; empty without one."""
    body, signed = above_sign_off(text)
    for found in ADDRESS.finditer(body):
        above = body[max(0, found.start() - ABOVE) : found.start()]
        near = above.rpartition("\n\n")[2]
        led = LEADS.search(above[-100:]) or HOUR.search(near)
        if (led or (signed and HOUR.search(body[: found.start()]))) and not POST.search(near):
            return re.sub(rf"{BETWEEN}", ", ", found["at"])
    return ""


def above_sign_off(text: str) -> tuple[str, bool]:
    """What stands above "Kind regards", and whether anything is signed so."""
    at = 0
    for number, line in enumerate(text.splitlines(keepends=True)):
        if number and SIGN_OFF.fullmatch(line.strip()):
            return text[:at], True
        at += len(line)
    return text, False


__all__ = ["address_in"]
