"""Bars that lie: words above, the bar below, so that long words and narrow screens agree."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tracker.insights.drawing.svg import BOLDER, WIDTH, DrawingSheet, measure, shorten_to_width

ROW, BAR = 44, 14


class Bar(NamedTuple):
    """A number to show as a length, and how it reads; `beside` goes on from there, lighter."""

    label: str
    value: float
    words: str
    beside: float = 0
    tone: str = "a"
    """A fill of the sheet: a stage's where it tells of one."""


def bars(title: str, rows: Sequence[Bar], whole: float = 0) -> Markup:
    """All on one scale, from 0 to the largest, or to the whole of which they are parts."""
    sheet = DrawingSheet()
    scale = WIDTH / (whole or max((row.value + row.beside for row in rows), default=1))
    for number, row in enumerate(rows):
        top = number * ROW
        room = WIDTH - measure(row.words) * BOLDER - 12
        sheet.text(0, top + 13, shorten_to_width(row.label, room))
        sheet.text(WIDTH, top + 13, row.words, anchor="end", bold=True)
        sheet.line(f"M0 {top + 20 + BAR}H{WIDTH}", "l")
        length = row.value * scale
        if row.value:
            sheet.rect(0, top + 20, max(length, 2), BAR, row.tone)
        if row.beside:
            sheet.rect(length + 1, top + 20, max(row.beside * scale - 1, 2), BAR, "c")
            end = length + row.beside * scale - 1
            sheet.line(f"M{length + 2:.1f} {top + 20.5}H{end:.1f}", "s")
    return sheet.document(title, len(rows) * ROW)


class BarPart(NamedTuple):
    """From low to high with a middle, each in days; None is beyond what is known."""

    label: str
    words: str
    low: int | None
    middle: int | None
    high: int | None
    tone: str = "a"


def stretches(title: str, rows: Sequence[BarPart], ticks: Sequence[int]) -> Markup:
    """The middle half as a bar, the middle as a stroke, on an axis of days below."""
    sheet = DrawingSheet()
    scale, bottom = (WIDTH - 16) / ticks[-1], len(rows) * ROW
    for tick in ticks:
        x = 8 + tick * scale
        sheet.line(f"M{x:.1f} 0V{bottom + 2}", "l")
        anchor = "start" if tick == 0 else "end" if tick == ticks[-1] else "middle"
        unit = " days" if tick == ticks[-1] else ""
        at = {"start": 0.0, "end": float(WIDTH)}.get(anchor, x)
        sheet.text(at, bottom + 17, f"{tick}{unit}", "m", anchor, 12)
    for number, row in enumerate(rows):
        top = number * ROW
        sheet.text(
            0,
            top + 13,
            shorten_to_width(row.label, WIDTH - measure(row.words) * BOLDER - 12),
            halo=True,
        )
        sheet.text(WIDTH, top + 13, row.words, anchor="end", bold=True, halo=True)
        if row.low is None:
            continue
        high = ticks[-1] if row.high is None else row.high
        x = 8 + row.low * scale
        sheet.rect(x, top + 20, max((high - row.low) * scale, 2), BAR, row.tone)
        if row.middle is not None:
            middle = 8 + row.middle * scale
            sheet.rect(middle - 3.5, top + 19, 7, BAR + 2, "p", 0)
            sheet.rect(middle - 1.5, top + 16, 3, BAR + 8, "i", 1)
    return sheet.document(title, bottom + 22)
