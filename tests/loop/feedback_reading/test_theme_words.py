"""A theme reads as a strength where it is praised, and as the person calls it once they did."""

import pytest

from tracker.loop.feedback_reading import theme_word
from tracker.loop.feedback_reading.theme_words import IMPROVE, LISTED, STRENGTHS


@pytest.mark.parametrize(
    ("slug", "name", "praised", "doubted"),
    [
        ("communication.nerves", "Nerves", "Calm", "Nerves"),
        ("fit.team", "The team", "Warmth", "The team"),
        ("experience.amount", "How much", "Plenty of experience", "How much experience"),
        ("skills.tools", "Tools and systems", "Tools and systems", "Tools and systems"),
    ],
)
def test_a_theme_has_a_word_for_praise_and_one_for_what_could_be_better(
    slug: str, name: str, praised: str, doubted: str
) -> None:
    assert theme_word(slug, name, "strength") == praised
    assert theme_word(slug, name, "improve") == doubted


def test_a_theme_that_the_person_named_reads_as_they_named_it() -> None:
    assert theme_word("communication.nerves", "My shaking hands", "strength") == "My shaking hands"
    assert theme_word(None, "Nerves", "strength") == "Nerves"


def test_every_word_is_of_a_theme_on_the_list() -> None:
    assert {*IMPROVE, *STRENGTHS} <= LISTED.keys()
