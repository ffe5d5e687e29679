"""A rest as it reads: until when, and whether time alone ends it."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tracker.loop.next_step import Facts, rests_until
from tracker.loop.rest import for_good
from tracker.values.days import day_of
from tracker.values.formatting import inside, moment


def until(rest: datetime, now: datetime, zone: ZoneInfo) -> str:
    """Until tomorrow 09:00; where only the person ends it: until you take it up."""
    if for_good(rest):
        return "until you take it up"
    return f"until {inside(moment(rest, zone, day_of(now, zone)))}"


def resting_until(facts: Facts, now: datetime, zone: ZoneInfo) -> str:
    """The same for a card that rests now; nothing where it does not."""
    rest = rests_until(facts, zone)
    return until(rest, now, zone) if rest is not None and now < rest else ""
