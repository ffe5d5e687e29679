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
        "Applying since 3 Aug 2026. 12 in the last 4 weeks, 3 a week: more than the 8 in the 4 "
        "before.",
        "60 applications sent: 14 came to an interview (23%, likely 14 to 35%), 2 to an offer, and "
        "28 are still open, 13 of them without an interview so far.",
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
            "5 applications sent: none came to an interview (0%, likely 0 to 43%) and none is "
            "still open.",
        ),
        ({"rejections": 1}, "No application was sent in this time."),
    ],
)
def test_few_have_no_share_and_more_have_its_interval(numbers: dict[str, int], said: str) -> None:
    assert told(**numbers)[0] == said
