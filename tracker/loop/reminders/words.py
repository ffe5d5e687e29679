"""What a reminder says: short, kind, and without a company's name unless that is wanted.

Each thing is said once. What was said and is not done stands on Today, and is not said again.
"""

from collections.abc import Callable, Collection, Sequence
from datetime import date, datetime, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.loop.reminders.hours import Kind, Slot, Wishes
from tracker.loop.reminders.things import About, Thing
from tracker.values.days import day_of, days_after, start_of
from tracker.values.formatting import clock, day, in_sentence, shortened

FRESH = 7
"""Days after which what became due is not said any more."""
MOST, LONGEST = 3, 60
"""Things that are told one by one, and letters of a name."""
NUMBERS = ("No", "One", "Two", "Three", "Four", "Five")
TODAY = "/today"
WISH = "All that you wrote down for it is in Onward. All the best."
WRITTEN_TO = (About.NUDGE, About.FOLLOW_UP)
"""What goes to other people, and waits for a day on which they work."""
HOLDS = (About.INTERVIEW, About.OFFER_BY)
"""What is told on a day that rests, too: it would hurt to miss it."""


class Message(NamedTuple):
    """What is said."""

    title: str
    body: str
    keys: tuple[str, ...]
    expires: datetime
    """From when on it means nothing any more."""
    path: str = TODAY
    """The page that it opens."""


class Recipient(NamedTuple):
    """Whom it is told to, and when."""

    wishes: Wishes
    now: datetime
    zone: ZoneInfo
    works: Callable[[date], bool]
    """Whether a day is one on which people work there."""
    rests_until: datetime | None = None
    """When a day ends that was to hold nothing more, after a no."""

    @property
    def today(self) -> date:
        """On their calendar."""
        return day_of(self.now, self.zone)

    def is_past(self, thing: Thing) -> bool:
        """Whether its hour has come."""
        return thing.at is not None and thing.at <= self.now


def compose(
    slot: Slot, things: Sequence[Thing], said: Collection[str], reader: Recipient, named: bool
) -> Message | None:
    """What to say for a slot, if there is anything that was not said before."""
    fresh = [each for each in things if each.key not in said and not reader.is_past(each)]
    if slot.kind is Kind.INTERVIEW:
        found = [each for each in fresh if _is_of_eve(each, slot)]
        return _eve(found, slot.day, reader, named) if found else None
    alone = slot.kind is Kind.FOLLOW_UP
    found = [
        each
        for each in fresh
        if (each.about is About.FOLLOW_UP or not alone) and _is_of_day(each, slot.day, reader)
    ]
    if not found:
        return None
    beside = [] if alone else [each for each in things if _is_beside(each, found, slot, reader)]
    return _day([*beside, *found], slot.day, reader, named)


def _is_of_eve(thing: Thing, slot: Slot) -> bool:
    """An interview of that day that was known by the evening: a later one was only just written
    down, and the digest tells of it.
    """
    known = thing.known_at is None or thing.known_at <= slot.moment
    return thing.about is About.INTERVIEW and thing.day == slot.day and known


def _is_of_day(thing: Thing, today: date, reader: Recipient) -> bool:
    """Whether a day's digest tells of it."""
    wishes, tomorrow = reader.wishes, days_after(today, 1)
    if reader.rests_until is not None and thing.about not in HOLDS:
        return False
    if thing.about is About.INTERVIEW:
        return thing.day == today or (thing.day == tomorrow and not wishes.interviews)
    if thing.about is About.FOLLOW_UP and not wishes.follow_ups:
        return False
    if thing.about is About.OFFER_BY:
        return today <= thing.day <= tomorrow
    if thing.about in WRITTEN_TO and not reader.works(today):
        return False
    return days_after(today, -FRESH) <= thing.day <= today


def _is_beside(thing: Thing, found: Sequence[Thing], slot: Slot, reader: Recipient) -> bool:
    """A day's interview stands in its digest, also where the evening before told of it."""
    of_day = thing.about is About.INTERVIEW and thing.day == slot.day
    return of_day and thing not in found and not reader.is_past(thing)


