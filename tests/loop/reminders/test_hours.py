"""Each reminder once on its day, whatever the clock does, and none while it is quiet."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import product
from zoneinfo import ZoneInfo

import pytest

from tracker.loop.reminders.hours import (
    Kind,
    Wishes,
    due_slots,
    free_from,
    is_quiet,
    is_within,
    next_look,
    pause_for_a_week,
)

BERLIN = ZoneInfo("Europe/Berlin")
LONG_AGO = datetime(2026, 1, 1, tzinfo=UTC)
USUAL = Wishes(since=LONG_AGO)
MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def at(day: date, hour: int, minute: int = 0) -> datetime:
    return datetime.combine(day, time(hour, minute), BERLIN).astimezone(UTC)


def found(wishes: Wishes, now: datetime) -> set[tuple[str, date]]:
    return {(each.kind.value, each.day) for each in due_slots(wishes, now, BERLIN)}


@pytest.mark.parametrize("hour", [time(8), time(2, 30), time(3, 0), time(0, 0), time(23, 55)])
@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_over_both_clock_changes_a_digest_is_due_once_a_day_from_its_hour_on(
    hour: time, change: date
) -> None:
    wishes = replace(USUAL, digest_at=hour, quiet_from=time(12), quiet_to=time(12))
    now, end = (at(change + timedelta(days=days), 0) for days in (-1, 2))
    first: dict[date, datetime] = {}
    while now < end:
        for kind, day in found(wishes, now):
            if kind == "digest":
                first.setdefault(day, now)
        now += 5 * MINUTE

    assert len(first) == 3
    for day, now in first.items():
        clock = now.astimezone(BERLIN)
        assert clock.date() == day
        skipped = day == date(2026, 3, 29) and clock.hour == 3 and hour.hour == 2
        assert skipped or timedelta() <= now - at(day, hour.hour, hour.minute) < 5 * MINUTE
        assert clock.fold == 0


@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_looks_come_at_each_hour_and_never_stand_still_over_a_clock_change(change: date) -> None:
    now, looks = at(change - timedelta(days=1), 0), 0
    while now < at(change + timedelta(days=2), 0):
        following = next_look(USUAL, now, BERLIN)
        assert now < following <= now + 25 * HOUR
        now, looks = following, looks + 1

    assert looks == 7  # the end of the quiet hours and the evening, and the first of a fourth day


def test_what_falls_into_quiet_hours_waits_until_they_end() -> None:
    wishes = replace(USUAL, digest_at=time(6), interviews_at=time(22))
    day = date(2026, 11, 24)

    assert found(wishes, at(day, 6, 30)) == set()
    assert next_look(wishes, at(day, 6, 30), BERLIN) == at(day, 8)
    assert ("digest", day) in found(wishes, at(day, 8))
    assert found(wishes, at(day, 22, 30)) == set()


def test_quiet_hours_go_over_midnight_or_not_or_are_none() -> None:
    day = date(2026, 11, 24)
    within = [hour for hour in range(24) if is_quiet(USUAL, at(day, hour), BERLIN)]
    siesta = replace(USUAL, quiet_from=time(12), quiet_to=time(15))
    none = replace(USUAL, quiet_from=time(9), quiet_to=time(9))

    assert within == [*range(8), 21, 22, 23]
    assert [hour for hour in range(24) if is_quiet(siesta, at(day, hour), BERLIN)] == [12, 13, 14]
    assert not any(is_quiet(none, at(day, hour), BERLIN) for hour in range(24))


def test_a_pause_lasts_a_week_and_ends_in_the_quiet_of_a_morning() -> None:
    day = date(2026, 11, 24)
    paused = replace(USUAL, paused_until=pause_for_a_week(at(day, 14), BERLIN))

    assert paused.paused_until == at(date(2026, 12, 1), 0)
    assert found(paused, at(day, 19)) == set()
    assert free_from(paused, at(day, 14), BERLIN) == at(date(2026, 12, 1), 8)
    assert found(paused, at(date(2026, 12, 1), 8))
    years_ahead = replace(USUAL, paused_until=at(date(2031, 1, 1), 0))
    assert found(years_ahead, at(day, 9))


def test_after_two_days_of_sleep_only_the_days_own_are_due() -> None:
    day = date(2026, 11, 24)

    assert found(USUAL, at(day, 13)) == {("digest", day)}
    assert found(USUAL, at(day, 20)) == {("digest", day), ("interview", day + timedelta(days=1))}


HOURS = [time(0), time(0, 1), time(6), time(8), time(21), time(22), time(23, 59)]


@pytest.mark.parametrize("kind", ["digest", "follow_up"])
@pytest.mark.parametrize("change", [date(2026, 3, 29), date(2026, 10, 25)])
def test_whatever_the_hour_and_the_quiet_hours_each_day_has_one_and_none_is_quiet(
    kind: str, change: date
) -> None:
    begin, end = (at(change + timedelta(days=days), 0) for days in (-1, 2))
    for hour, quiet_from, quiet_to in product(HOURS, repeat=3):
        wishes = replace(
            USUAL, digest=kind == "digest", digest_at=hour, quiet_from=quiet_from, quiet_to=quiet_to
        )
        now, first = begin - 2 * HOUR, dict[date, datetime]()
        while now < end:
            for day in (day for each, day in found(wishes, now) if each == kind):
                first.setdefault(day, now)
            now = next_look(wishes, now, BERLIN)

        told = [day for day in sorted(first) if day >= change - timedelta(days=1)]
        assert told == [change + timedelta(days=days) for days in (-1, 0, 1)], wishes
        late = is_within(hour, quiet_from, quiet_to)
        for day in told:
            clock = first[day].astimezone(BERLIN)
            assert (clock.date(), clock.time()) == (day, quiet_to if late else hour), wishes


def test_a_digest_that_the_night_has_held_tells_of_the_morning_that_it_comes_on() -> None:
    day = date(2026, 11, 24)
    late = replace(USUAL, digest_at=time(22))
    (slot,) = due_slots(late, at(day, 8), BERLIN)

    assert (slot.kind, slot.day, slot.moment) == (Kind.DIGEST, day, at(day - DAY, 22))
    assert found(late, at(day, 22, 30)) == set()
    midnight = replace(late, quiet_to=time(0))
    assert ("digest", day) in found(midnight, at(day, 0))
    assert ("digest", day) in found(replace(late, since=at(day - DAY, 23)), at(day, 8))


def test_an_hour_that_comes_twice_is_quiet_once() -> None:
    zone = ZoneInfo("America/New_York")
    wishes = replace(USUAL, quiet_to=time(1, 30))
    again = datetime(2026, 11, 1, 6, 15, tzinfo=UTC)

    assert is_quiet(wishes, again - HOUR, zone)
    assert free_from(wishes, again - HOUR, zone) == again - 45 * MINUTE
    assert not is_quiet(wishes, again, zone)
    assert free_from(wishes, again, zone) == again


def test_nothing_of_before_it_was_turned_on_is_made_up_for() -> None:
    day = date(2026, 11, 24)

    assert found(replace(USUAL, since=at(day, 9)), at(day, 13)) == set()


def test_an_eves_reminder_held_by_the_night_is_left_to_the_digest_where_there_is_one() -> None:
    day = date(2026, 11, 24)
    late = replace(USUAL, interviews_at=time(22))

    assert ("interview", day) not in found(late, at(day, 8))
    assert ("interview", day) in found(replace(late, digest=False), at(day, 8))
    assert ("interview", day) in found(replace(late, digest_at=time(10)), at(day, 8))


def test_follow_ups_have_a_message_of_their_own_only_without_a_digest() -> None:
    day = date(2026, 11, 24)

    assert {kind for kind, _ in found(USUAL, at(day, 9))} == {Kind.DIGEST.value}
    alone = replace(USUAL, digest=False)
    assert {kind for kind, _ in found(alone, at(day, 9))} >= {Kind.FOLLOW_UP.value}
    assert Kind.FOLLOW_UP.value not in {
        kind for kind, _ in found(replace(alone, follow_ups=False), at(day, 9))
    }
