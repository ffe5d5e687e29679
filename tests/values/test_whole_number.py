import pytest

from tracker.values.whole_number import LARGEST, whole_number


@pytest.mark.parametrize(
    ("given", "number"), [("0", 0), ("7", 7), ("007", 7), (str(LARGEST), LARGEST)]
)
def test_plain_digits_are_a_number(given: str, number: int) -> None:
    assert whole_number(given) == number


@pytest.mark.parametrize(
    "given",
    ["", " 7", "-1", "+1", "1.0", "1_0", "²", "٣", "x", str(LARGEST + 1), "9" * 5000, "1\n"],
)
def test_anything_else_is_none(given: str) -> None:
    assert whole_number(given) is None


def test_number_above_the_largest_wanted_is_none() -> None:
    assert [whole_number(each, 10) for each in ("10", "11", "010")] == [10, None, None]