def _eve(found: Sequence[Thing], on: date, reader: Recipient, named: bool) -> Message:
    zone = reader.zone
    found = sorted(found, key=lambda each: (each.at is None, each.at or start_of(on, zone)))
    when = "today" if on == reader.today else "tomorrow"
    last = max((each.at for each in found if each.at), default=None)
    end, keys = last or start_of(days_after(on, 1), zone), tuple(each.key for each in found)
    if len(found) > 1:
        told = [_words(each, on, zone, named) for each in found]
        body = _body(told, named)
        return Message(f"{_number(len(found))} {_kinds(found)} {when}", body, keys, end)
    at = f" at {clock(found[0].at, zone)}" if found[0].at else ""
    title = f"{when.capitalize()}{at}: {_interview(found[0], named)}"
    return Message(title, WISH, keys, end, found[0].place or TODAY)


def _day(found: Sequence[Thing], on: date, reader: Recipient, named: bool) -> Message:
    order = list(About)
    found = sorted(found, key=lambda each: (order.index(each.about), each.day, each.id))
    told = [_words(each, on, reader.zone, named) for each in found]
    return Message(
        f"{_number(len(found))} thing{'s' if len(found) != 1 else ''} for today",
        _body(told if named else _counted(found, told), named),
        tuple(each.key for each in found),
        start_of(days_after(on, 1), reader.zone),
        (len(found) == 1 and found[0].place) or TODAY,
    )


def _counted(found: Sequence[Thing], told: Sequence[str]) -> list[str]:
    """Without names, several that would read alike are told as one."""
    several = {
        About.ACTION: "{n} things you planned",
        About.NUDGE: "{n} short reminders to people you asked",
        About.FOLLOW_UP: "{n} applications to follow up on",
    }
    said: list[str] = []
    for about in dict.fromkeys(each.about for each in found):
        mine = [words for each, words in zip(found, told, strict=True) if each.about == about]
        if about in several and len(mine) > 1:
            mine = [several[about].format(n=_number(len(mine)).lower())]
        said += mine
    return said


def _words(thing: Thing, today: date, zone: tzinfo, named: bool) -> str:
    """One thing: within a sentence where nothing is named, else in a line of its own."""
    name = shortened(thing.name, LONGEST) if named else ""
    match thing.about:
        case About.INTERVIEW:
            later = "" if thing.day == today else " tomorrow"
            at = f" at {clock(thing.at, zone)}" if thing.at else ""
            return f"{_interview(thing, named)}{later}{at}"
        case About.OFFER_BY:
            by = in_sentence(day(thing.day, today))
            return (
                f"the offer from {name}: answer by {by}" if name else f"an offer to answer by {by}"
            )
        case About.OFFER:
            return f"the offer from {name}" if name else "an offer to think about"
        case About.ACTION:
            return name or "something you planned"
        case About.NUDGE:
            return f"one reminder to {name}" if name else "a short reminder to somebody you asked"
        case About.FOLLOW_UP:
            return f"follow up with {name}" if name else "an application to follow up on"


def _interview(thing: Thing, named: bool) -> str:
    name = shortened(thing.name, LONGEST) if named else ""
    what, of = ("test", "for") if thing.is_test else ("interview", "with")
    return f"your {what} {of} {name}" if name else f"your {what}"


def _kinds(found: Sequence[Thing]) -> str:
    """Two interviews; a test that is done alone is none."""
    if all(each.is_test for each in found):
        return "tests"
    return "things" if any(each.is_test for each in found) else "interviews"


def _body(told: Sequence[str], named: bool) -> str:
    """Three at most, and where there are more, that there are."""
    shown = list(told[:MOST])
    if len(told) > MOST:
        shown[MOST - 1 :] = ["more on Today"]
    if named:
        return "\n".join(f"{each[:1].upper()}{each[1:]}" for each in shown)
    words = shown[0] if len(shown) == 1 else f"{', '.join(shown[:-1])} and {shown[-1]}"
    return f"{words[0].upper()}{words[1:]}."


def _number(count: int) -> str:
    return NUMBERS[count] if count < len(NUMBERS) else "A few"
