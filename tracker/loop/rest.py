"""When to look at a no again: the moments a person is offered, all on their own clock."""

from datetime import UTC, date, datetime, time, tzinfo
from typing import NamedTuple

from tracker.values.days import day_of, days_after
from tracker.values.formatting import full_day

EVENING = time(19)
LAST_CALL = time(18)
"""From here on, tonight is too near to rest until."""
MONDAY = 0
LONGEST = 365  # days
FOR_GOOD = datetime(2999, 12, 31, tzinfo=UTC)
"""A rest that only the person ends: the imported past."""

KINDS = {
    "tomorrow": "Tomorrow morning",
    "tonight": "Tonight",
    "monday": "Monday morning",
    "day": "A day I pick",
}


class Rest(NamedTuple):
    """A moment to look again."""

    kind: str
    label: str
    until: datetime


def for_good(until: datetime | None) -> bool:
    """Whether time alone never ends this rest."""
    return until is not None and until.year >= FOR_GOOD.year


def imported_rest(said: bool) -> datetime | None:
    """How long a no of a sheet rests: silence is nothing to rest from."""
    return FOR_GOOD if said else None


def morning(day: date, zone: tzinfo, hour: int) -> datetime:
    """The person's own hour of that day."""
    return datetime.combine(day, time(hour), zone).astimezone(UTC)


def day_rest_end(taken_on: date, now: datetime, zone: tzinfo, hour: int) -> datetime | None:
    """When a day that was to hold nothing more ends: the morning after; None once that has come."""
    end = morning(days_after(taken_on, 1), zone, hour)
    return end if now < end else None


def rest_options(now: datetime, zone: tzinfo, hour: int) -> list[Rest]:
    """What to choose from now, the usual one first; tonight and Monday only where they differ."""
    today = day_of(now, zone)
    tomorrow = days_after(today, 1)
    found = [Rest("tomorrow", KINDS["tomorrow"], morning(tomorrow, zone, hour))]
    if now.astimezone(zone).time() < LAST_CALL:
        tonight = datetime.combine(today, EVENING, zone).astimezone(UTC)
        found.append(Rest("tonight", KINDS["tonight"], tonight))
    if tomorrow.weekday() != MONDAY:
        monday = days_after(today, 7 - today.weekday())
        label = f"{KINDS['monday']}, {full_day(monday)[4:-5]}"
        found.append(Rest("monday", label, morning(monday, zone, hour)))
    return found


def rest_end(
    kind: str, day: date | None, now: datetime, zone: tzinfo, hour: int
) -> datetime | None:
    """The moment that was chosen; None for a day that can't be rested until.

    A choice that has gone by since it was offered means the next one that has not.
    """
    today = day_of(now, zone)
    if kind == "day":
        fits = day is not None and today < day <= days_after(today, LONGEST)
        return morning(day, zone, hour) if day is not None and fits else None
    choices = {rest.kind: rest.until for rest in rest_options(now, zone, hour)}
    return choices.get(kind, choices["tomorrow"])


def chosen_kind(rests_until: datetime | None, now: datetime, zone: tzinfo, hour: int) -> str:
    """Which of the choices stands: tomorrow where nothing rests yet."""
    if rests_until is None or rests_until <= now or for_good(rests_until):
        return "tomorrow"
    kinds = {rest.until: rest.kind for rest in rest_options(now, zone, hour)}
    return kinds.get(rests_until, "day")
