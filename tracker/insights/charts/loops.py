"""Loops closed: the measure of it all, as a small funnel."""

from tracker.insights.charts.chart import Chart
from tracker.insights.drawing.bars import Bar, bars
from tracker.insights.figures.funnel import Funnel
from tracker.insights.figures.intervals import Rate, percent
from tracker.values.formatting import plural

TITLE = "Loops closed"
EMPTY = (
    "How many rejections were asked about, answered, and turned into a next step that is done: "
    "it shows once there is a rejection."
)


def chart(funnel: Funnel, undated: int) -> Chart:
    """Whole numbers; the shares stand in the table."""
    if not funnel.noes:
        return Chart("loops", TITLE, EMPTY, "")
    steps = (
        ("Rejections", funnel.noes),
        ("Asked for advice", funnel.asked),
        ("Answered", funnel.answered),
        ("Loop closed", funnel.closed),
        ("Used in a later application", funnel.used),
    )
    return Chart(
        "loops",
        TITLE,
        _says(funnel),
        bars(TITLE, [Bar(label, count, f"{count:,}") for label, count in steps]),
        ("Step", "Rejections", "Share", "Likely"),
        tuple(
            (label, count, *(_share(count, funnel.noes) if number else ("", "")))
            for number, (label, count) in enumerate(steps)
        ),
        _caution(funnel, undated),
    )


def _caution(funnel: Funnel, undated: int) -> str:
    """A whole is no share of itself; what came unasked was not asked for."""
    told = []
    if funnel.unasked:
        told.append(f"After {plural(funnel.unasked, 'rejection')} feedback came unasked.")
    if undated:
        told.append(f"{plural(undated, 'rejection')} without a date left out.")
    return " ".join(told)


def _says(funnel: Funnel) -> str:
    """What was done; what was not is left unsaid."""
    told = f"{funnel.closed:,} of {plural(funnel.noes, 'rejection')} became a closed loop"
    if not funnel.asked:
        return f"{told}." if funnel.closed else f"{plural(funnel.noes, 'rejection')}."
    were = f"{'was' if funnel.asked == 1 else 'were'} asked about"
    answered = f", {funnel.answered:,} answered" if funnel.answered else ""
    if not funnel.closed:
        return f"{funnel.asked:,} of {plural(funnel.noes, 'rejection')} {were}{answered}."
    return f"{told}; {funnel.asked:,} {were}{answered}."


def _share(count: int, noes: int) -> tuple[str, str]:
    rate = Rate(min(count, noes), noes)
    return (f"{percent(rate.share)}%", rate.range) if rate.enough else ("", "")
