"""What a look back says: the larger share, never the larger count, and chance as chance."""

import pytest

from tracker.loop.step_back import INSIDE, OUTSIDE, UNKNOWN, Tally
from tracker.views.step_back.tally_presenter import TOO_FEW, present_tally


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        (
            [Tally(INSIDE, 34, 12), Tally(OUTSIDE, 26, 11)],
            f"No clear difference. “{OUTSIDE}” has 11 of 26, against 12 of 34 with “{INSIDE}”; "
            "that may be chance.",
        ),
        (
            [Tally("v1", 60, 6), Tally("v2", 30, 15)],
            "More interviews with “v2”: 15 of 30, against 6 of 60 with “v1”.",
        ),
        (
            [Tally("v1", 40, 9), Tally("v2", 4, 4)],
            TOO_FEW,
        ),
        (
            [Tally("v1", 40, 9), Tally("v2", 4, 4), Tally("v3", 2, 1)],
            TOO_FEW,
        ),
        (
            [Tally("v1", 9, 2), Tally("v2", 4, 4)],
            TOO_FEW,
        ),
        (
            [Tally("v1", 40, 8), Tally("v2", 20, 4)],
            "The same so far: 8 of 40 and 4 of 20 came to an interview.",
        ),
        ([Tally("SEEK", 26, 5)], "“SEEK”: 5 of 26 came to an interview."),
        (
            [Tally(UNKNOWN, 26, 25), Tally(INSIDE, 22, 5)],
            f"“{INSIDE}”: 5 of 22 came to an interview.",
        ),
        ([], ""),
    ],
)
def test_the_sentence_goes_by_shares_and_leaves_chance_to_chance(rows, said) -> None:
    assert present_tally(rows).finding == said


def test_each_is_drawn_best_first_and_the_sentence_leaves_the_numbers_to_the_bars() -> None:
    clear = present_tally([Tally("v1", 60, 6), Tally("v2", 30, 15), Tally(UNKNOWN, 25, 20)])
    assert clear.headline == "More interviews with “v2”."
    assert [each[:2] for each in clear.shares] == [
        ("v2", "15 interviews of 30"),
        ("v1", "6 interviews of 60"),
    ]
    assert not present_tally([Tally("v1", 40, 0), Tally("v2", 20, 0)]).shares


def test_too_few_are_counted_without_a_bar_and_without_a_comparison_there_is_none() -> None:
    rows = [Tally("v1", 20, 10), Tally("v2", 20, 10), Tally("v3", 10, 6), Tally("v4", 4, 4)]
    found = present_tally(rows)
    assert found.shares[0] == ("v1", "10 interviews of 20", 10, 20)
    assert found.shares[2] == ("v4", "4 interviews of 4", None, 4)
    assert found.shares[3] == ("v3", "6 interviews of 10", None, 10)
    assert found.headline == "No clear difference. It may be chance."
    assert present_tally(rows[:2]).headline == "The same so far."
    for few in (rows[1:], rows[2:]):
        assert present_tally(few).headline.startswith("Most often: “v")
        assert present_tally(few).finding == "To compare them, about 20 of each are needed."
        assert [each.part for each in present_tally(few).shares] == [None] * len(few)
    few = [Tally("v1", 6, 1), Tally("v2", 9, 1), Tally("v3", 3, 3)]
    assert [each.name for each in present_tally(few).shares] == ["v2", "v1", "v3"]  # by number


def test_with_too_few_the_line_leads_with_what_there_is_most_of() -> None:
    def line(*sent: int) -> str:
        rows = [Tally(f"v{place}", count, 1) for place, count in enumerate(sent, 1)]
        return present_tally(rows).headline

    assert line(9, 4) == "Most often: “v1”, 9\u00a0of\u00a013."
    assert line(4, 4, 1) == "Most often: “v1” and “v2”, 4 each."
    assert line(3, 3, 3, 3) == "Most often: “v1”, “v2” and 2 more, 3 each."
