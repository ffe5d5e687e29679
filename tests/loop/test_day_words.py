"""The day's sentence and the words of rows: short, true, and no count of what was not done."""

from itertools import combinations

import pytest

from tracker.loop.day_words import LONGEST, WORDS, closing_words, day_sentence, group_words
from tracker.loop.step_kind import Kind
from tracker.loop.steps import STEPS


def test_every_kind_that_today_lists_has_its_words() -> None:
    listed = {kind for kind, step in STEPS.items() if step.section not in (None, "resting")}

    assert set(WORDS) == listed
    assert all("{company}" in each.row for each in WORDS.values())
    assert all("{n}" in each.group and "1" in each.lone for each in WORDS.values())


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ({}, "Nothing needs you today."),
        ({"follow_up": 316}, "Nothing needs you today."),
        ({"read_feedback": 2}, "Nothing needs you today. If you like: two answers to read."),
        (
            {"prepare_interview": 1, "read_feedback": 1},
            "An interview tomorrow, one answer to read.",
        ),
        ({"prepare_interview": 2}, "Two interviews tomorrow."),
        ({"answer_offer": 12, "read_feedback": 10}, "12 offers to answer, 10 answers to read."),
        ({"do_action": 7, "nudge": 3}, "Some things you planned, some reminders to send."),
    ],
)
def test_sentence_says_what_the_day_holds(counts: dict[Kind, int], said: str) -> None:
    assert day_sentence(counts, "tomorrow") == said


def test_sentence_is_short_whatever_comes_together() -> None:
    closing = closing_words(12, "Wednesday")
    for together in combinations(WORDS, 4):
        for number in (1, 1234):
            for closes in ("", closing):
                said = day_sentence(dict.fromkeys(together, number), "tomorrow", closes)
                assert len(said.split()) <= LONGEST


def test_an_opening_that_closes_comes_after_what_others_wait_for_and_before_the_rest() -> None:
    closing = closing_words(1, "tomorrow")
    said = day_sentence({"prepare_interview": 1, "do_action": 1}, "today", closing)
    assert said == "An interview today, an opening closes tomorrow, one thing you planned."
    counts = {"answer_offer": 12, "prepare_interview": 12, "do_action": 1}
    assert "12 openings close by Wednesday" in day_sentence(
        counts, "soon", closing_words(12, "Wednesday")
    )
    liked = day_sentence({"read_feedback": 2}, "today", closing_words(3, "Friday"))
    assert liked == "Three openings close by Friday. If you like: two answers to read."


def test_sentence_counts_nothing_that_is_left_to_the_person() -> None:
    theirs = {"answer_offer", "prepare_interview", "read_feedback"}

    assert {kind for kind, each in WORDS.items() if "{n}" in each.several} == theirs


def test_group_of_one_is_no_plural() -> None:
    assert group_words("read_feedback", 1) == "1 answer to read"
    assert group_words("read_feedback", 1200) == "1,200 answers to read"
