"""Praise by comparison: who stands before the comparative is the side that it is about."""

import pytest

from tracker.loop.feedback_reading import read_feedback
from tracker.loop.feedback_reading.comparison import comparison
from tracker.loop.feedback_reading.kinds import point_kind
from tracker.loop.feedback_reading.themes import themes_of


def kinds_in(words: str) -> list[str | None]:
    return [point.kind for point in read_feedback(words).points]


@pytest.mark.parametrize(
    "words",
    [
        "Your portfolio was better organised than most.",
        "You had a stronger grasp of our data than the person we hired.",
        "You explained the budget more simply than anyone else that day.",
        "You knew more about our programs than any other applicant.",
        "You were calmer under pressure than most people we interview.",
        "You made fewer mistakes than most.",
        "You were among the stronger applicants.",
        "They said my portfolio was clearer than the others.",
        "Ihre Antworten waren strukturierter als bei den anderen Bewerbern.",
        "Sie waren besser vorbereitet als alle anderen.",
        "Ihr Lebenslauf war übersichtlicher als die meisten.",
        "Sie kannten unser Produkt besser als jeder andere Bewerber.",
        "Your work sample was cleaner than the ones we usually get.",
        "You were better than average in the test.",
        "You were the better prepared of the two.",
        "Of all the people we saw, you were better prepared.",
        "Compared with the other candidates, you were more relaxed.",
        "Compared with the other finalists your written test was stronger.",
        "Next to the others your answers were clearer.",
        "Your Spanish is better than ours.",
        "Im Vergleich zu den anderen waren Sie besser vorbereitet.",
        "Niemand war besser vorbereitet als Sie.",
        "Nobody was better prepared than you.",
        "You did better than we expected.",
        "Mit Ihnen war das Gespräch lebendiger als mit allen anderen.",
    ],
)
def test_whoever_is_better_than_others_is_praised(words: str) -> None:
    assert kinds_in(words) == ["strength"]
    assert all(theme.theme != "other_candidate" for theme in read_feedback(words).themes)


@pytest.mark.parametrize(
    "words",
    [
        "Others knew Excel better than you.",
        "The person we hired had a stronger grasp of our data than you.",
        "The other candidates' answers were clearer than yours.",
        "Another candidate was better prepared than you.",
        "You were up against one of the stronger candidates we have seen.",
        "You said your team was better than all others.",
        "Your portfolio was less organised than most.",
        "Your portfolio was no better organised than most.",
        "You were more nervous than the other candidates.",
        "Your CV was more cluttered than most.",
        "You made more mistakes than most.",
        "You were better prepared than most, but too quiet.",
        "Your answers would be clearer than most with an example.",
        "You were one of the stronger candidates, but others had more experience.",
        "Compared to others, your answers lacked detail.",
        "Nobody was slower than you.",
        "Die anderen kannten unser Produkt besser als Sie.",
        "Eine Mitbewerberin hat die Fragen besser beantwortet als Sie.",
        "Andere Bewerber waren besser vorbereitet als Sie.",
        "Ihre Antworten waren weniger strukturiert als bei den anderen.",
        "Sie könnten besser vorbereitet sein als die meisten.",
    ],
)
def test_where_others_are_better_or_a_condition_turns_it_nothing_is_praised(words: str) -> None:
    found = point_kind(words, themes_of(words))
    assert found is None or found.kind in ("improve", "not_me")


@pytest.mark.parametrize(
    "words",
    [
        "The panel warmed to you and you were one of the stronger candidates on paper.",
        "You answered the question faster than most.",
        "Your presentation beat the others hands down.",
        "Your portfolio outshone the rest.",
        "Your second answer was better than the first.",
        "Your salary expectations were higher than most.",
    ],
)
def test_a_comparison_that_may_be_either_is_left_to_the_person(words: str) -> None:
    assert kinds_in(words) == [None]


def test_a_comparison_without_the_person_in_it_says_nothing_of_them() -> None:
    assert comparison("The field was stronger than most years.") is None
    assert comparison("Sie hat besser geantwortet als alle anderen.") is None
    assert comparison("You wrote more than 100 words.") is None
