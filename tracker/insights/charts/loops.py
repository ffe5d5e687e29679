"""Rejections learnt from: the measure of it all, as a small funnel."""

from tracker.insights.charts.brief import of_bars
from tracker.insights.charts.chart import Chart
from tracker.insights.drawing.bars import Bar, bars
from tracker.insights.figures.funnel import Funnel
from tracker.insights.figures.intervals import Rate, percent
from tracker.values.formatting import plural

TITLE = "Rejections you learnt from"
EMPTY = (
    "From how many rejections you learnt something, and what came of asking for advice: it shows "
    "once you have asked, or done an action."
)


def chart(funnel: Funnel, undated: int) -> Chart:
    """Whole numbers; the shares stand in the table. Nothing while nothing was asked or learnt."""
    if not funnel.noes or not (funnel.asked or funnel.closed or funnel.used):
        return Chart("loops", TITLE, EMPTY, "")
    steps = (
        ("Rejections", funnel.noes, "rejected"),
        ("Asked for advice", funnel.asked, "rejected"),
        ("Answered", funnel.answered, "feedback"),
        ("Learnt from", funnel.closed, "action"),
        ("Used in a later application", funnel.used, "action"),
    )
    drawn = [Bar(label, n, f"{n:,}", tone=tone) for label, n, tone in steps if n]
    return Chart(
        "loops",
        TITLE,
        _says(funnel),
        bars(TITLE, drawn),
        ("Step", "Rejections", "Share", "Probably between"),
        tuple(
            (label, count, *(_share(count, funnel.noes) if number else ("", "")))
            for number, (label, count, _) in enumerate(steps)
        ),
        _caution(funnel, undated),
        of_bars(bar for bar in drawn if bar.label not in _said(funnel)),
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
    """What was asked and learnt; of what was not, nothing."""
    said = []
    if funnel.closed:
        said.append(
            f"learnt something from {funnel.closed:,} of {plural(funnel.noes, 'rejection')}"
        )
    if funnel.asked:
        answered = f", and {funnel.answered:,} answered" if funnel.answered else ""
        of = "" if funnel.closed else f" of {plural(funnel.noes, 'rejection')}"
        said.append(f"asked for advice after {funnel.asked:,}{of}{answered}")
    told = "; ".join(said) or f"used in a later application: {funnel.used:,}"
    return f"{told[0].upper()}{told[1:]}."


def _said(funnel: Funnel) -> tuple[str, ...]:
    """The steps of which the sentence has the number."""
    return (
        *(("Rejections",) if funnel.closed or funnel.asked else ()),
        *(("Learnt from",) if funnel.closed else ()),
        *(("Asked for advice", "Answered") if funnel.asked else ()),
        *(() if funnel.closed or funnel.asked else ("Used in a later application",)),
    )


def _share(count: int, noes: int) -> tuple[str, str]:
    rate = Rate(min(count, noes), noes)
    return (f"{percent(rate.share)}%", rate.range) if rate.enough else ("", "")
