"""Since when, how many a week, and whether that is more than before."""

from datetime import date, timedelta

import pytest

from tests.builders import Build
from tests.sharing.test_record import read
from tracker.clock import now
from tracker.sharing.pace import Pace, pace_in_words
from tracker.sharing.selection import Selection, SharedPart
from tracker.sharing.summary import SharedSummary, offers_sentence
from tracker.values.date_range import DateRange
from tracker.values.days import day_of

LAST = date(2026, 11, 29)


def pace(days: int | None, recent: int = 0, earlier: int = 0) -> Pace:
    """Begun so many days ago."""
    first = LAST - timedelta(days=days - 1) if days else None
    return Pace(first, LAST, recent, earlier, 0)


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("of", "said"),
    [
        (pace(None), []),
        (pace(3, 2), ["Applying since 27 Nov 2026."]),
        (pace(14, 5), ["Applying since 16 Nov 2026. 2.5 a week so far."]),
        (
            pace(56, 12, 8),
            ["Applying since 5 Oct 2026. 12 in the last 4 weeks, 3 a week, and 8 in the 4 before."],
        ),
        (
            pace(90, 1, 8),
            ["Applying since 1 Sept 2026. 1 in the last 4 weeks, and 8 in the 4 before."],
        ),
        (
            pace(90, 0, 9),
            [
                "Applying since 1 Sept 2026.",
            ],
        ),
        (
            pace(90, 4, 4),
            ["Applying since 1 Sept 2026. 4 in the last 4 weeks, 1 a week, and 4 in the 4 before."],
        ),
        (pace(90), ["Applying since 1 Sept 2026."]),
    ],
)
def test_the_pace_is_said_as_far_as_the_days_reach(of: Pace, said: list[str]) -> None:
    assert pace_in_words(of) == said


@pytest.mark.both_databases
@pytest.mark.parametrize(
    ("offers", "said"),
    [
        (0, ""),
        (1, "1 offer waits for an answer."),
        (2, "2 offers wait for an answer."),
    ],
)
def test_an_offer_that_waits_is_said(offers: int, said: str) -> None:
    assert offers_sentence(SharedSummary(offer_to_answer=offers)) == said


def test_days_are_counted_back_from_today_and_days_to_come_are_no_pace(build: Build) -> None:
    user = build.user()
    today = day_of(now(), user.zone)
    for ago in (-3, 0, 27, 28, 55, 56):
        build.application(user, applied_on=today - timedelta(days=ago))
    build.application(user, applied_on=None)
    read_ = read(user).pace

    assert read_ is not None
    assert (read_.first, read_.last) == (today - timedelta(days=56), today)
    assert (read_.recent, read_.earlier, read_.not_yet) == (2, 2, 7)


def test_of_a_span_that_is_over_its_last_weeks_are_told(build: Build) -> None:
    user = build.user()
    for day in (date(2026, 1, 5), date(2026, 2, 27), date(2026, 3, 9)):
        build.application(user, applied_on=day)
    read_ = read(user, span=DateRange.between(date(2026, 1, 1), date(2026, 2, 28))).pace

    assert read_ is not None
    assert (read_.first, read_.last) == (date(2026, 1, 5), date(2026, 2, 28))
    assert (read_.recent, read_.earlier) == (1, 1) and read_.days == 55


def test_an_open_offer_is_counted_until_it_is_answered_or_put_away(build: Build) -> None:
    user = build.user()
    build.application(user, offer_received_on=date(2026, 11, 2))
    build.application(user, offer_received_on=date(2026, 11, 2), offer_decision="accepted")
    build.application(user, offer_received_on=date(2026, 11, 2), archived_at=now())
    build.application(user)
    summary = read(user).summary

    assert summary is not None and summary.offer_to_answer == 1
    assert read(user, Selection(frozenset({SharedPart.FEEDBACK}))).pace is None
