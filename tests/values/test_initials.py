"""What stands for a name where there is no room for it."""

import re

import pytest

from tracker.paths import STATIC
from tracker.values.initials import HUES, hue, initial


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Lorikeet Telecom", "L"),
        ("o'Connor", "O"),
        ("  “Quoted” Ltd", "Q"),
        ("7-Eleven", "7"),
        ("Ølbryggeri", "Ø"),
        ("株式会社みなと翻訳", "株"),
        ("ßtudio", "ß"),
        ("***", "·"),
        ("", "·"),
    ],
)
def test_a_names_initial_is_its_first_letter_or_digit(name: str, expected: str) -> None:
    assert initial(name) == expected


def test_a_name_keeps_its_hue_however_it_is_typed() -> None:
    assert hue("Müller & Co") == hue("MULLER & CO")


def test_every_hue_that_a_name_can_have_is_drawn_and_used() -> None:
    drawn = set(re.findall(r"\.hue(\d) ", (STATIC / "css" / "disc.css").read_text()))

    assert drawn == {str(each) for each in range(HUES)}
    assert {hue(f"Company {each}") for each in range(200)} == set(range(HUES))
