"""What a point may turn into."""

from datetime import date

import pytest

from tracker.loop.feedback_reading import THEMES
from tracker.loop.suggest_action import (
    due_day,
    kind_for,
    learn_words,
    next_week,
    practise_words,
    rhythm,
    tomorrow,
)
from tracker.models.action import KINDS

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def test_every_theme_leads_to_a_kind_that_there_is() -> None:
    assert {kind_for(theme) for theme in THEMES} <= set(KINDS)
    assert kind_for("answers.examples") == "interview_practice"
    assert kind_for("") == kind_for("something own") == "other"


def test_words_around_a_name_continue_i_will() -> None:
    assert practise_words("Why us?") == "Practise my answer to “Why us?”"
    assert learn_words("Excel") == "Take one step to learn Excel"


def test_long_names_are_cut_between_words_so_that_they_fit_a_line() -> None:
    assert learn_words("numbers " * 40).endswith("numbers …")
    assert len(practise_words("long " * 500)) < 200


@pytest.mark.parametrize(
    ("today", "due"),
    [
        (MONDAY, date(2026, 3, 5)),
        (FRIDAY, date(2026, 3, 11)),
        (date(2026, 4, 2), date(2026, 4, 9)),  # Good Friday to Easter Monday are free
    ],
)
def test_day_is_the_next_working_day_and_two_more(today: date, due: date) -> None:
    assert due_day(today, [], "AU", "NSW") == due


def test_day_follows_the_weekday_on_which_things_were_finished() -> None:
    saturdays = [date(2026, 2, 7), date(2026, 2, 14), date(2026, 2, 18)]

    assert due_day(MONDAY, saturdays, "AU") == date(2026, 3, 7)
    assert due_day(FRIDAY, saturdays, "AU") == date(2026, 3, 14)


@pytest.mark.parametrize(
    "done",
    [
        [],
        [MONDAY, MONDAY],
        [MONDAY, FRIDAY, date(2026, 3, 4)],
        [MONDAY, MONDAY, FRIDAY, FRIDAY],
    ],
)
def test_few_or_mixed_days_are_no_rhythm(done: list[date]) -> None:
    assert rhythm(done) is None


def test_two_taps_are_two_different_days_and_never_beyond_the_last() -> None:
    for today in (MONDAY, date(2026, 3, 8), date.max):
        assert today == date.max or tomorrow(today) < next_week(today)
    assert next_week(date.max) == date.max
