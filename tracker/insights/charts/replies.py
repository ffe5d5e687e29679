"""How long replies take, of those that came."""

from tracker.insights.charts.brief import Brief
from tracker.insights.charts.chart import Chart
from tracker.insights.drawing.curve import curve as drawn
from tracker.insights.figures.intervals import ENOUGH, percent
from tracker.insights.figures.survival import Curve, CurveStep
from tracker.values.formatting import plural

TITLE = "How long replies take"
EMPTY = (
    "How long it takes until they answer, and by which day most had answered: it shows from "
    f"{ENOUGH} replies on."
)
DAYS = (3, 7, 14, 21, 28, 42, 60, 90, 180, 365)


def chart(known: Curve, undated: int) -> Chart:
    """A reply is an invitation, a no or an offer; those still waiting count as long as they do."""
    usual = known.usual()
    if usual is None:
        so_far = f" So far there {'is' if known.events == 1 else 'are'} {known.events}."
        return Chart("replies", TITLE, EMPTY + (so_far if known.events else ""), "")
    rows = [_row(day, known) for day in DAYS if day <= max(known.last, DAYS[0])]
    return Chart(
        "replies",
        TITLE,
        f"Nine in ten replies came within {plural(usual, 'day')}. "
        f"{known.events:,} of {plural(known.n, 'application')} have had one.",
        drawn(TITLE, known, usual, f"9 in 10 of the replies by day {usual}"),
        (
            "Days after applying",
            "Of the replies",
            "Of all applications",
            "Probably between",
            "Still waiting that day",
        ),
        tuple(rows),
        f"Left out: {plural(undated, 'application')} without dates that fit." if undated else "",
        (Brief("Replies that had come", [(f"By day {row[0]}", row[1]) for row in rows]),),
    )


def _row(day: int, known: Curve) -> tuple[int, str, str, str, int]:
    reached = [step for step in known.steps if step.day <= day]
    of_replies = f"{percent(known.of_those_that_came(day))}%"
    if not reached:
        return day, of_replies, "0%", "", known.at_risk(day)
    last: CurveStep = reached[-1]
    likely = f"{percent(last.low)} and {percent(last.high)}%"
    return day, of_replies, f"{percent(last.share)}%", likely, known.at_risk(day)
