"""A climbing line: how many of the replies had come by which day."""

from collections.abc import Sequence

from markupsafe import Markup

from tracker.insights.drawing.svg import BOLDER, WIDTH, DrawingSheet, measure, nice, polyline
from tracker.insights.figures.survival import Curve

LEFT, RIGHT, TOP, HEIGHT = 38, 6, 38, 120
ENDS_AFTER, SHORTEST = 1.5, 14
"""Nothing changes any more after the last reply, however long the others have waited."""


def curve(title: str, known: Curve, mark: int | None, mark_words: str) -> Markup:
    """From the day of applying until well after the last reply; `mark` is a day to point at."""
    sheet = DrawingSheet()
    days = nice(min(known.last, max(ENDS_AFTER * known.steps[-1].day, SHORTEST)), 5)
    across = (WIDTH - LEFT - RIGHT) / days[-1]

    def at(day: float, share: float) -> tuple[float, float]:
        return LEFT + day * across, TOP + HEIGHT * (1 - share)

    _axes(sheet, days, across)
    steps = [(step.day, known.of_those_that_came(step.day)) for step in known.steps]
    stairs = polyline([at(*point) for point in _stairs(steps, min(known.last, days[-1]))])
    sheet.area(f"{stairs}V{TOP + HEIGHT}H{LEFT}Z", "c", 0.4)
    sheet.line(stairs, "s", 2.5)
    if mark is not None:
        x, y = at(mark, known.of_those_that_came(mark))
        sheet.line(f"M{x:.1f} {TOP - 4}V{TOP + HEIGHT}", "e", 1.5, "4 3")
        sheet.dot(x, y, hollow=True)
        left = max(0.0, min(x, WIDTH - measure(mark_words) * BOLDER))
        sheet.text(left, TOP - 8, mark_words, "i", "start", 12, bold=True)
    return sheet.document(title, TOP + HEIGHT + 38)


def _axes(sheet: DrawingSheet, days: Sequence[int], across: float) -> None:
    for place in range(3):
        y = TOP + HEIGHT - HEIGHT * place / 2
        sheet.line(f"M{LEFT} {y:.1f}H{WIDTH - RIGHT}", "l")
        sheet.text(LEFT - 5, y + 4, f"{50 * place}%", "m", "end", 12)
    for day in days:
        x = LEFT + day * across
        sheet.text(x, TOP + HEIGHT + 17, str(day), "m", "end" if day == days[-1] else "middle", 12)
    sheet.text(WIDTH / 2, TOP + HEIGHT + 33, "days after applying", "m", "middle", 12)
    sheet.text(0, 11, "replies that had come", "m", "start", 12)


def _stairs(points: list[tuple[int, float]], end: int) -> list[tuple[float, float]]:
    made: list[tuple[float, float]] = [(0, 0)]
    for day, share in points:
        made += [(day, made[-1][1]), (day, share)]
    return [*made, (end, made[-1][1])]
