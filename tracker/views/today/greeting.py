"""The greeting: by the person's own clock, and by name where there is one."""

from datetime import UTC, datetime, time, tzinfo

from tracker.loop.ask.address import in_greeting
from tracker.values.days import LAST_MOMENT, day_of, days_after
from tracker.values.formatting import clock

HOURS = ((0, "Hello"), (5, "Good morning"), (12, "Good afternoon"), (18, "Good evening"))
"""From which hour on; below the new day’s date, the small hours are no evening."""


def greeting(name: str, now: datetime, zone: tzinfo) -> str:
    """Good morning, Robin: by the name that is said among colleagues."""
    hour = int(clock(now, zone)[:2])
    words = next(words for first, words in reversed(HOURS) if hour >= first)
    said = in_greeting(name) or name
    return f"{words}, {said}." if said else f"{words}."


def greets_until(now: datetime, zone: tzinfo) -> datetime:
    """When it greets otherwise."""
    today = day_of(now, zone)
    days = (today, days_after(today, 1))
    turns = [_at(datetime.combine(day, time(hour), zone)) for day in days for hour, _ in HOURS]
    return min((turn for turn in turns if turn > now), default=LAST_MOMENT)


def _at(local: datetime) -> datetime:
    try:
        return local.astimezone(UTC)
    except OverflowError:
        return LAST_MOMENT
