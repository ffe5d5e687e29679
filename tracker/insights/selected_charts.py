"""Which charts a choice shows: some show what another part holds, and so need that one too."""

from collections.abc import Iterable

from tracker.insights.charts.chart import Chart
from tracker.sharing.selection import Selection, SharedPart

NEEDS = {
    "themes": {SharedPart.FEEDBACK},
    "asking": {SharedPart.ASKS},
    "worked": {SharedPart.ACTIONS, SharedPart.APPLICATIONS},
    "sources": {SharedPart.APPLICATIONS},
}
"""Résumé versions, sources and skills are facts of applications."""
FOR_OTHERS = {
    "way": "What happened to the applications",
    "loops": "Rejections learnt from",
}
"""What a chart is called where somebody else reads it: "you" is then another."""


def selected_charts(choice: Selection, charts: Iterable[Chart]) -> tuple[Chart, ...]:
    """Those that are shown, in their order."""
    if SharedPart.INSIGHTS not in choice:
        return ()
    return tuple(_for_others(each) for each in charts if NEEDS.get(each.id, set()) <= choice.parts)


def _for_others(chart: Chart) -> Chart:
    title = FOR_OTHERS.get(chart.id, chart.title)
    return chart._replace(title=title, svg=chart.svg.replace(chart.title, title))
