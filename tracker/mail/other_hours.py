"""Hours of a mail at which nobody meets: by when to answer, and the one that a move leaves."""

import re
from collections.abc import Iterator, Sequence
from datetime import time
from functools import lru_cache

from tracker.mail.another_time import asks_again
from tracker.mail.meeting.exercises import hands_in
from tracker.mail.meeting.moved_by import moved_by
from tracker.mail.requests import leads, read_requests, requests
from tracker.mail.times.days import DAY, LONG_WEEKDAYS
from tracker.mail.times.deadline_words import ANSWER, ARRIVES, DEADLINE, THERE, WHENISH
from tracker.mail.times.hours import ENDS, NamedDay
from tracker.mail.times.look_alikes import without_look_alikes

END_OF_DAY = time(23, 59)
LAST_MINUTE = re.compile(
    r"\bmidnight\b|\bmitternacht\b|(?<!\d)(?:23[:.]59|11[:.]59(?! ?a\.?m))\b"
    r"|\b24(?:[:.]00)? ?uhr\b",
    re.IGNORECASE,
)
"""The end of a day, at which nobody meets."""
BETWEEN_DAYS = {"to", "and", "through", "und"}
"""Before the end of the time in which something is open."""
FROM = re.compile(
    rf"\b(?:from|between|starting|von|zwischen|ab)(?:[ \n]{{1,2}}[(]?{WHENISH}[,)]?){{1,12}}[ \n]$",
    re.IGNORECASE,
)
"""Before it, its beginning."""
ALONE = {"rsvp", "deadline", "closes", "close", "shuts", "shut", "schließt", "expires", "expire"}
BACK, ON = 160, 60
LISTS = re.compile(r":(?=[ \t]{0,8}(?:\n|$)|[ ]\(?1[.)])")

MOVES = re.compile(
    r"\bresched(?:uled|uling)\b"
    r"|\b(?:need|have|has|had|want|like|able|going|can|could|must|please|let(?:['’]s| us))\b"
    r"[^.\n]{0,30}\breschedule\b"
    r"|instead|\bmov(?:e|ed|ing)\b(?![ ](?:you[ ]|your[ ]application[ ])?"
    r"(?:forwards?|ahead|on|through|into|along|to[ ]the[ ](?:next|final|second|interview))\b)"
    r"|\b(?:will now|is now|are now)[ ](?:be[ ])?"
    rf"(?:held|tak(?:e|ing)[ ]place|(?:on|at)[ ](?:\d|{LONG_WEEKDAYS}))"
    rf"|(?:,[ ]|\()(?:and[ ])?not[ ](?:on[ ])?(?:the[ ])?(?:\d|{LONG_WEEKDAYS})"
    rf"|\bnot[ ]on[ ](?:the[ ])?(?:\d|{LONG_WEEKDAYS})[^.\n]{{0,40}}\bbut\b"
    rf"|\bnicht[ ](?:am[ ]|wie[ ])?[^.\n]{{0,40}}\bsondern[ ](?:erst[ ])?(?:am|um)\b"
    rf"|(?:,[ ]|\()(?:und[ ])?nicht[ ](?:am|um)[ ](?:\d|{LONG_WEEKDAYS})"
    r"|\bneue[rn]?[ ](?:Termin|Uhrzeit)\b|new (?:time|day|date)|\bchang(?:e|ed|ing)\b|postpon"
    r"|\bput(?:ting)?\b[^.\n]{0,30}\b(?:back|off)\b|\bdelay(?:ed|ing)?\b|\bpushing\b"
    r"|\bfind (?:another|a different) (?:time|day|date|slot)\b"
    r"|\b(?:have|had|need|must)\b[^.\n]{0,30}\bre-?arrange\b"
    r"|rather than|\bin place of|\bpush(?:ed)?\b|\bbring\b[^.\n]{0,30}\bforward|brought forward"
    r"|\bswap|\bshift(?:ed)? (?:it|our|your|the)\b"
    r"|(?:can(?:not|['’]t)|unable to|not able to) (?:do|make|manage)\b"
    r"|\b(?:moves|changes|shifts)[ ](?:(?:back|forward)[ ])?from[ ]\d"
    r"|vorgezogen|vorziehen|verschieb|verschoben|verleg|ersatztermin"
    r"|stattdessen|\bstatt\b|doch nicht|\boriginally\b",
    re.IGNORECASE,
)
"""That a mail puts an interview on another day."""
IN_CASE = re.compile(
    r"\b(?:if|should|falls|wenn) (?:you|sie)\b[^.\n]{0,60}"
    r"|\b(?:if|should|falls|wenn|sollte) (?:that|this|it|neither|none|das|es|dieser|ihnen)\b"
    r"[^.?\n]{0,100}"
    r"|\b(?:need|want|wish|have) to (?:reschedule|change|move|cancel)\b[^.?\n]{0,40}\?"
    r"|\bto reschedule,|\breschedule or cancel|\bcancel or reschedule",
    re.IGNORECASE,
)
"""If you need to reschedule: nothing moves yet."""
LEFT = re.compile(
    r"(?:\b(?:instead of|rather than|in place of|not|statt(?: am)?|anstatt|anstelle|vom)"
    r"|(?:can(?:not|['’]t)|unable to|not able to)[ ](?:attend|make|do|manage)(?:[ ]it)?"
    r"|\bwas[ ](?:(?:going|meant|due|supposed|planned|scheduled|booked|set)[ ](?:to[ ]be[ ])?)?"
    r"(?:on|for)"
    r"|\b(?:original|originally|previous|previously|old|former|earlier)\b(?:(?!\bto\b)[^.!?]){0,40}"
    r"|\b(?:mov(?:e|ed|ing)|chang(?:e|ed|ing)|postpon(?:e|ed|ing)|reschedul(?:e|ed|ing)"
    r"|cancel(?:led|ling|ed)?|push(?:ed|ing)?|shift(?:ed|ing)?|swap(?:ped)?|bring(?:ing)?|brought|delay(?:ed|ing)?"
    r"|put(?:ting)?|verschieben|verlegen|absagen"
    r"|(?:can(?:not|['’]t)|unable to|not able to)[ ](?:attend|make|do|manage|meet))"
    r"\b(?:(?!\bto\b)[^.!?:]){0,60}?\b(?:from|on|of|scheduled for|booked for|planned for|am|vom))"
    r"[ \n]{0,2}(?:the|your|our|den|dem)?[ \n]{0,2}(?:interview|meeting|call|chat)?"
    rf"(?:[ \n]?(?:on|at|for))?(?:[ \n]{{0,2}}{WHENISH},?){{0,4}}[ \n]*$",
    re.IGNORECASE,
)
"""Before a day, that it isn't this one any more."""
GOES = re.compile(
    r"^[^.!?\n]{0,30}\b(?:(?:has|had|have|needs?|will|must|was|is)\b[^.!?\n]{0,30}"
    r"\b(?:moved|move|rescheduled|changed|postponed|cancelled|no longer|not possible)\b"
    r"|(?:no longer|doesn['’]t|does not|didn['’]t|can(?:not|['’]t)|won['’]t|will not|is off)\b"
    r"|muss\b[^.!?\n]{0,40}(?:verschoben|verlegt|abgesagt|ausfallen))",
    re.IGNORECASE,
)
"""Behind it."""


