"""Flows from column to column, as wide as they are many."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from markupsafe import Markup

from tracker.insights.drawing.svg import SIZE, WIDTH, DrawingSheet, measure, num, wrap_to_width

NODE, HEIGHT, LEAST = 10, 180, 2
"""A node's width, the height of all that flows, and of a node at least."""
LETTERS = 14
"""Of words, in units: 12 pixels where a card leaves 292 of them for the drawing."""
LINE, TWO, BETWEEN = 19, 39, 16
"""Room for the words of a node, for those that stand on two lines, and from one to the next."""
LEFT, RIGHT, APART = 106, 92, 5
"""Room for the words of the outer columns, which no flow enters, and between them and a node."""
PLACES = (LEFT + APART, (LEFT + WIDTH - RIGHT - NODE) / 2, WIDTH - RIGHT - APART - NODE)
"""Where the three columns of nodes stand."""
HEAD = 22
"""Room above and below all flows, for the words of the middle column."""


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
    names = [
        {node.key: _lines(node, counts[column][node.key], wide) for node in stops[column]}
        for column, wide in ((0, LEFT), (2, RIGHT))
    ]
    rooms = [
        {key: _room(words[key], n * scale) for key, n in column.items()}
        for column, words in ((counts[0], names[0]), (counts[2], names[1]))
    ]
    rooms.insert(1, {key: max(LEAST, n * scale) for key, n in counts[1].items()})
    tall = max(sum(column.values()) for column in rooms)
    boxes = [
        _stack(counts[0], rooms[0], PLACES[0], scale, tall),
        _spread(counts[1], rooms[1], tall),
        _stack(counts[2], rooms[2], PLACES[2], scale, tall),
    ]
    for side in (0, 1):
        _flows(sheet, boxes[side], boxes[side + 1], flows[side], stops[side + 1], scale)
    _outer(sheet, stops[0], boxes[0], names[0], -APART)
    _middle(sheet, stops[1], boxes[1], tall)
    _outer(sheet, stops[2], boxes[2], names[1], NODE + APART)
    return sheet.document(title, tall + 2 * HEAD)


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


def _room(lines: Sequence[str], height: float) -> float:
    """The height that a node of an outer column takes with its words."""
    return max(TWO if len(lines) > 1 else LINE, height + 6)


def _lines(node: Node, count: int, wide: float) -> list[str]:
    """What stands beside a node, of which its number is never cut.

    A name that fills the line has it below, one of several words beside its last.
    """
    room, number = wide * SIZE / LETTERS, f" {count:,}"
    first, _, word = node.label.rpartition(" ")
    both = max(measure(first), measure(f"{word}{number}"))
    if first and both <= room < measure(f"{node.label}{number}"):
        return [first, f"{word}{number}"]
    if room - measure(number) < measure(node.label) <= room and " " not in node.label:
        return [node.label, number.strip()]
    *before, last = wrap_to_width(node.label, room - measure(number))
    return [*before, f"{last}{number}"]


def _stack(
    column: Mapping[str, int], rooms: Mapping[str, float], x: float, scale: float, tall: float
) -> dict[str, Box]:
    """One below the other, each with room for its words, spread over the whole height."""
    gap = (tall - sum(rooms.values())) / max(1, len(column))
    boxes, y = {}, HEAD + gap / 2
    for key, count in column.items():
        height = max(LEAST, count * scale)
        boxes[key] = Box(x, y + (rooms[key] - height) / 2, height, count)
        y += rooms[key] + gap
    return boxes


def _spread(column: Mapping[str, int], rooms: Mapping[str, float], tall: float) -> dict[str, Box]:
    """The first at the top of all flows and the last at their foot: their words stand outside."""
    gap = (tall - sum(rooms.values())) / max(1, len(column) - 1)
    boxes, y = {}, float(HEAD)
    for key, count in column.items():
        boxes[key] = Box(PLACES[1], y, rooms[key], count)
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


def _outer(
    sheet: DrawingSheet,
    column: Sequence[Node],
    boxes: Mapping[str, Box],
    names: Mapping[str, Sequence[str]],
    aside: float,
) -> None:
    """Nodes with their words beside them, away from the flows."""
    for node in column:
        box, lines = boxes[node.key], names[node.key]
        sheet.rect(box.x, box.y, NODE, box.height, node.tone)
        y = box.y + box.height / 2 + 5 - BETWEEN / 2 * (len(lines) - 1)
        anchor = "end" if aside < 0 else "start"
        for place, words in enumerate(lines):
            sheet.text(box.x + aside, y + BETWEEN * place, words, anchor=anchor, size=LETTERS)


def _middle(
    sheet: DrawingSheet, column: Sequence[Node], boxes: Mapping[str, Box], tall: float
) -> None:
    """Whether they came to an interview: one above all flows, the other below them."""
    for node, y in zip(column, (HEAD - 8, HEAD + tall + 17), strict=False):
        box = boxes[node.key]
        sheet.rect(box.x, box.y, NODE, box.height, node.tone)
        words = f"{node.label} {box.n:,}"
        sheet.text(box.x + NODE / 2, y, words, anchor="middle", size=LETTERS, bold=True)
