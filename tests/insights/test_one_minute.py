"""The numbers of a record in a minute's words."""

from dataclasses import replace
from datetime import date

import pytest

from tests.exports.report.written import record
from tests.sharing.test_summary import counted
from tracker.insights.one_minute import NOTHING, one_minute
from tracker.sharing.pace import Pace
from tracker.sharing.selection import Selection, SharedPart

LAST = date(2026, 11, 29)


def told(pace: Pace | None = None, **numbers: int) -> list[str]:
    """What is said of these numbers."""
    return one_minute(replace(record(), summary=counted(**numbers), pace=pace))


def test_nothing_is_said_where_the_numbers_are_not_chosen() -> None:
    assert one_minute(record(Selection(frozenset({SharedPart.HELP})))) == []


def test_an_empty_search_says_so() -> None:
    assert told() == [NOTHING]


def test_an_offer_that_waits_comes_first_then_the_pace_then_how_far_it_came() -> None:
    pace = Pace(date(2026, 8, 3), LAST, 12, 8, 13)

    assert told(
        pace, applications=60, interviewed=14, offers=2, waiting=12, silent=13, offer_to_answer=3
    )[:3] == [
        "3 offers wait for an answer.",
        "Applying since 3 Aug 2026. 12 in the last 4 weeks, 3 a week, and 8 in the 4 before.",
        "60 applications sent: 14 came to an interview (23%, probably between 14 and 35%), "
        "2 to an offer, and 28 are still open.",
    ]


@pytest.mark.parametrize(
    ("numbers", "said"),
    [
        (
            {"applications": 3, "interviewed": 1, "waiting": 1},
            "3 applications sent: 1 came to an interview and 1 is still open.",
        ),
        (
            {"applications": 5},
            "5 applications sent.",
        ),
        ({"rejections": 1}, "1 rejection written down."),
        ({"applications": 5, "waiting": 2}, "5 applications sent: 2 are still open."),
    ],
)
def test_few_have_no_share_and_more_have_its_interval(numbers: dict[str, int], said: str) -> None:
    assert told(**numbers)[0] == said
