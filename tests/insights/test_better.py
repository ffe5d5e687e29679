"""Which is better: by shares and their intervals, and by nothing where there are too few."""

import pytest

from tracker.insights.figures.better import verdict
from tracker.insights.figures.intervals import Rate


@pytest.mark.parametrize(
    ("rates", "first", "clear"),
    [
        ({"more sent": (12, 34), "larger share": (11, 26)}, "larger share", False),
        ({"a": (2, 40), "b": (20, 40)}, "b", True),
        ({"a": (2, 40), "b": (20, 40), "c": (21, 40)}, "c", False),
        ({"a": (0, 5), "b": (4, 7)}, None, False),
        ({"one of one": (1, 1), "many": (9, 30)}, "many", False),
        ({"a": (10, 20), "b": (10, 20)}, "a", False),
        ({"a": (0, 25), "b": (0, 25)}, "a", False),
        ({}, None, False),
    ],
)
def test_one_is_better_only_by_more_than_chance_would_have_it(
    rates: dict[str, tuple[int, int]], first: str | None, clear: bool
) -> None:
    found = verdict({name: Rate(*rate) for name, rate in rates.items()})
    assert found.clear is clear
    assert [name for name, _ in found.compared[:1]] == ([first] if first else [])
