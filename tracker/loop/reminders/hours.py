"""When a reminder may come: for each kind once a day, by the person's clock.

A time that the spring leaves out is the one an hour later; of one that comes twice in autumn it is
the first. What falls into quiet hours waits until they end.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from enum import StrEnum
from typing import NamedTuple

from tracker.values.days import day_of, days_after, start_of

DAY = timedelta(days=1)
BELIEVED = timedelta(days=8)
"""What lies further ahead was written by a clock that was wrong."""


class Kind(StrEnum):
    """What a reminder is."""

    DIGEST = "digest"
    INTERVIEW = "interview"
    FOLLOW_UP = "follow_up"


@dataclass(frozen=True)
class Wishes:
    """What somebody wants to be reminded of, and when."""

    since: datetime
    """Nothing that was to come before is made up for: it was not on yet."""
    digest: bool = True
    digest_at: time = time(8)
    interviews: bool = True
    interviews_at: time = time(19)
    follow_ups: bool = True
    quiet_from: time = time(21)
    quiet_to: time = time(8)
    paused_until: datetime | None = None
    named: bool = False
    """Whether companies may be named, where others may see it."""


class Slot(NamedTuple):
    """One reminder of a kind: the day that it is about."""

    kind: Kind
    day: date
    moment: datetime
    """From when it is due."""


def moment_of(day: date, at: time, zone: tzinfo) -> datetime:
    """When a clock in that zone shows this time on that day."""
    return datetime.combine(day, at.replace(tzinfo=None), zone).astimezone(UTC)


def is_paused(wishes: Wishes, now: datetime) -> bool:
    """Whether nothing is wanted for now."""
    until = wishes.paused_until
    return until is not None and now < until < now + BELIEVED


def pause_for_a_week(now: datetime, zone: tzinfo) -> datetime:
    """Up to the beginning of this day of next week."""
    return start_of(days_after(day_of(now, zone), 7), zone)


def is_quiet(wishes: Wishes, now: datetime, zone: tzinfo) -> bool:
    """Whether the clock stands within the quiet hours, which may go over midnight."""
    return _quiet_until(wishes, now, zone) > now


def is_within(hour: time, begin: time, end: time) -> bool:
    """Whether an hour lies between two others, which may go over midnight."""
    return begin <= hour < end if begin <= end else hour >= begin or hour < end


def free_from(wishes: Wishes, now: datetime, zone: tzinfo) -> datetime:
    """When something may come again: now, or when the pause and the quiet hours have ended."""
    at = wishes.paused_until if is_paused(wishes, now) else now
    return _quiet_until(wishes, at or now, zone)


def due_slots(wishes: Wishes, now: datetime, zone: tzinfo) -> list[Slot]:
    """What is due by now and still worth saying; an interview's comes first."""
    if free_from(wishes, now, zone) > now:
        return []
    since = wishes.since if wishes.since < now + BELIEVED else now - BELIEVED
    return [
        each
        for each in _slots(wishes, now, zone)
        if since < _quiet_until(wishes, each.moment, zone) <= now
    ]


def next_look(wishes: Wishes, now: datetime, zone: tzinfo) -> datetime:
    """When something may be due again."""
    free = free_from(wishes, now, zone)
    if free > now:
        return free
    hours = wishes.digest_at, wishes.interviews_at, wishes.quiet_to
    return min(each for hour in hours for each in _times(now, hour, zone) if each > now)


def _slots(wishes: Wishes, now: datetime, zone: tzinfo) -> Iterator[Slot]:
    today = day_of(now, zone)
    morning = _morning(wishes, today, zone)
    comes = morning and _quiet_until(wishes, morning, zone)
    for day in (today, days_after(today, 1)):
        eve = Slot(Kind.INTERVIEW, day, moment_of(days_after(day, -1), wishes.interviews_at, zone))
        told_by_digest = day == today and wishes.digest and comes and now >= comes
        if wishes.interviews and not told_by_digest:
            yield eve
    if morning and (wishes.digest or wishes.follow_ups):
        yield Slot(Kind.DIGEST if wishes.digest else Kind.FOLLOW_UP, today, morning)


def _morning(wishes: Wishes, day: date, zone: tzinfo) -> datetime | None:
    """The hour of the digest that comes on this day: the day's own, or the last one's, where quiet
    hours have held that over midnight."""
    for hour in (moment_of(days_after(day, days), wishes.digest_at, zone) for days in (-1, 0)):
        if day_of(_quiet_until(wishes, hour, zone), zone) == day:
            return hour
    return None


def _quiet_until(wishes: Wishes, at: datetime, zone: tzinfo) -> datetime:
    """When the quiet hours around a moment end; the moment itself where it lies in none.

    They go from moment to moment: an hour that comes twice is not quiet once more.
    """
    begin, end, today = wishes.quiet_from, wishes.quiet_to, day_of(at, zone)
    for days in (-1, 0, 1):
        first = days_after(today, days)
        last = first if begin <= end else days_after(first, 1)
        if moment_of(first, begin, zone) <= at < moment_of(last, end, zone):
            at = moment_of(last, end, zone)
    return at


def _times(now: datetime, at: time, zone: tzinfo) -> list[datetime]:
    today = day_of(now, zone)
    return [moment_of(days_after(today, days), at, zone) for days in (0, 1, 2)]
