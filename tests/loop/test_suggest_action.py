"""What a point may turn into."""

from datetime import date

import pytest

from tracker.loop.feedback_reading import THEMES
from tracker.loop.suggest_action import due_day, kind_for, next_week, rhythm, tomorrow, words_for
from tracker.models.action import KINDS

MONDAY, FRIDAY = date(2026, 3, 2), date(2026, 3, 6)


def test_every_theme_leads_to_a_kind_that_there_is() -> None:
    assert {kind_for(theme) for theme in THEMES} <= set(KINDS)
    assert kind_for("answers.examples") == "interview_practice"
    assert kind_for("") == kind_for("something own") == "other"


def test_first_words_come_from_what_was_said() -> None:
    assert words_for("skill", "You need  more\nretail experience.") == (
        "Learn or show: “You need more retail experience”"
    )
    assert words_for("other", "We missed you in it.") == "Work on: “We missed you in it”"
    assert words_for("", "Smile more.") == "Smile more"


def test_first_words_are_something_to_do_and_no_theme() -> None:
    quote = "You jumped straight to the numbers."
    assert (
        words_for("interview_practice", quote) == "Practise: “You jumped straight to the numbers”"
    )
    assert "an answer" not in words_for(kind_for("answers"), quote)
    assert words_for("interview_practice", quote, "answers.examples") == (
        "Practise: say what you did yourself"
    )


def test_long_words_are_cut_between_words() -> None:
    assert words_for("other", "numbers " * 40).endswith("numbers …”")


def test_very_long_words_are_cut_so_that_they_fit_a_line() -> None:
    assert len(words_for("network", "long " * 500)) < 200


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
