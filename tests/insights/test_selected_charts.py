"""A chart that shows what another part holds is shown only with that part."""

import pytest

from tracker.insights.charts.chart import Chart
from tracker.insights.selected_charts import chosen
from tracker.sharing.selection import FOR_LINKS, Choice, Part

CHARTS = tuple(Chart(name, name, "", "") for name in ("way", "themes", "asking", "worked"))


@pytest.mark.parametrize(
    ("left_out", "shown"),
    [
        (None, ["way", "themes", "asking", "worked"]),
        (Part.FEEDBACK, ["way", "asking", "worked"]),
        (Part.ASKS, ["way", "themes", "worked"]),
        (Part.ACTIONS, ["way", "themes", "asking"]),
        (Part.INSIGHTS, []),
    ],
)
def test_charts_need_the_part_whose_facts_they_show(
    left_out: Part | None, shown: list[str]
) -> None:
    choice = Choice(frozenset(FOR_LINKS) - {left_out})

    assert [chart.id for chart in chosen(choice, CHARTS)] == shown
