"""Names and how often each came to an interview: drawn, in a table, and in one sentence."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.insights.drawing.bars import Bar, bars
from tracker.insights.figures.better import verdict
from tracker.insights.figures.intervals import FOR_A_VERDICT, Rate
from tracker.loop.step_back import UNKNOWN, UNNOTED, Tally
from tracker.values.formatting import count, plural, shortened

MOST = 8
"""Rows of a table; the rest is counted."""


class TallyTable(NamedTuple):
    """Names, how many were sent, how many came to an interview."""

    rows: list[Tally]
    more: int
    finding: str
    """The one sentence to take away."""
    drawing: str
    """A bar each: how large a share of those that were sent came to an interview."""


def present_tally(rows: Sequence[Tally]) -> TallyTable:
    """The most frequent."""
    shown = list(rows[:MOST])
    drawn = [bar(row, Rate(row.interviews, row.sent)) for row in shown]
    some = any(each.value for each in drawn)
    drawing = bars("Came to an interview, of those that were sent", drawn, 1) if some else ""
    return TallyTable(shown, max(len(rows) - MOST, 0), tally_words(rows), drawing)


def bar(row: Tally, rate: Rate) -> Bar:
    """Its length is the share; too few have none, only their counts."""
    return Bar(row.name, rate.share if rate.enough else 0, rate.counts, tone="interview")


def tally_words(rows: Sequence[Tally]) -> str:
    """Which share is larger by more than chance; else that none is, or that there are too few."""
    known = [row for row in rows if row.name not in (UNKNOWN, UNNOTED)]
    if not known:
        return ""
    if len(known) == 1:
        rate = Rate(known[0].interviews, known[0].sent)
        came = f"{rate.counts} came to an interview" if rate.hits else f"{count(rate.n)} sent"
        return f"“{shortened(known[0].name, 60)}”: {came}."
    found = verdict({row.name: Rate(row.interviews, row.sent) for row in known})
    if len(found.compared) < 2:
        return f"Too few to compare yet. With {FOR_A_VERDICT} of each, this says more."
    (name, rate), (other, next_rate), *_ = found.compared
    against = f", against {next_rate.counts} with “{shortened(other, 60)}”"
    counts = rate.counts + (against if next_rate.hits else "")
    if found.clear:
        return f"More interviews with “{shortened(name, 60)}”: {counts}."
    if not rate.hits:
        return "No clear difference so far."
    if rate.share == next_rate.share:
        return f"The same so far: {rate.counts} and {next_rate.counts} came to an interview."
    return f"No clear difference. “{shortened(name, 60)}” has {counts}; that may be chance."


def too_young_words(young: int, quiet_days: int) -> str:
    """Those that are left out."""
    if not young:
        return ""
    left = (
        f"{plural(young, 'application')} of the last {plural(quiet_days, 'day')}, or without a day"
    )
    return f"Not counted, because an answer may still come: {left}."
