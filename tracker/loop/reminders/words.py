"""What a reminder says: short, kind, and without a company's name unless that is wanted.

Each thing is said once. What was said and is not done stands on Today, and is not said again.
"""

from collections.abc import Collection, Sequence
from datetime import date, datetime, tzinfo
from enum import StrEnum
from typing import NamedTuple

from tracker.loop.reminders.hours import Kind, Slot, Wishes
from tracker.values.days import day_of, days_after, start_of
from tracker.values.formatting import clock, day, in_sentence, shortened

FRESH = 7
"""Days after which what became due is not said any more."""
NAMED, LONGEST = 3, 60
"""Things that are told one by one, and letters of a name."""
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five")


class About(StrEnum):
    """What something is that a reminder may tell of."""

    INTERVIEW = "interview"
    OFFER_BY = "offer_by"
    """An offer on the day before it is to be answered, or on that day."""
    OFFER = "offer"
    ACTION = "action"
    NUDGE = "nudge"
    FOLLOW_UP = "follow_up"


class Thing(NamedTuple):
    """One thing, and the day on which it is due."""

    about: About
    id: int
    day: date
    name: str = ""
    """The company; of an action, what was planned."""
    at: datetime | None = None
    """The hour of an interview, where it is known."""
    known_at: datetime | None = None
    """Since when it stands where it stands."""

    @property
    def key(self) -> str:
        """By it we know what was said; on another day it is another thing."""
        return f"{self.about}:{self.id}:{self.day:%Y-%m-%d}"


class Message(NamedTuple):
    """What is said."""

    title: str
    body: str
    keys: tuple[str, ...]
    expires: datetime
    """From when on it means nothing any more."""


def compose(
    slot: Slot,
    things: Sequence[Thing],
    said: Collection[str],
    wishes: Wishes,
    now: datetime,
    zone: tzinfo,
    named: bool,
) -> Message | None:
    """What to say for a slot, if there is anything that was not said before."""
    today = day_of(now, zone)
    fresh = [each for each in things if each.key not in said]
    if slot.kind is Kind.INTERVIEW:
        found = [each for each in fresh if _is_of_eve(each, slot, now)]
        return _interviews(found, slot.day, today, zone, named) if found else None
    wanted = (About.FOLLOW_UP,) if slot.kind is Kind.FOLLOW_UP else tuple(About)
    found = [
        each for each in fresh if each.about in wanted and _is_of_day(each, slot.day, wishes, now)
    ]
    if not found:
        return None
    beside = [
        each
        for each in things
        if slot.kind is Kind.DIGEST
        and each.about is About.INTERVIEW
        and each.day == slot.day
        and each not in found
        and not _is_past(each, now)
    ]
    return _day([*beside, *found], slot.day, zone, named)


def _is_past(thing: Thing, now: datetime) -> bool:
    return thing.at is not None and thing.at <= now


def _is_of_eve(thing: Thing, slot: Slot, now: datetime) -> bool:
    """An interview of that day that was known by the evening: a later one was only just written
    down, and the digest tells of it.
    """
    known = thing.known_at is None or thing.known_at <= slot.moment
    return (
        thing.about is About.INTERVIEW
        and thing.day == slot.day
        and known
        and not _is_past(thing, now)
    )


def _is_of_day(thing: Thing, today: date, wishes: Wishes, now: datetime) -> bool:
    """Whether a day's digest tells of it."""
    if thing.about is About.INTERVIEW:
        tomorrow = not wishes.interviews and thing.day == days_after(today, 1)
        return (thing.day == today or tomorrow) and not _is_past(thing, now)
    if thing.about is About.FOLLOW_UP and not wishes.follow_ups:
        return False
    if thing.about is About.OFFER_BY:
        return today <= thing.day <= days_after(today, 1)
    return days_after(today, -FRESH) <= thing.day <= today


def _interviews(
    found: Sequence[Thing], on: date, today: date, zone: tzinfo, named: bool
) -> Message:
    found = sorted(found, key=lambda each: (each.at is None, each.at or start_of(on, zone)))
    when = "today" if on == today else "tomorrow"
    if len(found) == 1:
        at = f" at {clock(found[0].at, zone)}" if found[0].at else ""
        title = f"{when.capitalize()}{at}: {_interview(found[0], named)}"
        body = "All that you noted for it is in Onward."
    else:
        title = f"{_number(len(found))} interviews {when}"
        body = _sentence([_interview_at(each, zone, named) for each in found])
    last = max((each.at for each in found if each.at), default=None)
    end = last or start_of(days_after(on, 1), zone)
    return Message(title, body, tuple(each.key for each in found), end)


def _day(found: Sequence[Thing], today: date, zone: tzinfo, named: bool) -> Message:
    order = list(About)
    found = sorted(found, key=lambda each: (order.index(each.about), each.day, each.id))
    told = [_told(each, today, zone, named) for each in found]
    if not named:
        told = _counted(found, told)
    return Message(
        f"{_number(len(found))} thing{'s' if len(found) != 1 else ''} for today",
        _sentence(told),
        tuple(each.key for each in found),
        start_of(days_after(today, 1), zone),
    )


def _counted(found: Sequence[Thing], told: Sequence[str]) -> list[str]:
    """Without names, several that would read alike are told as one."""
    several = {
        About.ACTION: "{n} things you planned",
        About.NUDGE: "{n} short reminders you could send",
        About.FOLLOW_UP: "{n} applications to follow up on",
    }
    said: list[str] = []
    for about in dict.fromkeys(each.about for each in found):
        mine = [words for each, words in zip(found, told, strict=True) if each.about == about]
        if about in several and len(mine) > 1:
            mine = [several[about].format(n=_number(len(mine)).lower())]
        said += mine
    return said


def _told(thing: Thing, today: date, zone: tzinfo, named: bool) -> str:
    name = shortened(thing.name, LONGEST) if named else ""
    match thing.about:
        case About.INTERVIEW:
            later = "" if thing.day == today else " tomorrow"
            return _interview_at(thing, zone, named, later)
        case About.OFFER_BY:
            by = in_sentence(day(thing.day, today))
            return f"the offer from {name}, by {by}" if name else f"an offer to answer by {by}"
        case About.OFFER:
            return f"the offer from {name}" if name else "an offer to think about"
        case About.ACTION:
            return name or "something you planned"
        case About.NUDGE:
            return f"a short reminder to {name}" if name else "a short reminder you could send"
        case About.FOLLOW_UP:
            return f"following up with {name}" if name else "an application to follow up on"


def _interview(thing: Thing, named: bool) -> str:
    name = shortened(thing.name, LONGEST) if named else ""
    return f"your interview with {name}" if name else "your interview"


def _interview_at(thing: Thing, zone: tzinfo, named: bool, later: str = "") -> str:
    at = f" at {clock(thing.at, zone)}" if thing.at else ""
    return f"{_interview(thing, named)}{later}{at}"


def _sentence(told: Sequence[str]) -> str:
    """At most three, and where there are more, that there are."""
    shown = list(told[:NAMED])
    if len(told) > NAMED:
        shown[NAMED - 1 :] = ["more on Today"]
    words = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"{words[0].upper()}{words[1:]}."


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else "A few"
