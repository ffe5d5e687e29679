"""Moments on working days, as employers keep them."""

from datetime import UTC, date, datetime, time, timedelta
from random import Random
from zoneinfo import ZoneInfo

MORNING = time(9)


def workday_before(day: date) -> date:
    """The day itself, or the Friday before it."""
    return day - timedelta(days=max(0, day.weekday() - 4))


def workdays_after(day: date, count: int) -> date:
    """So many working days later, Saturdays and Sundays left out."""
    day = workday_before(day)
    weeks, rest = divmod(day.weekday() + count, 5)
    return day + timedelta(days=weeks * 7 + rest - day.weekday())


def workdays_before(day: date, count: int) -> date:
    """So many working days earlier, Saturdays and Sundays left out."""
    day = workday_before(day)
    weeks, rest = divmod(count, 5)
    weekend = 2 if rest > day.weekday() else 0
    return day - timedelta(days=weeks * 7 + rest + weekend)


def at(day: date, zone: ZoneInfo, hour: int, minute: int = 0) -> datetime:
    """That time on that day in the person's zone, in UTC."""
    return datetime.combine(day, time(hour, minute), zone).astimezone(UTC)


def in_office_hours(random: Random, day: date, zone: ZoneInfo) -> datetime:
    """Some time between nine and five."""
    return at(day, zone, random.randrange(9, 17), random.randrange(60))


def morning_after(moment: datetime, zone: ZoneInfo) -> datetime:
    """Nine o'clock on the next day."""
    day = moment.astimezone(zone).date() + timedelta(days=1)
    return datetime.combine(day, MORNING, zone).astimezone(UTC)
