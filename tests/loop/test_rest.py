"""When to look again, on the person's own clock."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from tracker.loop.rest import chosen_kind, rest_end, rest_options

SYDNEY = ZoneInfo("Australia/Sydney")
MONDAY_NOON = datetime(2026, 3, 2, 1, tzinfo=UTC)
"""Noon in Sydney."""


def told(moment: datetime | None) -> str:
    assert moment is not None
    return f"{moment.astimezone(SYDNEY):%a %d %H:%M}"


def test_at_noon_tomorrow_tonight_and_monday_are_offered_in_this_order() -> None:
    rests = rest_options(MONDAY_NOON, SYDNEY, 9)

    assert [(rest.kind, told(rest.until)) for rest in rests] == [
        ("tomorrow", "Tue 03 09:00"),
        ("tonight", "Mon 02 19:00"),
        ("monday", "Mon 09 09:00"),
    ]
    assert rests[2].label == "Monday morning, 9 Mar"


def test_in_the_evening_tonight_is_no_choice() -> None:
    evening = datetime(2026, 3, 2, 7, tzinfo=UTC)  # 18:00

    assert "tonight" not in {rest.kind for rest in rest_options(evening, SYDNEY, 9)}


def test_on_a_sunday_monday_is_tomorrow_already() -> None:
    sunday = datetime(2026, 3, 8, 1, tzinfo=UTC)

    assert [rest.kind for rest in rest_options(sunday, SYDNEY, 7)] == ["tomorrow", "tonight"]


@pytest.mark.parametrize(
    "day", [None, date(2026, 3, 1), date(2026, 3, 2), date(2028, 3, 3), date(1, 1, 1), date.max]
)
def test_a_day_that_is_past_today_or_far_off_is_no_rest(day: date | None) -> None:
    assert rest_end("day", day, MONDAY_NOON, SYDNEY, 9) is None


def test_a_day_begins_at_the_persons_own_hour() -> None:
    assert told(rest_end("day", date(2026, 3, 5), MONDAY_NOON, SYDNEY, 6)) == "Thu 05 06:00"


def test_tonight_that_has_gone_by_since_means_tomorrow_morning() -> None:
    late = datetime(2026, 3, 2, 9, tzinfo=UTC)

    assert told(rest_end("tonight", None, late, SYDNEY, 9)) == "Tue 03 09:00"


@pytest.mark.parametrize("zone", ["America/New_York", "Europe/Berlin", "Pacific/Chatham"])
def test_the_hour_stays_the_same_across_a_change_of_clocks(zone: str) -> None:
    for month in (3, 4, 9, 10, 11):
        for day in range(1, 29):
            at = datetime(2026, month, day, 12, tzinfo=UTC)
            rests = rest_options(at, ZoneInfo(zone), 9)
            assert rests[0].until.astimezone(ZoneInfo(zone)).hour == 9


def test_what_stands_is_what_is_chosen_at_first() -> None:
    for rest in rest_options(MONDAY_NOON, SYDNEY, 9):
        assert chosen_kind(rest.until, MONDAY_NOON, SYDNEY, 9) == rest.kind
    assert chosen_kind(None, MONDAY_NOON, SYDNEY, 9) == "tomorrow"
    assert chosen_kind(datetime(2026, 2, 1, tzinfo=UTC), MONDAY_NOON, SYDNEY, 9) == "tomorrow"
    assert chosen_kind(datetime(2026, 3, 20, tzinfo=UTC), MONDAY_NOON, SYDNEY, 9) == "day"
