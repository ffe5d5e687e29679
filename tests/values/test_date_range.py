"""Stretches of days to look back on."""

from datetime import date

import pytest

from tracker.values.date_range import DateRange

TODAY = date(2026, 11, 25)


@pytest.mark.parametrize(
    ("args", "first", "last"),
    [
        ({}, date(2026, 8, 28), TODAY),
        ({"span": "30"}, date(2026, 10, 27), TODAY),
        ({"span": "all"}, None, None),
        ({"span": "what"}, date(2026, 8, 28), TODAY),
        (
            {"span": "dates", "from": "2026-03-01", "to": "2026-01-01"},
            date(2026, 1, 1),
            date(2026, 3, 1),
        ),
        ({"span": "dates", "from": "2026-03-01"}, date(2026, 3, 1), None),
        ({"span": "dates", "from": "20260301", "to": "31.12.26"}, None, None),
    ],
)
def test_an_address_asks_for_a_span(args: dict[str, str], first: date, last: date) -> None:
    span = DateRange.from_query(args, TODAY)

    assert (span.first, span.last) == (first, last)


def test_a_day_that_is_not_known_lies_only_in_all_of_it() -> None:
    assert DateRange().holds(None)
    assert not DateRange.named("90", TODAY).holds(None)
    assert DateRange.named("30", TODAY).holds(TODAY)
    assert not DateRange.between(None, date(2026, 1, 1)).holds(TODAY)


def test_a_span_says_what_it_is() -> None:
    assert DateRange.named("90", TODAY).words == "Last 90 days"
    assert DateRange.between(date(2026, 3, 2), date(2026, 4, 30)).words == (
        "Mon 2 Mar 2026 to Thu 30 Apr 2026"
    )
    assert DateRange.between(date(2026, 3, 2), None).words == "From Mon 2 Mar 2026"
    assert DateRange.between(None, date(2026, 3, 2)).query == "span=dates&from=&to=2026-03-02"
