"""The statistics, against published worked examples and against scipy."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tracker.insights.figures.intervals import Rate, difference, percent, wilson
from tracker.insights.figures.survival import Wait, kaplan_meier

SINGLE = [  # Newcombe, Statistics in Medicine 17 (1998) 857, table I, method 3
    (81, 263, 0.2553, 0.3662),
    (15, 148, 0.0624, 0.1605),
    (0, 20, 0.0, 0.1611),
    (1, 29, 0.0061, 0.1718),
]
PAIRS = [  # Newcombe, Statistics in Medicine 17 (1998) 873, table II, method 10
    (56, 70, 48, 80, 0.0524, 0.3339),
    (9, 10, 3, 10, 0.1705, 0.8090),
    (6, 7, 2, 7, 0.0582, 0.8062),
    (5, 56, 0, 29, -0.0381, 0.1926),
    (0, 10, 0, 20, -0.1611, 0.2775),
    (0, 10, 0, 10, -0.2775, 0.2775),
    (10, 10, 0, 20, 0.6791, 1.0),
    (10, 10, 0, 10, 0.6075, 1.0),
]
REMISSION = [6, 6, 6, 7, 10, 13, 16, 22, 23]
STILL_WELL = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]
"""Weeks in remission on 6-mercaptopurine: Freireich and others, Blood 21 (1963) 699."""
EXAMPLE = [(6, 0.857), (7, 0.807), (10, 0.753), (13, 0.690), (16, 0.627), (22, 0.538), (23, 0.448)]


@pytest.mark.parametrize(("hits", "n", "low", "high"), SINGLE)
def test_interval_of_a_share_is_the_published_one(hits, n, low, high) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=5e-5)


@given(st.integers(1, 500).flatmap(lambda n: st.tuples(st.integers(0, n), st.just(n))))
def test_interval_of_a_share_is_scipys(case: tuple[int, int]) -> None:
    from scipy.stats import binomtest  # not above: each process that collects would load it

    hits, n = case
    theirs = binomtest(hits, n).proportion_ci(0.95, method="wilson")

    assert wilson(hits, n) == pytest.approx((theirs.low, theirs.high), abs=1e-9)


def test_nothing_counted_may_be_anything() -> None:
    assert wilson(0, 0) == (0, 1)
    assert Rate(0, 0).share == 0


@pytest.mark.parametrize(("a", "m", "b", "n", "low", "high"), PAIRS)
def test_interval_of_a_difference_is_the_published_one(a, m, b, n, low, high) -> None:
    assert difference(Rate(a, m), Rate(b, n)) == pytest.approx((low, high), abs=5e-5)


def test_fewer_than_five_are_counts_and_no_rate() -> None:
    assert Rate(2, 4).words == "2 of 4"
    assert Rate(3, 20).words == "3 of 20 (15%, probably between 5 and 36%)"


def test_hundredths_are_rounded_to_the_nearest() -> None:
    assert [percent(share) for share in (0, 0.004, 0.005, 0.995, 1, -0.125)] == [
        0, 0, 1, 100, 100, -13,
    ]  # fmt: skip


def test_estimate_of_a_wait_is_the_published_one() -> None:
    curve = kaplan_meier(
        [*(Wait(week, True) for week in REMISSION), *(Wait(week, False) for week in STILL_WELL)]
    )

    assert [(step.day, pytest.approx(1 - step.share, abs=5e-4)) for step in curve.steps] == EXAMPLE
    assert (curve.n, curve.events, curve.last) == (21, 9, 35)
    assert curve.by(0.5) == 23


@pytest.mark.filterwarnings("ignore:The confidence interval is undefined")
@given(
    st.lists(st.tuples(st.integers(0, 60), st.booleans()), min_size=1, max_size=60).filter(
        lambda waits: any(over for _, over in waits)
    )
)
def test_estimate_of_a_wait_is_scipys_with_its_interval(waits: list[tuple[int, bool]]) -> None:
    from scipy.stats import CensoredData, ecdf

    theirs = ecdf(
        CensoredData(
            uncensored=[days for days, over in waits if over],
            right=[days for days, over in waits if not over],
        )
    ).sf
    bounds = theirs.confidence_interval(0.95, method="log-log")
    curve = kaplan_meier(Wait(days, over) for days, over in waits)

    for step in curve.steps:
        assert 1 - step.share == pytest.approx(theirs.evaluate(step.day), abs=1e-9)
        if 0 < 1 - step.share < 1:
            assert 1 - step.low == pytest.approx(bounds.high.evaluate(step.day), abs=1e-9)
            assert 1 - step.high == pytest.approx(bounds.low.evaluate(step.day), abs=1e-9)


@given(st.lists(st.tuples(st.integers(0, 90), st.booleans(), st.integers(1, 9)), max_size=40))
def test_estimate_only_climbs_and_counting_alike_together_changes_nothing(waits) -> None:
    together = kaplan_meier(Wait(*wait) for wait in waits)
    alone = kaplan_meier(Wait(days, over) for days, over, count in waits for _ in range(count))

    assert together == alone
    assert all(a.share < b.share and a.day < b.day for a, b in pairwise(together.steps))
    assert all(0 <= step.low <= step.share <= step.high <= 1 for step in together.steps)


def test_nine_in_ten_counts_replies_and_not_those_who_never_wrote() -> None:
    replies = [Wait(day, True) for day in (2, 4, 5, 7, 8, 9, 12, 14, 20, 33)]
    never = [Wait(90, False, 30)]

    assert kaplan_meier(replies).usual() == 20
    assert kaplan_meier(replies + never).usual() == 20
    assert kaplan_meier(replies + never).by(0.9) is None


def test_with_fewer_than_five_replies_nothing_is_usual() -> None:
    assert kaplan_meier([Wait(3, True, 4), Wait(9, False, 40)]).usual() is None
    assert kaplan_meier([]).usual() is None
