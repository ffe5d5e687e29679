"""The day that was agreed, in an email that needs another one: it is never the new day."""

import re
from datetime import date

from tracker.mail.times.clocks import CLOCK, clock_of
from tracker.mail.times.days import dates_in
from tracker.mail.times.hours import ENDS

NEEDS = re.compile(
    r"\b(?:needs?|have|has|had|must|want|like|forced|obliged|going)\b[^.!?\n]{0,30}"
    r"\b(?:re-?schedul\w{1,4}|postpon\w{1,3}|re-?arrang\w{1,3}|moved?(?! (?:forward|ahead|on|to)\b)"
    r"|push(?:ed)? back|put off|(?:find|look for|set|agree on) (?:another|a new|a different)"
    r" (?:time|day|date|slot)|changed? (?:the|your|our) (?:time|date|day|interview))\b"
    r"|\b(?:is|was|been|be) (?:postponed|put off)\b"
    r"|\b(?:muss|müssen|möchten)\b[^.!?\n]{0,100}"
    r"\b(?:verschieben|verschoben|verlegen|verlegt"
    r"|neu (?:terminier|anse|angesetz|vereinbar)\w{1,3})\b"
    r"|\b(?:neuen|anderen) termin (?:finden|vereinbaren|suchen)\b",
    re.IGNORECASE,
)
AGREED = re.compile(
    r"\b(?:(?:confirm|accept|agree|book)\w{0,6}|confirmation"
    r"|(?:your|our|the) (?:[\w-]{1,20} ){0,2}(?:interview|meeting|call|chat|conversation"
    r"|appointment|discussion)|scheduled|planned|arranged|pencilled in|locked in|set down"
    r"|supposed to|due to|invited|looking forward to (?:meeting|seeing|speaking)"
    r"|we (?:had|were) (?:said|meant|hoping)|bestätig\w{0,4}|zusage|zugesagt|vereinbart\w{0,2}"
    r"|geplant\w{0,2}|angesetzt\w{0,2}|eingeladen|gebucht\w{0,2}"
    r"|\w{0,12}gesprächs?|termins?)\b[^.!?]{0,120}$",
    re.IGNORECASE,
)
"""Before a day, that it is the one they had."""
AGREED_BEHIND = re.compile(
    r"^[^.!?]{0,100}\b(?:vereinbart|geplant|angesetzt|verabredet|zugesagt|bestätigt)\b",
    re.IGNORECASE,
)
NEW = re.compile(
    r"\b(?:new|now|instead|another|neue[nrs]?|nun|jetzt|stattdessen)[ ]"
    r"(?:[^.!?\s]{1,20} ){0,3}$|\b(?:to|until|auf)[ ](?:the |den )?$"
    r"|\b(?:offer|suggest|propose|how about|what about|could|can we|would"
    r"|vorschlagen|anbieten|könnten|wie wäre|ginge|passt)\b[^.!?]{0,60}$",
    re.IGNORECASE,
)
"""Right before a day, that it is one to come."""
TO_HOUR = re.compile(r"\b(?:to|auf)[ ]\d")
"""Behind a day that is moved, its new hour."""
BACK = 200


def needs_another(said: str) -> bool:
    """Whether another time is to be found."""
    return NEEDS.search(said) is not None


def agreed_days(own: str, sent: date) -> list[tuple[int, int]]:
    """Where it stands with its hour; none where the email may name another hour of that day."""
    found, others = [], False
    days = dates_in(own, sent, with_near=True)
    for day in days:
        before = ENDS.split(own[max(0, day.start - BACK) : day.start])[-1]
        after = ENDS.split(own[day.end : day.end + BACK])[0]
        asks = own[day.end + len(after) :].startswith("?")
        had = AGREED.search(before) or AGREED_BEHIND.search(after)
        to_hour = TO_HOUR.search(after) and needs_another(before)
        if had and not (asks or to_hour or NEW.search(before)):
            found.append((day.start, max(day.end, day.hour_ends)))
        else:
            others = others or not _passed(before)
    return found if others or not _other_hour(own, found) else []


def _passed(before: str) -> bool:
    """Whether that day is of an email of theirs."""
    return re.search(r"\b(?:email|e-mail|mail|letter|message|schreiben)\b", before) is not None


def _other_hour(own: str, spans: list[tuple[int, int]]) -> bool:
    """Whether an hour stands somewhere else."""
    hours = (each for each in CLOCK.finditer(own) if clock_of(each))
    return any(not any(a <= each.start() and each.end() <= z for a, z in spans) for each in hours)


__all__ = ["agreed_days", "needs_another"]