SMALL = re.compile(r"(?:do|so)[ ]")
"""Words that a German weekday is short for: we can't do 8 December."""


def without_deadlines(text: str) -> str:
    """As long as before, with blanks where it says by when to answer."""
    kept, at = [], 0
    for found in deadlines_in(text):
        last = LAST_MINUTE.search(found[0])
        begins = FROM.search(text[max(at, found.start() - BACK) : found.start()]) if last else None
        start = found.start() - len(begins[0]) if begins else found.start()
        kept += [text[at:start], re.sub(r"[^\n]", " ", text[start : found.end()])]
        at = found.end()
    return "".join((*kept, text[at:]))


@lru_cache(maxsize=16)
def deadlines_in(text: str) -> tuple[re.Match[str], ...]:
    """Where it says by when to answer."""
    return tuple(found for found in DEADLINE.finditer(text) if _is_deadline(text, found))


def _is_deadline(text: str, found: re.Match[str]) -> bool:
    word = found["word"].lower()
    before = ENDS.split(text[max(0, found.start() - BACK) : found.start()])[-1]
    if THERE.search(before[-40:]) and not re.search(ARRIVES, before, re.IGNORECASE):
        return False
    if not before.strip() and _below_list(text, found.start()):
        return True
    if word in ALONE or LAST_MINUTE.search(found[0]):
        return True
    if word in BETWEEN_DAYS:
        return False
    after = ENDS.split(text[found.end() : found.end() + ON], maxsplit=1)[0]
    if hands_in(before + after, text) or _asks(f"{before}{found[0]}{after}"):
        return True
    if DAY.search(after):
        after = ""
    return ANSWER.search(before) is not None or ANSWER.search(after) is not None


def _below_list(text: str, at: int) -> bool:
    """Whether nothing stands between a list of what they ask for and this place."""
    ends = (each.sentence.end for each in read_requests(text) if each.items)
    return any(end <= at and not text[end:at].strip() for end in ends)


def _asks(sentence: str) -> bool:
    led = LISTS.search(sentence)
    return requests(sentence) or (led is not None and leads(sentence[: led.end()].strip()))


def hand_in_days(text: str) -> Iterator[re.Match[str]]:
    """Where it says by when an exercise is wanted back."""
    for found in deadlines_in(text):
        before = ENDS.split(text[max(0, found.start() - BACK) : found.start()])[-1]
        after = ENDS.split(text[found.end() : found.end() + ON], maxsplit=1)[0]
        if hands_in(before + after, text):
            yield found


def moves_one(text: str, subject: str) -> bool:
    """Whether a mail puts an interview on another day."""
    said = without_look_alikes(f"{subject}\n{text[:3_000]}")
    said = IN_CASE.sub(" ", said)
    return MOVES.search(said) is not None or moved_by(said) is not None


def still_meant(text: str, subject: str, days: Sequence[NamedDay]) -> list[NamedDay]:
    """Without those that a move leaves; all of them where none would be left."""
    if not (moves_one(text, subject) or asks_again(text)):
        return [*days]
    kept = []
    for number, day in enumerate(days):
        begins = days[number - 1].end if number else max(0, day.start - BACK)
        ends = days[number + 1].start if number + 1 < len(days) else len(text)
        word = SMALL.match(text, day.start)
        start = word.end() if word else day.start
        before = ENDS.split(text[max(begins, day.start - BACK) : start])[-1]
        after = text[max(day.end, day.hour_ends) : min(ends, day.end + 100)]
        if not (LEFT.search(before) or GOES.search(after)):
            kept.append(day)
    return kept
