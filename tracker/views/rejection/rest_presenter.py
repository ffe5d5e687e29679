"""A rest as it reads: until when, and whether time alone ends it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tracker.loop.next_step import Facts, rests_until
from tracker.loop.rest import for_good
from tracker.values.days import day_of
from tracker.values.formatting import in_sentence, moment


def rest_end_words(rest: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Until tomorrow 09:00; where only the person ends it: until you take it up."""
    if for_good(rest):
        return "until you take it up"
    return f"until {in_sentence(moment(rest, zone, day_of(now, zone)))}"


def resting_words(facts: Facts, now: datetime, zone: ZoneInfo) -> str:
    """The same for a card that rests now; nothing where it does not."""
    rest = rests_until(facts, zone)
    return rest_end_words(rest, now, zone) if rest is not None and now < rest else ""
