"""Whether an invitation asks to be confirmed, and in which way."""

import re
from typing import NamedTuple

from tracker.loop.feedback_reading.sentences import sentences
from tracker.mail.text.own_words import own_text

LONGEST_SENTENCE, MOST = 400, 80
SUITS = (
    r"(?:works?|suits?|okay|ok|fine|convenient|possible|available|attend|come|make it|keen"
    r"|good|free|passt|passen)\b"
)
ASKS = re.compile(
    r"\b(?:please|pls|kindly|can you|could you|can u|would you)\b[^.!?\n]{0,60}\bconfirm\b"
    r"|\b(?:reply|respond|text|sms|call|ring|email|e-mail|write|message|whatsapp|click"
    r"|let (?:me|us)|get back)\b[^.!?\n]{0,40}\b(?:to|and) confirm\b"
    r"|^\W{0,4}confirm (?:your )?(?:attendance|availability|that you|with me|by)\b"
    r"|\b(?:need|require|ask) you to confirm\b|\brsvp\b"
    rf"|\blet (?:me|us) know (?:if|whether|that)\b[^.!?\n]{{0,40}}\b{SUITS}"
    rf"|\bgive us (?:a )?(?:short |quick )?(?:feedback|response|reply)\b[^.!?\n]{{0,60}}\b{SUITS}"
    r"|\b(?:bitte|bitten)\b[^.!?\n]{0,60}\b(?:bestätig|rückmeld|bescheid)"
    r"|\b(?:geben|gib)\b[^.!?\n]{0,40}\b(?:bescheid|rückmeldung)\b"
    r"|\bbestätigen sie\b|\bum (?:kurze )?(?:bestätigung|rückmeldung)\b"
    rf"|\bmelde[nt]? (?:sie )?sich\b[^.!?\n]{{0,40}}\b{SUITS}"
    r"|^\W{0,4}\[?(?:confirm|accept)\]?(?:<|$)|^reply for \S+@",
    re.IGNORECASE,
)
NOT_ASKED = re.compile(
    r"\b(?:no need|don['’]t (?:need|have)|do not (?:need|have)|not necessary|unless)\b"
    r"|\b(?:this|the|our|my) (?:e-?mail|message|text|call|letter)\b"
    r"|(?:\bnot|n['’]t|\bcannot|\bnicht)\b[^.!?\n]{0,20}\b(?:suit|work|make|attend|passt)"
    r"|\bconfirm(?:s|ed|ing)? (?:your )?(?:email|e-mail|address|identity|account|subscription)"
    r"|\b(?:we|i)(?:['’]ll| will| can)\b[^.!?\n]{0,30}\bconfirm\b",
    re.IGNORECASE,
)
"""Only where it doesn't suit, or it is something else that is to be confirmed."""
WAYS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("by text", re.compile(r"\b(?:text|sms|whatsapp)\b", re.IGNORECASE)),
    ("by phone", re.compile(r"\b(?:call|ring|phone|telefonisch)\b", re.IGNORECASE)),
    ("by email", re.compile(r"\b(?:reply|respond|e-?mail)\b", re.IGNORECASE)),
)
NUMBER = re.compile(r"(?<![\w+])\+?\(?\d[\d ()/-]{7,20}\d(?!\w)")
FURTHER = 60
"""Characters behind the sentence in which the number stands that is asked for."""


class Confirmation(NamedTuple):
    """What they ask for; either may be empty."""

    way: str
    number: str


def asked_to_confirm(text: str) -> Confirmation | None:
    """The first sentence that asks for it."""
    own = own_text(text)
    for each in sentences(own)[:MOST]:
        if len(each.text) > LONGEST_SENTENCE or NOT_ASKED.search(each.text):
            continue
        if ASKS.search(each.text):
            way = next((way for way, words in WAYS if words.search(each.text)), "")
            near = own[each.start : each.end + FURTHER]
            number = NUMBER.search(near) if way in ("by text", "by phone") else None
            return Confirmation(way, " ".join(number[0].split()) if number else "")
    return None


__all__ = ["Confirmation", "asked_to_confirm"]
