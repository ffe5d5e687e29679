"""Questions to practise: which one fits what was said, and which three matter."""

import re

import pytest

from tracker.loop.feedback_reading import THEMES, read_feedback
from tracker.loop.practice import (
    BANK,
    SHAPES,
    FeedbackTheme,
    OwnStory,
    can_practise,
    questions_for,
    shape_of,
    to_try,
    what_matters,
    what_next,
)
from tracker.loop.practice.try_this import TRY
from tracker.models.base import LINE

SMALL = {
    "about",
    "tell",
    "time",
    "with",
    "from",
    "have",
    "that",
    "them",
    "then",
    "this",
    "what",
    "when",
    "which",
    "your",
}
KNOWN = {*THEMES, *(f"{broad}.{finer}" for broad in THEMES for finer in THEMES[broad].finer)}


def first_for(words: str) -> str:
    """The question that is proposed for a sentence of theirs, as the reader reads it."""
    theme = read_feedback(words).themes[0].key
    return questions_for(theme, words)[0].slug


def story(number: int = 1, slug: str | None = None, **facts: object) -> OwnStory:
    known = {"question": "My own?", "theme": "", "here": False, "runs": 0} | facts
    return OwnStory(id=number, slug=slug, **known)


def test_every_question_is_about_a_theme_there_is_and_is_asked_once() -> None:
    assert 40 <= len(BANK) <= 60
    assert len({each.ask for each in BANK.values()}) == len(BANK)
    for slug, each in BANK.items():
        assert len(slug) <= 32 and len(each.ask) <= LINE, slug
        assert each.themes and set(each.themes) <= KNOWN, slug
        assert each.shape in SHAPES and each.ask[-1] in "?.", slug
        assert each.listens_for[0].islower() and each.listens_for.endswith("."), slug
        assert {*each.words, *each.asks} == {word.lower() for word in (*each.words, *each.asks)}


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Your examples were too general.", "went-wrong"),
        ("We were not sure why you want to work here.", "why-this-job"),
        ("You did not know much about our company.", "what-you-know-of-us"),
        ("You seemed nervous.", "nervous"),
        ("Your answers were too long.", "about-yourself"),
        ("You told us what the team did. We wanted to hear what you did yourself.", "your-part"),
        ("You needed more experience in retail.", "like-this-work"),
        ("Your Excel skills were not strong enough.", "learnt-something"),
    ],
)
def test_what_was_said_leads_to_a_question_that_asks_for_it(words: str, slug: str) -> None:
    assert first_for(words) == slug


@pytest.mark.parametrize("theme", ["application.resume", "qualifications.licence", "no_reason", ""])
def test_what_no_speaking_changes_is_not_practised(theme: str) -> None:
    assert not can_practise(theme)


def test_question_that_asks_for_no_story_has_other_lines_and_ones_own_has_the_usual() -> None:
    assert [line.label for line in shape_of("why-this-job")][1] == "Because"
    assert shape_of(None) == shape_of("went-wrong") == shape_of("a-slug-of-long-ago")
    assert {line.name for line in shape_of(None)} == {line.name for line in shape_of("pay")}


def test_what_keeps_being_said_comes_first_then_what_this_job_asks_for() -> None:
    said = [
        FeedbackTheme("motivation.why", "Why us?"),
        FeedbackTheme("answers.examples", "Too general."),
        FeedbackTheme("answers", "Too long."),
        FeedbackTheme("application.resume", "A typo."),
        FeedbackTheme("application.resume", "Two pages, please."),
        FeedbackTheme("application", "Late."),
    ]
    first, second, third = what_matters(said, ["Python"], "Angry customers, some days.", [])

    assert (first.because, first.of, first.times) == ("said", "say what you did yourself", 2)
    assert (second.because, second.of) == ("gap", "Python")
    assert (third.because, third.slug) == ("said", "why-this-job")


def test_whatever_can_be_practised_has_something_to_try_and_nothing_else_has() -> None:
    assert {theme for theme in KNOWN if to_try([(theme, "")])} == set(filter(can_practise, KNOWN))


def test_two_things_to_try_are_enough_and_what_was_said_most_often_is_first() -> None:
    themes = ("motivation.why", "answers.results", "answers.results", "skills")
    said = [(theme, "") for theme in themes]

    first, second = to_try(said)

    assert (first[:12], second[:7]) == ("say what cam", "name on")
    assert to_try(said, {first}) == [second]
    assert to_try([("answers", "Your answers were too long.")]) == [
        "keep each answer to two minutes"
    ]


def test_word_of_the_posting_is_named_as_it_stands_there() -> None:
    found = what_matters([], [], "You help CUSTOMERS in a career with us.", [])

    assert (found[0].because, found[0].of) == ("posting", "customers")
    assert len(found) == 3 and {each.because for each in found[1:]} == {"usual"}


def test_own_story_stands_in_for_a_question_about_the_same_and_comes_once() -> None:
    said = [
        FeedbackTheme("answers", "Too long."),
        FeedbackTheme("answers.examples", "Too general."),
    ]
    mine = story(7, theme="answers.results", here=True, runs=2)

    found = what_matters(said, [], "", [mine])

    assert [each.story_id for each in found] == [7, None, None]
    assert (found[0].question, found[0].because) == ("My own?", "said")


def test_story_for_this_job_comes_before_one_that_was_only_practised() -> None:
    found = what_matters([], [], "", [story(1, runs=9), story(2, "pay", here=True), story(3)])

    assert [(each.story_id, each.because) for each in found] == [
        (2, "here"),
        (1, "practised"),
        (None, "usual"),
    ]
    assert len({each.slug for each in found}) == 3


def test_what_flowed_the_last_time_is_not_the_next_to_practise() -> None:
    said = [
        FeedbackTheme("answers.examples", "Too general."),
        FeedbackTheme("motivation.why", "Why us?"),
    ]
    first = what_next(said, [], set())
    mine = OwnStory(7, first.question, first.slug, "", False, 2)

    assert what_next(said, [mine], set()).story_id == 7
    after = what_next(said, [mine], {7})
    assert after.because == "said"
    assert after.question != first.question
    every = [OwnStory(n, each.ask, each.slug, "", False, 1) for n, each in enumerate(BANK.values())]
    assert what_next(said, every, {each.id for each in every}).story_id is not None


@pytest.mark.parametrize("theme", TRY)
def test_what_to_try_is_not_the_question_over_again(theme: str) -> None:
    def beginnings(words: str) -> set[str]:
        long = {word for word in re.findall(r"[a-z’]{4,}", words.lower()) if word not in SMALL}
        return {word[:4] for word in long}

    tried = beginnings(TRY[theme])
    asked = beginnings(questions_for(theme, "", 1)[0].ask)

    assert len(tried & asked) * 2 < max(len(tried), 2)
