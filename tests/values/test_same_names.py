"""Two of one name are told apart by the fewest facts that do it."""

import pytest

from tracker.values.same_names import tell_apart


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ([("a", "2 Oct", "Perth"), ("b", "2 Oct", "Perth")], ["", ""]),
        ([("a", "2 Oct", "Perth"), ("a", "9 Oct", "Perth")], ["2 Oct", "9 Oct"]),
        ([("a", "2 Oct", "Perth"), ("a", "2 Oct", "Cairns")], ["Perth", "Cairns"]),
        ([("a", "2 Oct", ""), ("a", "", "")], ["2 Oct", ""]),
        (
            [("a", "2 Oct", "Perth"), ("b", "", ""), ("a", "2 Oct", ""), ("a", "9 Oct", "")],
            ["2 Oct · Perth", "", "2 Oct", "9 Oct"],
        ),
        ([("a", "2 Oct", "Perth"), ("a", "2 Oct", "Perth")], ["", ""]),
        ([], []),
    ],
)
def test_only_what_differs_is_said(named: list[tuple[str, str, str]], said: list[str]) -> None:
    names = [name for name, *_ in named]
    assert tell_apart(names, [facts for _, *facts in named]) == said
