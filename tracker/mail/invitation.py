"""When and where an interview is, as an invitation says it: in its calendar part, or in words."""

import re
from datetime import date, timedelta
from typing import NamedTuple

from tracker.loop.feedback_reading.sentences import sentences
from tracker.mail.another_time import asks_again, takes_back
from tracker.mail.answer_within import asked_by
from tracker.mail.calendar_part import from_calendar
from tracker.mail.meeting.addresses import address_in
from tracker.mail.meeting.assessments import test_link
from tracker.mail.meeting.joining import joined_by
from tracker.mail.meeting.kinds import held, kind_in, kind_of_moved
from tracker.mail.meeting.lengths import minutes_in
from tracker.mail.meeting.places import place_in, says_same_place
from tracker.mail.moved_days import OldTime, leaves, left_days
from tracker.mail.other_hours import END_OF_DAY, hand_in_days, moves_one, still_meant
from tracker.mail.people import people_in
from tracker.mail.proposed_days import days_in
from tracker.mail.requests import wants_papers
from tracker.mail.slots import Slot
from tracker.mail.text.own_words import LABEL, LONGEST, own_text, own_words, unwrapped
from tracker.mail.times.days import dates_in
from tracker.mail.zones.zone_words import zone_after

LONGEST_SENTENCE = 400
HOUR = re.compile(r"[ \t*]{0,4}(?:(?:Time|Start|Uhrzeit|Zeit|Beginn)[ *]{0,3}:|\d{1,2}[:.]\d\d\b)")
"""A line below a day that says its hour."""
CENTRE = re.compile(r"assessment[- ]cent(?:er|re)", re.IGNORECASE)
"""Where several meet."""
FROM_NOW_BACK = timedelta(days=2)


class Invitation(NamedTuple):
    """What could be read; several slots are asked about."""

    slots: tuple[Slot, ...]
    kind: str
    place: str
    said: tuple[tuple[int, int], ...] = ()
    """Where the days stand in the text."""
    minutes: int | None = None
    """How long it takes, as the words say it."""
    people: tuple[str, ...] = ()
    """With whom, where names are surely people's."""
    by_itself: bool = False
    """A test that is done alone: its day is the one by which it is done."""


def read_invitation(
    text: str,
    subject: str,
    sent: date,
    calendars: tuple[str, ...] = (),
    others: str = "",
    writer: str = "",
    old: OldTime | None = None,
) -> Invitation:
    """Its days from the calendar part, else from the words above what is quoted.

    `others` are names that are no person's: the sender's company, those applied to; `writer`
    is whom it means by "me"; `old` is when the interview was to be that it moves.
    """
    own = own_text(text)
    kind = kind_in(f"{subject}\n{own}")
    place = place_in(own) or address_in(own_words(text)[:LONGEST])
    if not place and (moves_one(text, subject) or asks_again(text)):
        kind = kind_of_moved(f"{subject}\n{own}", says_same_place(own))
    length, people = minutes_in(own, kind), people_in(own, others, writer)
    if not place.startswith("https:"):
        place = joined_by(text) or place
    for calendar in calendars:
        found = from_calendar(calendar)
        if found is not None:
            slot, place = found[0], found[1] or place
            length = slot.minutes or length
            slots = (slot._replace(minutes=length),)
            return Invitation(slots, held(kind, place), place, (), length, people)
    said = [
        day for day in days_in(own, sent, subject, old)
        if day.on >= sent - FROM_NOW_BACK and day.at != END_OF_DAY
    ]  # fmt: skip
    if not (said or asks_again(text) or takes_back(text)):
        left = [*left_days(own, sent), *left_days(subject, sent)]
        in_subject = still_meant(subject, subject, dates_in(subject, sent))
        said = [
            day._replace(start=0, end=0) for day in in_subject
            if day.on >= sent - FROM_NOW_BACK and not leaves(day, left)
        ]  # fmt: skip
    timed = [day for day in said if day.at is not None] or said
    named = dict.fromkeys(
        Slot(
            day.on,
            day.at,
            zone_after(own, day.hour_ends) if day.hour_ends else "",
            day.minutes or length,
        )
        for day in timed
    )
    alone = not named and not CENTRE.search(own)
    papers = kind == "assessment" and wants_papers(text)
    alone = alone and ((kind == "assessment" and not papers) or any(hand_in_days(own)))
    due = asked_by(text, sent, "") if alone else None
    if due is not None:
        slots, place = (Slot(due.on, minutes=length),), place or test_link(own)
        return Invitation(slots, "assessment", place, (), length, (), by_itself=True)
    stands = tuple((day.start, day.end) for day in timed if day.end)
    return Invitation(tuple(named)[:6], held(kind, place), place, stands, length, people)


def as_test(found: Invitation, text: str, sent: date) -> Invitation:
    """The same as a test: the day by which it is done, no hour at which it begins."""
    due = asked_by(text, sent, "")
    on = due.on if due is not None else next((each.on for each in found.slots), None)
    slots = (Slot(on, minutes=found.minutes),) if on else ()
    place = found.place or test_link(own_text(text))
    return found._replace(slots=slots, kind="assessment", place=place, people=(), by_itself=True)


def asks_for_test(text: str, subject: str, sent: date) -> bool:
    """Whether there is a test to do by a day, and the link to it or how it comes back."""
    found = read_invitation(text, subject, sent)
    return found.by_itself and (
        found.place.startswith("https:") or any(hand_in_days(own_text(text)))
    )


def day_sentence(text: str, found: Invitation) -> str:
    """The sentence that says the day; nothing where none does."""
    said = found.said
    every = sentences(unwrapped(text[:LONGEST]))
    saying = [each for each in every if said and each.start <= said[0][0] < each.end]
    if saying and LABEL.match(saying[0].text):
        saying += [each for each in every if each.start >= saying[0].end and HOUR.match(each.text)]
    words = ", ".join(" ".join(each.text.replace("*", "").split()) for each in saying[:2])
    return words if len(words) <= LONGEST_SENTENCE else ""


__all__ = ["Invitation", "as_test", "asks_for_test", "day_sentence", "read_invitation"]
