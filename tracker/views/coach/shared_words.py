"""Their words as a coach reads them: once, a point a line, each beside what it is."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker.models.feedback import POINTS
from tracker.sharing.loop_rows import PointRow
from tracker.values.formatting import mid_sentence
from tracker.values.markdown import unmarked

END = re.compile(r"[.!?…][\"'”’)]{0,3}(?=\s|$)|\n")
"""Where a sentence ends that a point is a part of."""
PAUSE = re.compile(r"[,;:]*")


class Line(NamedTuple):
    """Some of their words, and what they are as a point, if they are one."""

    words: str
    about: str = ""


def label(point: PointRow) -> str:
    """Strength · Calm · I agree; what is not about the person needs no theme."""
    theme = "" if point.kind == POINTS["not_me"] else point.theme
    return " · ".join(filter(None, (point.kind, theme, point.agreed)))


def lines(words: str, points: Sequence[PointRow]) -> list[Line]:
    """The words in their order; a point that is in them no more follows with its own words."""
    text = unmarked(words)
    found = [(_place(text, point.quote), point) for point in points]
    placed = sorted((place, label(point)) for place, point in found if place)
    made: list[Line] = []
    since = 0
    for number, ((start, end), about) in enumerate(placed):
        following = placed[number + 1][0][0] if number + 1 < len(placed) else len(text)
        if start < since and made:  # a second point in the same words
            made[-1] = made[-1]._replace(about=f"{made[-1].about}; {about}")
            continue
        until = END.search(text, end - 1, following) or PAUSE.match(text, end)
        stop = max(end, until.end() if until else end)
        made.append(Line(text[since:stop].strip(), about))
        since = stop
    if rest := text[since:].strip():
        made.append(Line(rest))
    gone = (point for place, point in found if place is None)
    return made + [Line(f"“{mid_sentence(each.quote)}”", label(each)) for each in gone]


def _place(text: str, quote: str) -> tuple[int, int] | None:
    pieces = unmarked(quote).split()
    match = re.search(r"\s+".join(map(re.escape, pieces)), text) if pieces else None
    return match.span() if match else None
