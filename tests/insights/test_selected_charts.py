"""A chart that shows what another part holds is shown only with that part."""

import pytest

from tracker.insights.charts.chart import Chart
from tracker.insights.selected_charts import selected_charts
from tracker.sharing.selection import FOR_LINKS, Selection, SharedPart

CHARTS = tuple(
    Chart(name, name, "", "") for name in ("way", "sources", "themes", "asking", "worked")
)


@pytest.mark.parametrize(
    ("left_out", "shown"),
    [
        (None, ["way", "sources", "themes", "asking", "worked"]),
        (SharedPart.FEEDBACK, ["way", "sources", "asking", "worked"]),
        (SharedPart.ASKS, ["way", "sources", "themes", "worked"]),
        (SharedPart.ACTIONS, ["way", "sources", "themes", "asking"]),
        (SharedPart.APPLICATIONS, ["way", "themes", "asking"]),
        (SharedPart.INSIGHTS, []),
    ],
)
def test_charts_need_the_part_whose_facts_they_show(
    left_out: SharedPart | None, shown: list[str]
) -> None:
    choice = Selection(frozenset(FOR_LINKS) - {left_out})

    assert [chart.id for chart in selected_charts(choice, CHARTS)] == shown
