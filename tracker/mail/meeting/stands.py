"""Whether a mail about the day of an interview says, in any words, that it is to be held."""

import re

from tracker.mail.text.own_words import own_text

STANDS = re.compile(
    r"\b(?:looking|look) forward\b|\bsee you\b|\bconfirm\w{0,5}\b|\bthank(?:s| you)\b"
    r"|\bcheers for\b"
    r"|\b(?:all set|locked in|booked in|still on|good to go|goes ahead|as (?:planned|agreed"
    r"|discussed|arranged))\b|\b(?:a |quick |friendly |just a )?reminder\b|\bto remind you\b"
    r"|\b(?:park(?:ing)?|bring|reception|entrance|lobby|visitors?|lift|agenda|slides|laptop|join"
    r"|dial|link|passcode|dress|ask for"
    r"|you(?:['’]ll| will) (?:meet|be (?:meeting|talking|speaking))"
    r"|panel (?:will be|is made)|directions?|map|door|level \d|tram|bus|train|good luck|prepare)\b"
    r"|\bfreu\w{1,3} (?:mich|uns)\b|\bbis (?:dann|bald|morgen|\w{2,8}tag|mittwoch)\b|\bdanke?\b"
    r"|\bbestätig\w{0,4}\b|\b(?:wie|so) (?:geplant|besprochen|vereinbart)\b|\berinner\w{0,4}\b"
    r"|\b(?:parkplatz|parken|empfang|eingang|mitbringen|anfahrt|einwahl\w*|zugangsdaten|klingel\w*"
    r"|treffpunkt|vorbereit\w{0,4})\b",
    re.IGNORECASE,
)
READ = 3_000


def stands(text: str) -> bool:
    """By its own words: that it is confirmed, thanked for, or got ready for."""
    return STANDS.search(own_text(text)[:READ]) is not None
