"""A climbing curve of shares over days, with its interval as a band."""

from collections.abc import Sequence

from markupsafe import Markup

from tracker.insights.drawing.svg import BOLDER, WIDTH, DrawingSheet, measure, nice, polyline
from tracker.insights.figures.survival import Curve

LEFT, RIGHT, TOP, HEIGHT = 38, 40, 38, 170
OF_REPLIES = (1.0, 0.9, 0.5, 0.0)
"""Shares of the replies that the axis on the right names, where there is room for them."""
ROOM = 13
"""Units that a line of that axis needs."""
ENDS_AFTER, SHORTEST = 1.5, 14
"""Nothing changes any more after the last reply, however long the others have waited."""


def curve(title: str, known: Curve, mark: int | None, mark_words: str) -> Markup:
    """From the day of applying until well after the last reply; `mark` is a day to point at."""
    sheet = DrawingSheet()
    days = nice(min(known.last, max(ENDS_AFTER * known.steps[-1].day, SHORTEST)), 5)
    across = (WIDTH - LEFT - RIGHT) / days[-1]
    share_top = next(
        top for top in (0.2, 0.4, 0.6, 0.8, 1.0) if known.steps[-1].high <= top + 1e-9 or top == 1
    )

    def at(day: float, share: float) -> tuple[float, float]:
        return LEFT + day * across, TOP + HEIGHT - share / share_top * HEIGHT

    _axes(sheet, days, across, share_top)
    _of_replies(sheet, known.steps[-1].share / share_top)
    points = [(step.day, step.share, step.low, step.high) for step in known.steps]
    end = (min(known.last, days[-1]), *points[-1][1:])
    for first, second in zip([*points], [*points[1:], end], strict=True):
        _band(sheet, at(first[0], first[3]), at(second[0], first[2]))
    stairs = _stairs([(day, share) for day, share, _, _ in points], end[0])
    sheet.line(polyline([at(day, share) for day, share in stairs]), "s", 2.5)
    if mark is not None:
        x, y = at(mark, known.at(mark))
        sheet.line(f"M{x:.1f} {TOP - 4}V{TOP + HEIGHT}", "e", 1.5, "4 3")
        sheet.dot(x, y, hollow=True)
        left = max(0.0, min(x, WIDTH - measure(mark_words) * BOLDER))
        sheet.text(left, TOP - 8, mark_words, "i", "start", 12, bold=True)
    return sheet.document(title, TOP + HEIGHT + 38)


def _axes(sheet: DrawingSheet, days: Sequence[int], across: float, share_top: float) -> None:
    for place in range(5):
        y = TOP + HEIGHT - HEIGHT * place / 4
        sheet.line(f"M{LEFT} {y:.1f}H{WIDTH - RIGHT}", "l")
        sheet.text(LEFT - 5, y + 4, f"{share_top * 25 * place:g}%", "m", "end", 12)
    for day in days:
        x = LEFT + day * across
        sheet.text(x, TOP + HEIGHT + 17, str(day), "m", "end" if day == days[-1] else "middle", 12)
    sheet.text(WIDTH / 2, TOP + HEIGHT + 33, "days after applying", "m", "middle", 12)
    sheet.text(0, 11, "of all applications", "m", "start", 12)


def _of_replies(sheet: DrawingSheet, top: float) -> None:
    """On the right: how much of all the replies that is; they are all there where it ends."""
    sheet.text(WIDTH, 11, "of the replies", "m", "end", 12)
    lowest = 0.0
    for share in OF_REPLIES:
        y = TOP + HEIGHT - HEIGHT * share * top
        if y - lowest >= ROOM:
            sheet.text(WIDTH, y + 4, f"{share * 100:g}%", "m", "end", 12)
            sheet.line(f"M{WIDTH - RIGHT} {y:.1f}h6", "l")
            lowest = y


def _band(sheet: DrawingSheet, first: tuple[float, float], second: tuple[float, float]) -> None:
    (left, high), (right, low) = first, second
    if right > left and low > high:
        sheet.area(f"M{left:.1f} {high:.1f}H{right:.1f}V{low:.1f}H{left:.1f}Z", "c", 0.6)


def _stairs(points: list[tuple[int, float]], end: int) -> list[tuple[float, float]]:
    made: list[tuple[float, float]] = [(0, 0)]
    for day, share in points:
        made += [(day, made[-1][1]), (day, share)]
    return [*made, (end, made[-1][1])]
