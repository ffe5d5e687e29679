"""The sentence of loops closed, with none and with one."""

import pytest

from tracker.insights.charts import loops
from tracker.insights.figures.funnel import Funnel


@pytest.mark.parametrize(
    ("funnel", "said"),
    [
        (Funnel(3, 0, 0, 0, 0), "3 rejections, and none is asked about yet."),
        (Funnel(3, 0, 0, 1, 0), "1 of 3 rejections became a closed loop; none was asked about."),
        (
            Funnel(1, 1, 0, 0, 0),
            "0 of 1 rejection became a closed loop; 1 was asked about, none answered.",
        ),
        (
            Funnel(3, 2, 1, 1, 0),
            "1 of 3 rejections became a closed loop; 2 were asked about, 1 answered.",
        ),
    ],
)
def test_loops_are_told_in_words_that_are_true_of_none_and_of_one(
    funnel: Funnel, said: str
) -> None:
    assert loops.chart(funnel, 0).says == said
