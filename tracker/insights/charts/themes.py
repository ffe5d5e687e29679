"""What they keep saying."""

from tracker.insights.charts.brief import of_bars
from tracker.insights.charts.chart import Chart
from tracker.insights.drawing.bars import Bar, bars
from tracker.insights.figures.feedback_themes import ThemeMentions, Themes
from tracker.values.formatting import plural, shortened

TITLE = "What they keep saying"
LONGEST = 60
KEY = "Light bars are strengths."
EMPTY = (
    "The themes of what they told you, by how often they come up: it shows once you have picked "
    "points from an answer and given them themes."
)


def chart(themes: Themes) -> Chart:
    """Points to improve count first; strengths stand beside them, lighter."""
    if not themes.shown:
        return Chart("themes", TITLE, EMPTY, "")
    strengths = any(said.strength for said in themes.shown)
    rows = [
        Bar(said.name, said.improve, counted(said), beside=said.strength) for said in themes.shown
    ]
    return Chart(
        "themes",
        TITLE,
        f"{_says(themes)} {KEY}" if strengths else _says(themes),
        bars(TITLE, rows),
        ("Theme", "To improve", "Strength"),
        tuple((said.name, said.improve, said.strength) for said in themes.shown),
        _left_out(themes),
        of_bars(rows),
        KEY if strengths else "",
    )


def counted(said: ThemeMentions) -> str:
    """4, or 2 strengths, or both."""
    if not said.strength:
        return f"{said.improve}"
    strong = plural(said.strength, "strength")
    return f"{said.improve} · {strong}" if said.improve else strong


def _says(themes: Themes) -> str:
    first = themes.shown[0]
    answers = f"{plural(themes.answers, 'answer')} with points"
    if not first.improve:
        return f"{answers}, and only strengths in them so far."
    if first.improve == 1:
        return f"Nothing to improve came up twice yet, in {answers}."
    name = shortened(first.name, LONGEST)
    return f"“{name}” comes up most: {plural(first.improve, 'time')} in {answers}."


def _left_out(themes: Themes) -> str:
    parts = []
    if themes.further:
        parts.append(plural(themes.further, "rarer theme"))
    if themes.without:
        parts.append(f"{plural(themes.without, 'point')} without a theme")
    if themes.sorted_out:
        parts.append(f"{plural(themes.sorted_out, 'point')} marked “not about me”")
    return f"Left out: {', '.join(parts)}." if parts else ""
