"""Where a next step stands on Today: one number that orders everything."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from tracker.loop.facts import Facts
from tracker.loop.next_step import next_step
from tracker.loop.today_rank import HAS_TIME, LISTED, ORDER, RESTS, SPAN, today_place
from tracker.loop.wake import wakes_at

ZONE = ZoneInfo("Australia/Sydney")
NOW = datetime(2026, 11, 23, 1, tzinfo=UTC)
TODAY = date(2026, 11, 23)
OPEN = Facts(
    "interview", False, TODAY - timedelta(days=2), TODAY, None, None, False, False, None, None
)
NO = OPEN._replace(stage="rejected", rejection_recorded=True)


OFFER = OPEN._replace(offer_open=True)
PREPARE = OPEN._replace(next_interview_at=NOW + timedelta(hours=20))
ACT = NO._replace(action_due_on=TODAY, actions_open=1)
NUDGE = NO._replace(ask_next="nudge", ask_turns_on=TODAY + timedelta(days=9))
REVIEW = OPEN._replace(unreviewed_interview_at=NOW - timedelta(days=1))
ASK = NO._replace(ask_next="call", ask_turns_on=TODAY + timedelta(days=30))
SILENT = OPEN._replace(
    stage="applied", stage_since=(NOW - timedelta(days=60)).date(), applied_on=date(2026, 9, 1)
)
DONE = NO._replace(stage="action_taken", loop_ended=True)
REST = NO._replace(rest_until=NOW + timedelta(hours=9))


def place(facts: Facts) -> int:
    found = today_place(facts, NOW, ZONE)
    assert found is not None
    return found


@pytest.mark.parametrize(
    "facts",
    [
        OPEN,
        NO,
        OFFER._replace(archived=True),
        OPEN._replace(next_interview_at=NOW + timedelta(days=5)),
        NO._replace(ask_next="wait", ask_turns_on=TODAY + timedelta(days=2)),
        NO._replace(rest_until=datetime(2999, 12, 31, tzinfo=UTC)),
    ],
)
def test_what_calls_for_nothing_has_no_place(facts: Facts) -> None:
    assert today_place(facts, NOW, ZONE) is None


def test_the_more_useful_stands_before_the_less_useful() -> None:
    places = [place(each) for each in (OFFER, PREPARE, ACT, NUDGE, REVIEW, ASK, SILENT, DONE, REST)]

    assert places == sorted(places)


def test_each_part_of_the_day_is_one_range() -> None:
    assert all(LISTED.first <= place(each) < LISTED.end for each in (OFFER, ACT, REVIEW, ASK))
    assert all(HAS_TIME.first <= place(each) < HAS_TIME.end for each in (SILENT, DONE))
    assert RESTS.first <= place(REST) < RESTS.end
    assert LISTED.end == HAS_TIME.first
    assert HAS_TIME.end == RESTS.first


def test_place_tells_the_kind_of_the_step_that_the_card_shows() -> None:
    for facts in (OFFER, PREPARE, ACT, NUDGE, REVIEW, ASK, SILENT, DONE, REST):
        assert ORDER[place(facts) // SPAN] == next_step(facts, NOW, ZONE).kind


def test_what_is_due_goes_by_the_soonest_and_what_is_next_by_the_latest() -> None:
    assert place(ACT._replace(action_due_on=TODAY - timedelta(days=3))) < place(ACT)
    assert place(REST) < place(REST._replace(rest_until=NOW + timedelta(days=3)))
    assert place(ASK) < place(ASK._replace(stage_since=(NOW - timedelta(days=30)).date()))
    assert place(ASK) < place(ASK._replace(stage_since=None))


@pytest.mark.parametrize("day", [date.min, date.max, None])
def test_days_at_the_ends_of_time_stay_within_their_kind(day: date | None) -> None:
    for facts in (ASK._replace(stage_since=day), DONE._replace(stage_since=day)):
        assert ORDER[place(facts) // SPAN] == next_step(facts, NOW, ZONE).kind


def test_place_stays_until_the_moment_at_which_the_step_turns() -> None:
    for facts in (PREPARE, ACT, NUDGE, REVIEW, ASK, SILENT, REST):
        turn = wakes_at(facts, NOW, ZONE)
        last = (turn or NOW + timedelta(days=400)) - timedelta(seconds=1)
        assert today_place(facts, last, ZONE) == place(facts)
