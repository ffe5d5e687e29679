"""Shares as dots with their intervals, in groups, on one axis."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tracker.insights.drawing.svg import (
    BOLDER,
    WIDTH,
    DrawingSheet,
    measure,
    shorten_to_width,
    wrap_to_width,
)
from tracker.insights.figures.intervals import Rate, percent

ROW, HEAD, LEFT, LINE = 42, 30, 6, 16
SPAN = WIDTH - 2 * LEFT


class Dot(NamedTuple):
    """One share; a hollow one is the earlier of two."""

    label: str
    rate: Rate
    hollow: bool = False


class DotGroup(NamedTuple):
    """Shares that are compared with each other."""

    title: str
    dots: Sequence[Dot]


def dots(title: str, groups: Sequence[DotGroup]) -> Markup:
    """Fewer than five are counts only, without a dot."""
    sheet = DrawingSheet()
    top_of_scale = _top(groups)
    heads = [wrap_to_width(group.title, WIDTH / BOLDER) for group in groups]
    height = sum(HEAD + ROW * len(group.dots) for group in groups)
    height += sum(LINE * (len(head) - 1) for head in heads)
    for place in range(5):
        x = LEFT + SPAN * place / 4
        sheet.line(f"M{x:.1f} {HEAD - 6}V{height}", "l")
        anchor = ("start", "middle", "middle", "middle", "end")[place]
        at = {"start": 0.0, "end": float(WIDTH)}.get(anchor, x)
        share = top_of_scale * place / 4
        sheet.text(at, height + 15, f"{share * 100:g}%", "m", anchor, 12)
    y = 0
    for group, head in zip(groups, heads, strict=True):
        for words in head:
            sheet.text(0, y + 16, words, "m", bold=True, halo=True)
            y += LINE
        y += HEAD - LINE
        for dot in group.dots:
            _row(sheet, y, dot, SPAN / top_of_scale)
            y += ROW
    return sheet.document(title, height + 20)


def _row(sheet: DrawingSheet, y: float, dot: Dot, scale: float) -> None:
    counts = dot.rate.counts
    words = f"{percent(dot.rate.share)}% · {counts}" if dot.rate.enough else counts
    sheet.text(
        0, y + 12, shorten_to_width(dot.label, WIDTH - measure(words) * BOLDER - 12), halo=True
    )
    sheet.text(WIDTH, y + 12, words, anchor="end", bold=True, halo=True)
    if not dot.rate.enough:
        sheet.line(f"M{LEFT} {y + 26}H{WIDTH - LEFT}", "l", 1, "2 4")
        return
    low, high = (LEFT + bound * scale for bound in dot.rate.interval)
    sheet.line(f"M{low:.1f} {y + 26}H{high:.1f}", "s", 2, "5 3" if dot.hollow else "")
    for end in (low, high):
        sheet.line(f"M{end:.1f} {y + 22}V{y + 30}", "s", 2)
    sheet.dot(LEFT + dot.rate.share * scale, y + 26, dot.hollow)


def _top(groups: Sequence[DotGroup]) -> float:
    highest = max(
        (dot.rate.interval.high for group in groups for dot in group.dots if dot.rate.enough),
        default=1.0,
    )
    return next(top for top in (0.1, 0.2, 0.4, 0.6, 0.8, 1.0) if highest <= top)
