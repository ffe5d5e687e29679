"""Which charts a choice shows: some show what another part holds, and so need that one too."""

from collections.abc import Iterable

from tracker.insights.charts.chart import Chart
from tracker.sharing.selection import Choice, Part

NEEDS = {"themes": Part.FEEDBACK, "asking": Part.ASKS, "worked": Part.ACTIONS}


def chosen(choice: Choice, charts: Iterable[Chart]) -> tuple[Chart, ...]:
    """Those that are shown, in their order."""
    if Part.INSIGHTS not in choice:
        return ()
    return tuple(each for each in charts if each.id not in NEEDS or NEEDS[each.id] in choice)
