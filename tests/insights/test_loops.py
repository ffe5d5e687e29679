"""The sentence of what was learnt from rejections, with none and with one."""

import pytest

from tracker.insights.charts import loops
from tracker.insights.figures.funnel import Funnel


@pytest.mark.parametrize(
    ("funnel", "said"),
    [
        (Funnel(3, 0, 0, 0, 0, 0), loops.EMPTY),
        (Funnel(3, 0, 0, 1, 0, 0), "Learnt something from 1 of 3 rejections."),
        (
            Funnel(1, 1, 0, 0, 0, 0),
            "Asked for advice after 1 of 1 rejection.",
        ),
        (
            Funnel(3, 2, 1, 1, 0, 0),
            "Learnt something from 1 of 3 rejections; asked for advice after 2, and 1 answered.",
        ),
    ],
)
def test_loops_are_told_in_words_that_are_true_of_none_and_of_one(
    funnel: Funnel, said: str
) -> None:
    assert loops.chart(funnel, 0).says == said


def test_whole_is_no_share_of_itself_and_what_came_unasked_was_not_asked_for() -> None:
    chart = loops.chart(Funnel(26, 2, 1, 1, 3, 0), 0)

    assert chart.rows[0] == ("Rejections", 26, "", "")
    assert chart.rows[1] == ("Asked for advice", 2, "8%", "2 and 24%")
    assert chart.caution == "After 3 rejections feedback came unasked."
