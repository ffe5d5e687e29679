"""When and where an interview is, as an invitation says it: in its calendar part, or in words."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import NamedTuple

from tracker.loop.feedback_reading.sentences import sentences
from tracker.mail.clocks import CLOCK, clock_of
from tracker.mail.days import dates_in
from tracker.mail.hours import NamedDay
from tracker.mail.meeting import minutes_in
from tracker.mail.meeting_block import joined_by
from tracker.mail.moved_days import (
    OldTime,
    beside_old,
    blanked,
    leaves,
    left_days,
    new_days,
    old_time,
    same_time,
)
from tracker.mail.other_hours import moves_one, still_meant, without_deadlines
from tracker.mail.own_words import LABEL, LONGEST, own_text, unwrapped
from tracker.mail.people import people_in
from tracker.mail.places import place_in
from tracker.mail.zone_hours import LocalHours, local_hours
from tracker.mail.zone_names import meanings
from tracker.mail.zone_words import zone_after
from tracker.values.text import clean_line

LONGEST_SENTENCE = 400
TIME_LINE = re.compile(
    r"^[ \t*]{0,4}(?:Time|When|Start|Uhrzeit|Zeit|Beginn)[ \t*]{0,3}:[^\n]{0,80}$", re.MULTILINE
)
HOUR = re.compile(r"[ \t*]{0,4}(?:(?:Time|Start|Uhrzeit|Zeit|Beginn)[ *]{0,3}:|\d{1,2}[:.]\d\d\b)")
"""A line below a day that says its hour."""
FROM_NOW_BACK = timedelta(days=2)
KINDS: tuple[tuple[str, re.Pattern[str]], ...] = (
    ("assessment", re.compile(
        r"assessment|online[- ]test|coding (?:challenge|test)|psychometric|take-home|written "
        r"(?:test|exercise)|skills test|kleine aufgabe|einstellungstest", re.IGNORECASE)),
    ("video", re.compile(
        r"video|\bzoom\b|google meet|meet\.google|\bteams\b(?! lead)|webex|online interview"
        r"|virtual", re.IGNORECASE)),
    ("phone_screen", re.compile(
        r"telephone|phone (?:call|interview|screen)|by phone|\bphone\b|ring you|call you\b"
        r"|introductory call|telefon", re.IGNORECASE)),
    ("onsite", re.compile(
        r"on[- ]?site|in person|our office|level \d|street|visit|venue:|reception"
        r"|trial (?:shift|day)|canteen|kanzlei|vor ort|im haus|rathaus|straße|strasse|zimmer|probe"
        r"|schnupper|\btor \d|empfang|redaktion|workshop", re.IGNORECASE)),
    ("panel", re.compile(
        r"\bpanel (?:interview|meeting|discussion|of|with|chat)|\b(?:a|interview|selection) panel\b"
        r"|\bpanel:|kommission", re.IGNORECASE)),
)  # fmt: skip


class Slot(NamedTuple):
    """A day that is proposed, on the clocks of a zone; the hour perhaps unknown."""

    on: date
    at: time | None = None
    zone: str = ""
    """By whose clock, in the words that say so; empty: by the person's."""
    minutes: int | None = None

    def local_hours(self, account: tzinfo) -> LocalHours | None:
        """What its hour may be on the person's own clock; nothing where it is theirs."""
        return local_hours(self.on, self.at, self.zone, account) if self.at and self.zone else None

    def here(self, account: tzinfo) -> "Slot":
        """The same moment on the person's own clock; as it was written where there is doubt."""
        meant = self.local_hours(account)
        moment = meant.sure if meant is not None else None
        if moment is None:
            return self._replace(zone="")
        return Slot(moment.date(), moment.time(), "", self.minutes)


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
    kind = next((kind for kind, words in KINDS if words.search(f"{subject}\n{own}")), "other")
    length, place, people = minutes_in(own, kind), place_in(own), people_in(own, others, writer)
    if not place.startswith("https:"):
        place = joined_by(text) or place
    for calendar in calendars:
        found = from_calendar(calendar)
        if found is not None:
            slot, place = found[0], found[1] or place
            length = slot.minutes or length
            slots = (slot._replace(minutes=length),)
            return Invitation(slots, held(kind, place), place, (), length, people)
    said = [day for day in days_in(own, sent, subject, old) if day.on >= sent - FROM_NOW_BACK]
    if not said:
        left = [*left_days(own, sent), *left_days(subject, sent)]
        said = [
            day._replace(start=0, end=0) for day in dates_in(subject, sent)
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
    stands = tuple((day.start, day.end) for day in timed if day.end)
    return Invitation(tuple(named)[:6], held(kind, place), place, stands, length, people)


def held(kind: str, place: str) -> str:
    """Of no other kind, where there is a link to join: by video; with a street: on site."""
    if kind != "other" or not place:
        return kind
    if place.startswith("https:") or dict(KINDS)["video"].search(place):
        return "video"
    return "onsite" if any(map(str.isdigit, place)) else kind


def day_sentence(text: str, found: Invitation) -> str:
    """The sentence that says the day; nothing where none does."""
    said = found.said
    every = sentences(unwrapped(text[:LONGEST]))
    saying = [each for each in every if said and each.start <= said[0][0] < each.end]
    if saying and LABEL.match(saying[0].text):
        saying += [each for each in every if each.start >= saying[0].end and HOUR.match(each.text)]
    words = ", ".join(" ".join(each.text.replace("*", "").split()) for each in saying[:2])
    return words if len(words) <= LONGEST_SENTENCE else ""


def days_in(
    own: str, sent: date, subject: str = "", known: OldTime | None = None
) -> list[NamedDay]:
    """Full days, each with its hour, which may stand in a line of its own; else weekdays.

    Neither by when to answer, nor the day that a move leaves.
    """
    own = without_deadlines(own)
    left = left_days(own, sent)
    text = blanked(own, left)
    full = dates_in(text, sent)
    every = [day for day in full if not leaves(day, left)]
    gone = [day for day in full if leaves(day, left)]
    meant = still_meant(text, subject, every)
    if not (left or moves_one(text, subject)):
        return hours_beside(text, meant) or timed_weekdays(text, sent) or every
    near = [day for day in dates_in(text, sent, with_near=True) if not leaves(day, left)]
    new = still_meant(text, subject, new_days(text, near, left))
    if new:
        meant = [day for day in meant if agrees(day, new)]
    gone += [day for day in every if day not in meant]
    old = old_time(left, gone, known)
    near = [beside_old(text, day, sent, old) for day in near]
    new = [beside_old(text, day, sent, old) for day in new]
    meant = hours_beside(text, meant)
    if new and not any(day.at for day in meant):
        hour = next((day.at for day in new if day.at), None)
        meant = [day._replace(at=hour) for day in meant] or hours_beside(text, new)
    meant = meant or still_meant(text, subject, [day for day in near if day.at])
    stays = same_time(text, old)
    return [day if day.at else day._replace(at=stays) for day in meant]


def agrees(day: NamedDay, others: list[NamedDay]) -> bool:
    """Whether a day with its date is on the weekday of one of the others."""
    return any(day.on.weekday() == other.on.weekday() for other in others)


def timed_weekdays(text: str, sent: date) -> list[NamedDay]:
    """Friday at 10."""
    return [day for day in dates_in(text, sent, with_near=True) if day.at is not None]


def hours_beside(own: str, days: list[NamedDay]) -> list[NamedDay]:
    """With the hour that stands in a line of its own, where it is one day and has none."""
    if not any(day.at for day in days) and len({day.on for day in days}) == 1:
        for line in TIME_LINE.finditer(own):
            for match in CLOCK.finditer(line[0]):
                at = clock_of(match)
                if at is not None:
                    return [days[0]._replace(at=at, hour_ends=line.start() + match.end())]
    return days


def from_calendar(calendar: str) -> tuple[Slot, str] | None:
    """The first event of a calendar part, and its place or link."""
    import icalendar  # loaded when a mail brings one

    try:
        parsed = icalendar.Calendar.from_ical(calendar[:200_000])
        event = next(iter(parsed.walk("VEVENT")), None)
        begins = event.decoded("DTSTART") if event is not None else None
    except Exception:  # what is no calendar fails in many ways
        return None
    if event is None or not isinstance(begins, date):
        return None
    place = clean_line(str(event.get("LOCATION", "")))[:500]
    link = place_in(f"{place}\n{event.get('URL', '')}\n{event.get('DESCRIPTION', '')}"[:LONGEST])
    place = link if link.startswith("https:") and not place.startswith("https:") else place or link
    if not isinstance(begins, datetime):
        return Slot(begins), place
    named = str(getattr(event["DTSTART"], "params", {}).get("TZID", ""))
    return slot_of(begins, _length(event, begins), named), place


def slot_of(begins: datetime, minutes: int | None, named: str = "") -> Slot:
    """On the clock of its own zone, which it names; a floating one is on the person's."""
    known = [each for each in meanings(named, "") if each.minutes is None] if named else []
    if known or begins.tzinfo is None:
        return Slot(begins.date(), begins.time(), known[0].home if known else named, minutes)
    moment = begins.astimezone(UTC)
    return Slot(moment.date(), moment.time(), "UTC", minutes)


def _length(event: object, begins: datetime) -> int | None:
    try:
        ends = event.decoded("DTEND")  # type: ignore[attr-defined]
        minutes = int((ends - begins).total_seconds() // 60)
    except Exception:  # no end, or one of another kind
        return None
    return minutes if 5 <= minutes <= 12 * 60 else None


__all__ = ["Invitation", "Slot", "read_invitation"]
