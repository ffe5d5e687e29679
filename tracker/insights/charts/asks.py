"""What gets answers: which way of asking, in which words."""

from tracker.insights.charts.brief import of_dots
from tracker.insights.charts.chart import Chart
from tracker.insights.charts.interviews import row
from tracker.insights.drawing.dots import Dot, DotGroup, dots
from tracker.insights.figures.asks import AskCount, by_channel, by_script, by_tone, still_waiting
from tracker.insights.figures.intervals import Rate
from tracker.values.formatting import plural

TITLE = "What gets answers"
EMPTY = (
    "Which way of asking brings an answer, call or email, and in which words: it shows once "
    "somebody has answered."
)


def chart(asks: list[AskCount]) -> Chart:
    """Those that may still be answered are left out and counted."""
    channels, waiting = by_channel(asks), still_waiting(asks)
    every = Rate(sum(r.hits for r in channels.values()), sum(r.n for r in channels.values()))
    if not every.hits:
        return Chart("asking", TITLE, EMPTY, "")
    tones = by_tone(asks)
    groups = [
        _group("How", channels),
        _group("Script or email", by_script(asks)),
        _group("Tone", tones if len(tones) > 1 else {}),
    ]
    groups = [group for group in groups if group.dots]
    return Chart(
        "asking",
        TITLE,
        f"{every.told('calls and emails were answered')}. In one survey from 2022, most "
        "candidates were given no reason. Silence is no judgement.",
        dots(TITLE, groups),
        ("By", "Which", "Asked", "Answered", "Share", "Probably between"),
        tuple(row(group.title, dot) for group in groups for dot in group.dots),
        f"{plural(waiting, 'call or email', 'calls and emails')} left out: an answer may "
        f"still come."
        if waiting
        else "",
        of_dots(groups),
    )


def _group(title: str, rates: dict[str, Rate]) -> DotGroup:
    return DotGroup(title, [Dot(name, rate) for name, rate in rates.items()])
