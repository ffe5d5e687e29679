"""A day and a time on clocks that skip an hour in spring and tell one twice in autumn."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from tracker.web.fields.moment import moment_data, moments

SYDNEY = ZoneInfo("Australia/Sydney")
BACK, FORWARD = date(2026, 4, 5), date(2026, 10, 4)


def test_most_times_are_one_moment() -> None:
    assert moments(date(2026, 3, 2), time(9), SYDNEY) == [datetime(2026, 3, 1, 22, tzinfo=UTC)]


def test_an_hour_that_is_skipped_is_no_moment() -> None:
    assert moments(FORWARD, time(2, 30), SYDNEY) == []
    assert len(moments(FORWARD, time(3), SYDNEY)) == 1


def test_an_hour_that_is_told_twice_is_two_moments_in_order() -> None:
    assert moments(BACK, time(2, 30), SYDNEY) == [
        datetime(2026, 4, 4, 15, 30, tzinfo=UTC),
        datetime(2026, 4, 4, 16, 30, tzinfo=UTC),
    ]


@pytest.mark.parametrize("which", [0, 1])
def test_each_of_the_two_is_told_again_as_itself(which: int) -> None:
    moment = moments(BACK, time(2, 30), SYDNEY)[which]

    said = moment_data(moment, SYDNEY)

    assert (said["day"], said["clock"]) == (BACK, time(2, 30))
    assert said["which"] == ("first", "second")[which]
