"""Whether a mail calls an interview off, and names no other time for it."""

import re
from datetime import date

from tracker.loop.feedback_reading.sentences import Sentence, sentences
from tracker.mail.message import Mail
from tracker.mail.moved_days import left_days, new_days
from tracker.mail.other_hours import without_deadlines
from tracker.mail.text.own_words import own_text
from tracker.mail.times.days import dates_in
from tracker.mail.times.look_alikes import GOES_ON

LONGEST_SENTENCE = 600
TALK = (
    r"\b(?:interview|meeting|call|chat|conversation|appointment|assessment|discussion|round"
    r"|vorstellungsgespräch|gespräch|termin)"
)
NOT = (
    r"(?:\bno longer|n['’]t|\b(?:can)?not|\bunable)(?: now| yet)?(?: be)?(?: able)?(?: to)?(?: be)?"
)
OFF = re.compile(
    rf"{TALK}s?\b[^!?]{{0,120}}?(?:\b(?:cancell?ed|called[ ]off|withdrawn|abgesagt)\b"
    rf"|{NOT} (?:going ahead|go ahead|proceed(?:ing)?"
    r"|tak(?:e|ing) place|happen(?:ing)?|held|required|needed)\b"
    r"|\bfällt\b[^!?]{0,40}\baus\b|\bausfallen\b|\bentfällt\b|\bentfallen\b"
    r"|\bfindet\b[^!?]{0,30}\bnicht\b|\bnicht stattfinden\b)"
    rf"|\b(?:cancel(?:ling|ing|led)?|call(?:ing|ed)? off)\b[^!?]{{0,60}}?{TALK}s?\b"
    rf"|{NOT} (?:going ahead|go ahead|proceed(?:ing)?"
    rf"|hold(?:ing)?)\b[^!?]{{0,30}}?{TALK}s?\b"
    rf"|\b(?:muss|müssen)\b[^!?]{{0,160}}?{TALK}[^!?]{{0,160}}?"
    r"\b(?:absagen|canceln|streichen|ausfallen lassen)\b"
    rf"|{TALK}s?\b[^!?]{{0,120}}?\b(?:muss|müssen)\b[^!?]{{0,80}}?\b(?:absagen|ausfallen)\b"
    rf"|\b(?:sagen?)\b[^!?]{{0,60}}?{TALK}[^!?]{{0,160}}?\bab\b(?=[^\w]|$)"
    rf"|{TALK}s?\b[^!?]{{0,60}}?\b(?:is|['’]s) off\b",
    re.IGNORECASE,
)
NO_SUBJECT = re.compile(
    r"\b(?:(?:after|following|since|in|at|during|from|before|until|nach|vor|seit)"
    r" (?:the|our|your|this|that|my|de[mnr]|unsere[mnr]|Ihre[mnr]|deine[mnr])"
    r"|im|beim|zum|vom|an?|any|kein\w*|eine[nm]?) "
    rf"(?:[\w-]+ ){{0,2}}?{TALK}s?\b|\bto (?:interview|assessment)s?\b",
    re.IGNORECASE,
)
"""After the interview, no interview: something else is what does not happen."""
IN_CASE = re.compile(
    r"\b(?:if|unless|in case|should (?:you|it|this|we)|to cancel or|cancel or|or cancel|policy"
    r"|(?<!\bi )(?<!\bwe )(?:need|wish|want|like) to cancel your"
    r"|(?:hours?|days?)[’']? notice|falls|wenn|sollten|your application)\b"
    r"|\bplease\b[^!?]{0,30}\bcancel",
    re.IGNORECASE,
)
"""Nothing is called off yet, or it is about more than the interview."""
AGAIN = re.compile(
    r"\bresched|\binstead\b|\bnew (?:time|date|day)\b|\bmoved to\b|\bpostpon|\bpush|verschob"
    r"|verschieb|ersatztermin|\banother (?:time|day|date)\b|\bnext available\b",
    re.IGNORECASE,
)
"""Beside another day: it is to be held all the same."""


def calls_off(mail: Mail, sent: date) -> bool:
    """Whether it is off; one that is put on another day is not."""
    if any("METHOD:CANCEL" in each[:20_000].upper() for each in mail.calendars):
        return True
    own = without_deadlines(own_text(mail.text))
    said = sentences(own)
    off = [each for each in said if says_off(each.text)]
    if not off and not says_off(mail.subject[:LONGEST_SENTENCE]):
        return False
    days, left = dates_in(own, sent, with_near=True), left_days(own, sent)
    new = new_days(own, days, left) if left else []
    if {day.on for day in new} - {each.day.on for each in left}:
        return False
    again = AGAIN.search(own) is not None
    ends = max((each.end for each in off), default=0)
    gone, other = set(), set()
    if not off:
        gone |= {day.on for day in days[:1] if not _is_offered(day.start, said)}
    for day in days:
        if any(each.start <= day.start < each.end for each in off):
            gone.add(day.on)
        elif again or (off and day.start >= ends and day.at is not None):
            other.add(day.on)
    return not other - gone and not (again and len(gone) > 1)


def days_off(mail: Mail, sent: date) -> set[date]:
    """The days of what is called off; none where nothing is."""
    if not calls_off(mail, sent):
        return set()
    own = own_text(mail.text)
    off = [each for each in sentences(own) if says_off(each.text)]
    days = {
        day.on
        for day in dates_in(own, sent, with_near=True)
        if any(each.start <= day.start < each.end for each in off)
    }
    return days | ({each.on for each in dates_in(mail.subject, sent)} if not days else set())


def _is_offered(at: int, said: list[Sentence]) -> bool:
    """Whether the sentence there names another time, or asks about one."""
    there = next((each.text for each in said if each.start <= at < each.end), "")
    return "?" in there or AGAIN.search(there) is not None


def says_off(text: str) -> bool:
    """Whether this sentence cancels one."""
    return len(text) <= LONGEST_SENTENCE and without_off(text) != text


def without_off(text: str) -> str:
    """The sentence without the words that cancel one; all of it where it cancels none."""
    if len(text) > LONGEST_SENTENCE or IN_CASE.search(text):
        return text
    said = NO_SUBJECT.sub(" ", GOES_ON.sub(" ", text))
    left = OFF.sub(" ", said)
    return left if left != said else text


__all__ = ["calls_off", "days_off", "says_off", "without_off"]
