"""A rest as it reads: until when, and whether time alone ends it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tracker.loop.facts import Facts
from tracker.loop.next_step import rests_until
from tracker.loop.rest import for_good
from tracker.values.days import day_of
from tracker.values.formatting import clock, day, in_sentence


def rest_end_words(rest: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Until tomorrow, 9:00; where only the person ends it: until you open it again."""
    if for_good(rest):
        return "until you open it again"
    until = in_sentence(day(day_of(rest, zone), day_of(now, zone)))
    return f"until {until}, {clock(rest, zone).removeprefix('0')}"


def resting_words(facts: Facts, now: datetime, zone: ZoneInfo) -> str:
    """The same for a card that rests now; nothing where it does not."""
    rest = rests_until(facts, zone)
    return rest_end_words(rest, now, zone) if rest is not None and now < rest else ""
