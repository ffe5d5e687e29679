"""Whether a mail calls an interview off, and names no other time for it."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from tracker.loop.feedback_reading.sentences import Sentence, sentences
from tracker.mail.meeting.cancelled_words import (
    AGAIN,
    DROPS,
    IN_CASE,
    IT_IS_OFF,
    NAMES_ONE,
    NO_SUBJECT,
    OFF,
)
from tracker.mail.message import Mail
from tracker.mail.moved_days import left_days, new_days
from tracker.mail.other_hours import without_deadlines
from tracker.mail.text.own_words import own_text
from tracker.mail.times.days import dates_in
from tracker.mail.times.look_alikes import GOES_ON

LONGEST_SENTENCE = 600


def calls_off(mail: Mail, sent: date) -> bool:
    """Whether it is off; one that is put on another day is not."""
    if any("METHOD:CANCEL" in each[:20_000].upper() for each in mail.calendars):
        return True
    own = without_deadlines(own_text(mail.text))
    said = sentences(own)
    off = off_sentences(said)
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
    named = [each for each, after in pairwise(said) if after in off and says_it_off(after.text)]
    for day in days:
        if any(each.start <= day.start < each.end for each in (*off, *named)):
            gone.add(day.on)
        elif again or (off and day.start >= ends and day.at is not None):
            other.add(day.on)
    return not other - gone and not (again and len(gone) > 1)


def days_off(mail: Mail, sent: date) -> set[date]:
    """The days of what is called off; none where nothing is."""
    if not calls_off(mail, sent):
        return set()
    own = own_text(mail.text)
    said = sentences(own)
    off = off_sentences(said)
    off += [each for each, after in pairwise(said) if after in off and NAMES_ONE.search(each.text)]
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


def off_sentences(said: Sequence[Sentence]) -> list[Sentence]:
    """Those that cancel an interview, also where only the sentence before names it."""
    again = any(AGAIN.search(each.text[:LONGEST_SENTENCE]) for each in said)
    return [
        each for before, each in pairwise((Sentence("", 0), *said))
        if says_off(each.text) or (NAMES_ONE.search(before.text) and says_it_off(each.text))
        or (again and drops(each.text))
    ]  # fmt: skip


def drops(text: str) -> bool:
    """Whether it lets a day or a talk go."""
    short = len(text) <= LONGEST_SENTENCE and not IN_CASE.search(text)
    return short and DROPS.search(text) is not None


def says_it_off(text: str) -> bool:
    """Whether it cancels what was named before it."""
    short = len(text) <= LONGEST_SENTENCE and not IN_CASE.search(text)
    return short and IT_IS_OFF.search(text) is not None


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


__all__ = ["calls_off", "days_off", "off_sentences", "says_off", "without_off"]
