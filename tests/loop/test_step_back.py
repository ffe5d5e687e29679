"""When a step back is offered, and the whole numbers that it shows."""

from datetime import UTC, date, datetime, timedelta

import pytest

from tracker.loop.step_back import (
    INSIDE,
    OUTSIDE,
    UNKNOWN,
    WINDOW,
    EndedApplication,
    MissingSkill,
    ReplyTimes,
    SentApplication,
    Tally,
    in_a_row,
    missing_skills,
    reply_times,
    tally_by_fit,
)

TODAY = date(2026, 11, 25)
NOON = datetime(2026, 11, 25, 2, tzinfo=UTC)


def outcomes(pattern: str) -> list[EndedApplication]:
    """The latest first, a day apart: n without an interview, i with one."""
    return [
        EndedApplication(number, TODAY - timedelta(number), NOON - timedelta(number), sign == "i")
        for number, sign in enumerate(pattern)
    ]


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [("", 0), ("nnnn", 4), ("nnnnn", 5), ("nnnnnnni", 7), ("innnnn", 0), ("nnnninnn", 4)],
)
def test_outcomes_are_counted_back_to_the_latest_with_an_interview(
    pattern: str, expected: int
) -> None:
    found = outcomes(pattern)
    assert in_a_row(found, TODAY) == in_a_row(found[::-1], TODAY) == expected


@pytest.mark.parametrize(("days", "expected"), [(0, 0), (2, 2), (4, 4), (9, 6)])
def test_what_was_recorded_before_the_last_look_is_settled(days: int, expected: int) -> None:
    since = NOON - timedelta(days)
    assert in_a_row(outcomes("nnnnnn"), TODAY, since=since) == expected


@pytest.mark.parametrize(("days", "expected"), [(-1, 0), (0, 0), (3, 3), (9, 6)])
def test_an_interview_of_an_open_application_breaks_the_row(days: int, expected: int) -> None:
    talked = TODAY - timedelta(days)
    assert in_a_row(outcomes("nnnnnn"), TODAY, talked=talked) == expected


def test_a_past_that_lies_far_back_is_no_reason_to_look_now() -> None:
    old = [each._replace(on=each.on - timedelta(WINDOW)) for each in outcomes("nnnnnn")]
    assert in_a_row(old, TODAY) == 1


def test_an_application_that_was_refused_twice_counts_once() -> None:
    found = [each._replace(application_id=1) for each in outcomes("nnnnn")]
    assert in_a_row(found, TODAY) == 1


def sent(*levels: str, interviewed: bool = False, waited: int | None = None) -> SentApplication:
    asked = tuple((f"skill {number}", level) for number, level in enumerate(levels))
    answered = TODAY + timedelta(waited) if waited is not None else None
    return SentApplication("SEEK", "v1", interviewed, TODAY, answered, asked)


@pytest.mark.parametrize(
    ("levels", "expected"),
    [
        ((), UNKNOWN),
        (("core",), INSIDE),
        (("core", "gap"), INSIDE),
        (("core", "gap", ""), OUTSIDE),
        (("growing",), OUTSIDE),
        (("",), OUTSIDE),
    ],
)
def test_half_of_the_skills_asked_for_make_a_fit(levels: tuple[str, ...], expected: str) -> None:
    assert tally_by_fit([sent(*levels)]) == [Tally(expected, 1, 0)]


def test_the_most_frequent_comes_first_with_its_interviews() -> None:
    found = tally_by_fit([sent("core"), sent(), sent("core", interviewed=True), sent("core")])
    assert found == [Tally(INSIDE, 3, 1), Tally(UNKNOWN, 1, 0)]


def test_what_is_asked_for_once_is_chance_and_core_skills_are_not_lacking() -> None:
    found = [sent("core", "gap"), sent("core", "gap", "growing")]
    assert missing_skills(found) == [MissingSkill("skill 1", "gap", 2)]
    assert missing_skills([]) == []


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        ([], None),
        ([None], None),
        ([-3], None),
        ([0], ReplyTimes(1, 0, 0, 0)),
        ([40, None, 3, 12], ReplyTimes(3, 3, 12, 40)),
        ([4, 1], ReplyTimes(2, 1, 4, 4)),
    ],
)
def test_waiting_is_told_over_days_that_are_known(
    days: list[int | None], expected: ReplyTimes | None
) -> None:
    assert reply_times([sent(waited=each) for each in days]) == expected
