"""Time in each stage."""

from collections.abc import Mapping, Sequence

from tracker.insights.charts.brief import of_bars
from tracker.insights.charts.chart import Chart
from tracker.insights.drawing.bars import BarPart, stretches
from tracker.insights.drawing.svg import nice
from tracker.insights.figures.survival import Curve, Wait, kaplan_meier
from tracker.loop.stage import Stage
from tracker.values.formatting import plural

TITLE = "Time in each stage"
EMPTY = (
    "How long applications stand in each stage before they go on: it shows once five have gone on "
    "from one."
)
KEY = "The bar shows the middle 50%."
PARTS = (0.25, 0.5, 0.75)
TONES = {
    Stage.APPLIED: "applied",
    Stage.INTERVIEW: "interview",
    Stage.REJECTED: "rejected",
    Stage.FEEDBACK_RECEIVED: "feedback",
    Stage.ACTION_TAKEN: "action",
}


def chart(stays: Mapping[str, Sequence[Wait]], undated: int) -> Chart:
    """Of those that went on; those still there count as long as they have been there."""
    curves = {Stage(stage): kaplan_meier(waits) for stage, waits in stays.items() if waits}
    if not any(curve.enough for curve in curves.values()):
        return Chart("stages", TITLE, EMPTY, "")
    quarters = {stage: [curve.usual(part) for part in PARTS] for stage, curve in curves.items()}
    ticks = nice(max(days[-1] or 0 for days in quarters.values()) or 1, 5)
    rows = [
        BarPart(stage.label, _words(curves[stage], half), low, half, high, TONES[stage])
        for stage, (low, half, high) in quarters.items()
    ]
    return Chart(
        "stages",
        TITLE,
        _says(curves, quarters),
        stretches(TITLE, rows, ticks),
        ("Stage", "Went on", "Still there", "A quarter within", "Half within", "Three quarters"),
        tuple(
            (stage.label, curve.events, curve.n - curve.events, *map(_days, quarters[stage]))
            for stage, curve in curves.items()
        ),
        f"{plural(undated, 'move')} without a date left out." if undated else "",
        of_bars(rows),
        KEY,
    )


def _words(curve: Curve, half: int | None) -> str:
    return f"{curve.events:,} went on" if half is None else f"half within {_days(half)}"


def _days(days: int | None) -> str:
    return "" if days is None else plural(days, "day")


def _says(curves: Mapping[Stage, Curve], quarters: Mapping[Stage, Sequence[int | None]]) -> str:
    stage = next(stage for stage, curve in curves.items() if curve.enough)
    curve, half = curves[stage], quarters[stage][1]
    return (
        f"Of {plural(curve.n, 'application')} in {stage.label}, {curve.events:,} went on, "
        f"half of them within {_days(half)}. {KEY}"
    )
