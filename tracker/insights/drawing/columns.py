"""Two counts over time, one above the line and one below it."""

from collections.abc import Sequence
from typing import NamedTuple

from markupsafe import Markup

from tracker.insights.drawing.svg import BOLDER, WIDTH, DrawingSheet, measure

TOP, FULL, BOTH = 24, 110, 150
"""Both sides together are lower than two of one: else the drawing is tall for what it says."""


class DrawnColumn(NamedTuple):
    """One stretch of time."""

    label: str
    above: int
    below: int


def columns(title: str, above: str, below: str, made: Sequence[DrawnColumn]) -> Markup:
    """On one scale; the name of each count that there is stands beside its columns."""
    sheet = DrawingSheet()
    up, down = max(column.above for column in made), max(column.below for column in made)
    scale = min(FULL / max(1, up, down), BOTH / max(1, up + down))
    line = TOP + up * scale + 14
    deep = down * scale
    step = WIDTH / len(made)
    width = min(step * 0.72, 30)
    if any(column.above for column in made):
        sheet.text(0, 13, above, "m", bold=True, size=12)
    for place, column in enumerate(made):
        middle = step * (place + 0.5)
        _column(sheet, column, middle, width, step, line, scale)
    sheet.line(f"M0 {line:.1f}H{WIDTH}", "e")
    base = line + deep + 22
    if deep and not _has_name_beside(sheet, below, made, step, line, width):
        sheet.text(0, base + 10, below, "m", bold=True, size=12)
        base += 18
    for place in _labelled(made, step):
        anchor = "start" if place == 0 else "end" if place == len(made) - 1 else "middle"
        x = {"start": 0.0, "end": WIDTH - 1.0}.get(anchor, step * (place + 0.5))
        sheet.text(x, base + 10, made[place].label, "m", anchor, 12)
    return sheet.document(title, base + 16)


def _column(
    sheet: DrawingSheet,
    column: DrawnColumn,
    middle: float,
    width: float,
    step: float,
    line: float,
    scale: float,
) -> None:
    if column.above:
        height = column.above * scale
        sheet.rect(middle - width / 2, line - height, width, height, "applied")
        if measure(str(column.above), 12) < step:
            sheet.text(middle, line - height - 4, str(column.above), "i", "middle", 12)
    if column.below:
        height = column.below * scale
        sheet.rect(middle - width / 2, line + 1, width, height, "action")
        if measure(str(column.below), 12) < step:
            sheet.text(middle, line + height + 14, str(column.below), "i", "middle", 12)


def _has_name_beside(
    sheet: DrawingSheet,
    name: str,
    made: Sequence[DrawnColumn],
    step: float,
    line: float,
    width: float,
) -> bool:
    """Before the first column below the line or after the last, where there is room for it."""
    places = [place for place, column in enumerate(made) if column.below]
    before = step * (places[0] + 0.5) - width / 2 - 8
    after = step * (places[-1] + 0.5) + width / 2 + 8
    room = measure(name, 12) * BOLDER
    if room <= before:
        sheet.text(before, line + 15, name, "m", "end", 12, bold=True)
    elif room <= WIDTH - after:
        sheet.text(after, line + 15, name, "m", "start", 12, bold=True)
    return room <= max(before, WIDTH - after)


def _labelled(made: Sequence[DrawnColumn], step: float) -> list[int]:
    widest = max(measure(column.label, 12) for column in made) + 14
    every = max(1, -(-int(widest) // max(1, int(step))))
    places = list(range(0, len(made), every))
    last = len(made) - 1
    if places[-1] != last:
        places = [place for place in places if last - place >= every] + [last]
    return places
