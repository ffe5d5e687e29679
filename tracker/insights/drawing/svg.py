"""A sheet to draw on, 340 units wide: about as many pixels as a phone has for it."""

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

from markupsafe import Markup, escape

WIDTH = 340
SIZE = 13
"""Of words, in units: more than 11 pixels on the narrowest phone."""
BOLDER = 1.18
"""How much wider words are that are bold."""
FONTS = "system-ui, Noto Sans, DejaVu Sans, Noto Sans CJK SC, sans-serif"
PAPER = "#ffffff"
FILLS = {
    "a": "#28644b",
    "b": "#857f72",
    "c": "#bcd8c9",
    "i": "#25221d",
    "m": "#5f594e",
    "p": PAPER,
    "applied": "#6c5d36",
    "interview": "#435c9a",
    "rejected": "#964b30",
    "feedback": "#156373",
    "action": "#2c683c",
}
"""Accent, grey, tint, ink, quiet words, paper, and the five stages: by their classes."""
LINES = {"s": "#28644b", "e": "#857f72", "l": "#dbd7cd"}
UNDRAWN = re.compile(
    "[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]"
)
"""What no XML may hold, and marks that would turn the words around it."""
JOINER = "\u200d"


class DrawingSheet:
    """Collects what is drawn; x and y in units, from the top left."""

    def __init__(self) -> None:
        self.parts: list[str] = []

    def rect(
        self, x: float, y: float, width: float, height: float, fill: str, corner: float = 2
    ) -> None:
        """A filled box."""
        self.parts.append(
            f'<rect x="{num(x)}" y="{num(y)}" width="{num(width)}" height="{num(height)}" '
            f'rx="{num(min(corner, width / 2, height / 2))}" class="{fill}" fill="{FILLS[fill]}"/>'
        )

    def area(self, path: str, fill: str, opacity: float) -> None:
        """A filled shape that lets through what lies below."""
        self.parts.append(
            f'<path d="{path}" class="{fill}" fill="{FILLS[fill]}" opacity="{num(opacity)}"/>'
        )

    def line(self, path: str, stroke: str, width: float = 1, dashes: str = "") -> None:
        """A line along a path."""
        dashed = f' stroke-dasharray="{dashes}"' if dashes else ""
        self.parts.append(
            f'<path d="{path}" fill="none" class="{stroke}" stroke="{LINES[stroke]}" '
            f'stroke-width="{num(width)}"{dashed}/>'
        )

    def dot(self, x: float, y: float, hollow: bool = False) -> None:
        """A point; a hollow one is filled with the page's colour."""
        look = f'class="p s" fill="{PAPER}"' if hollow else f'class="a s" fill="{FILLS["a"]}"'
        self.parts.append(
            f'<circle cx="{num(x)}" cy="{num(y)}" r="4.5" {look} stroke="{LINES["s"]}" '
            'stroke-width="2"/>'
        )

    def text(
        self,
        x: float,
        y: float,
        words: str,
        fill: str = "i",
        anchor: str = "start",
        size: float = SIZE,
        bold: bool = False,
        halo: bool = False,
    ) -> None:
        """Words that stand on y; with a halo where they lie over colour."""
        look = f' text-anchor="{anchor}"' if anchor != "start" else ""
        look += ' font-weight="600"' if bold else ""
        around = ""
        if halo:
            around = " h"
            look += f' stroke="{PAPER}" stroke-width="3" stroke-linejoin="round"'
            look += ' paint-order="stroke"'
        self.parts.append(
            f'<text x="{num(x)}" y="{num(y)}" class="{fill}{around}" fill="{FILLS[fill]}" '
            f'font-size="{num(size)}"{look}>{escape(UNDRAWN.sub("", words))}</text>'
        )

    def document(self, title: str, height: float) -> Markup:
        """The whole drawing; what people wrote was escaped when it was drawn."""
        name = escape(UNDRAWN.sub("", title))
        return Markup(  # noqa: S704
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {num(height)}" '
            f'width="{WIDTH}" height="{num(height)}" role="img" font-family="{FONTS}">'
            f"<title>{name}</title>{''.join(self.parts)}</svg>"
        )


def num(value: float) -> str:
    """With one digit at most: a drawing is sent to phones."""
    return f"{value:.1f}".removesuffix(".0")


def measure(words: str, size: float = SIZE) -> float:
    """About how wide words are; no font is at hand here, so rather too wide than too narrow."""
    return sum(map(_advance, words)) * size


def shorten_to_width(words: str, width: float, size: float = SIZE) -> str:
    """The beginning that fits, with an ellipsis; a letter keeps its marks."""
    words = " ".join(UNDRAWN.sub(" ", words).split())
    if measure(words, size) <= width:
        return words
    room, end = width / size - _advance("…"), 0
    while end < len(words) and room >= _advance(words[end]):
        room -= _advance(words[end])
        end += 1
    while end and (unicodedata.combining(words[end]) or JOINER in words[end - 1 : end + 1]):
        end -= 1
    return words[:end].rstrip() + "…"


def wrap_to_width(words: str, width: float) -> list[str]:
    """On one line, or on two where one is too narrow; what is longer still is cut."""
    rest = " ".join(UNDRAWN.sub(" ", words).split())
    first, apart, after = "", "", rest
    while after and measure(f"{first}{apart}{after.partition(' ')[0]}") <= width:
        word, _, after = after.partition(" ")
        first, apart = f"{first}{apart}{word}", " "
    if first and after:
        return [first, shorten_to_width(after, width)]
    return [shorten_to_width(rest, width)]


@lru_cache(maxsize=1024)
def _advance(sign: str) -> float:
    if unicodedata.combining(sign) or sign == JOINER:
        return 0
    if unicodedata.east_asian_width(sign) in "WF":
        return 1.02
    if sign in "iljtfrI.,:;'’|! ()":
        return 0.36
    return 0.86 if sign in "mwMW@%…" else 0.64 if sign.isupper() or sign.isdigit() else 0.57


def nice(largest: float, ticks: int = 4) -> list[int]:
    """Round numbers from 0 to one that is not less than the largest."""
    size = 1
    while True:
        for step in (size, 2 * size, 5 * size):
            if step * ticks >= largest:
                count = max(1, -(-int(largest) // step))
                return [step * place for place in range(count + 1)]
        size *= 10


def polyline(points: Sequence[tuple[float, float]]) -> str:
    """A path through points."""
    return "M" + "L".join(f"{num(x)} {num(y)}" for x, y in points)
