"""Flows from column to column, as wide as they are many."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from tracker.insights.drawing.svg import WIDTH, DrawingSheet, measure, num, wrap_to_width

NODE, HEIGHT, LEAST = 10, 200, 2
"""A node's width, the height of all that flows, and of a node at least."""
LINE, TWO = 19, 36
"""Room for the words of a node, and for those that stand on two lines."""
PLACES = (0.0, 0.38, 1.0)
"""Where the three columns stand; the words of the last two share the room between them."""


class Node(NamedTuple):
    """One stop; its key is its own within a column."""

    key: str
    label: str
    tone: str
    """A fill of the sheet: a stage's, accent for an offer, grey for the rest."""


class Box(NamedTuple):
    """Where a node stands."""

    x: float
    y: float
    height: float
    n: int


Flow = tuple[str, str]
Stops = tuple[Sequence[Node], Sequence[Node], Sequence[Node]]


def sankey(
    title: str, stops: Stops, flows: tuple[Mapping[Flow, int], Mapping[Flow, int]]
) -> Markup:
    """Three columns of nodes in their order, and the flows between each two of them."""
    sheet = DrawingSheet()
    counts = _counts(stops, flows)
    scale = HEIGHT / max(1, sum(counts[0].values()))
    rooms = [
        {key: max(TWO if key in twice else LINE, n * scale + 6) for key, n in column.items()}
        for column, twice in zip(counts, _on_two_lines(stops, counts[0]), strict=True)
    ]
    tall = max(sum(column.values()) for column in rooms)
    boxes = [
        _stack(column, room, place * (WIDTH - NODE), scale, tall)
        for column, room, place in zip(counts, rooms, PLACES, strict=True)
    ]
    for side in (0, 1):
        _flows(sheet, boxes[side], boxes[side + 1], flows[side], stops[side + 1], scale)
    for column, box in zip(stops, boxes, strict=True):
        _nodes(sheet, column, box)
    return sheet.document(title, tall + 4)


def _counts(
    stops: Stops, flows: tuple[Mapping[Flow, int], Mapping[Flow, int]]
) -> list[dict[str, int]]:
    """How many pass through each node, in the order of its column."""
    ends = ((flows[0], 0), (flows[0], 1), (flows[1], 1))
    return [
        {
            node.key: sum(n for flow, n in between.items() if flow[end] == node.key)
            for node in column
        }
        for column, (between, end) in zip(stops, ends, strict=True)
    ]


def _on_two_lines(stops: Stops, first: Mapping[str, int]) -> tuple[set[str], set[str], set[str]]:
    """Names of the first column that are long, and all in the middle, above their number."""
    long = {node.key for node in stops[0] if len(_lines(node, first[node.key])) > 1}
    return long, {node.key for node in stops[1]}, set()


def _lines(node: Node, count: int) -> list[str]:
    """What stands beside a node of the first column, of which its number is never cut.

    A name that fills the line has it below.
    """
    room, number = WIDTH * PLACES[1] - NODE - 9, f" {count:,}"
    if room - measure(number) < measure(node.label) <= room and " " not in node.label:
        return [node.label, number.strip()]
    *before, last = wrap_to_width(node.label, room - measure(number))
    return [*before, f"{last} {count:,}"]


def _stack(
    column: Mapping[str, int], rooms: Mapping[str, float], x: float, scale: float, tall: float
) -> dict[str, Box]:
    """One below the other, each with room for its words, spread over the whole height."""
    gap = (tall - sum(rooms.values())) / max(1, len(column))
    boxes, y = {}, gap / 2
    for key, count in column.items():
        height = max(LEAST, count * scale)
        boxes[key] = Box(x, y + (rooms[key] - height) / 2, height, count)
        y += rooms[key] + gap
    return boxes


def _flows(
    sheet: DrawingSheet,
    left: Mapping[str, Box],
    right: Mapping[str, Box],
    flows: Mapping[Flow, int],
    ends: Sequence[Node],
    scale: float,
) -> None:
    tones = {node.key: node.tone for node in ends}
    from_y = {key: box.y for key, box in left.items()}
    to_y = {key: box.y for key, box in right.items()}
    for first in left:
        for last in right:
            if count := flows.get((first, last), 0):
                width = max(count * scale, 0.7)
                start = (left[first].x + NODE, from_y[first])
                end = (right[last].x, to_y[last])
                sheet.area(_band(start, end, width), tones[last], 0.3)
                from_y[first] += count * scale
                to_y[last] += count * scale


def _band(start: tuple[float, float], end: tuple[float, float], width: float) -> str:
    (x, y), (u, v) = start, end
    half = num((x + u) / 2)
    return (
        f"M{num(x)} {num(y)}C{half} {num(y)} {half} {num(v)} {num(u)} {num(v)}V{num(v + width)}"
        f"C{half} {num(v + width)} {half} {num(y + width)} {num(x)} {num(y + width)}Z"
    )


def _nodes(sheet: DrawingSheet, column: Sequence[Node], boxes: Mapping[str, Box]) -> None:
    for node in column:
        box = boxes[node.key]
        sheet.rect(box.x, box.y, NODE, box.height, node.tone)
        middle, count = box.y + box.height / 2 + 4.5, f"{box.n:,}"
        if box.x == 0:
            lines = _lines(node, box.n)
            for place, words in enumerate(lines):
                sheet.text(NODE + 5, middle + 16 * place - 8 * (len(lines) - 1), words, halo=True)
        elif box.x < WIDTH / 2:
            sheet.text(box.x + NODE + 5, middle - 7, node.label, halo=True)
            sheet.text(box.x + NODE + 5, middle + 9, count, bold=True, halo=True)
        else:
            sheet.text(box.x - 5, middle, f"{node.label} {count}", anchor="end", halo=True)
