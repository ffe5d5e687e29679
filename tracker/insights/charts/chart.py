"""A chart as every page, print and file shows it: one drawing, one sentence, one table."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from tracker.insights.charts.brief import Brief

Cell = str | int | float
SENTENCE = re.compile(r"(?:[^“]|“[^”]*”)*?\.(?= )")
"""The first one of several; a stop in a name, which stands between quotation marks, ends none."""


class Chart(NamedTuple):
    """What a chart says, drawn and in a table; without a drawing where there is no data yet."""

    id: str
    """Unique on a page."""
    title: str
    says: str
    """The one sentence to take away, with its n; where there is no data, what will show here."""
    svg: str
    """A whole SVG document by tracker.insights.drawing; empty where there is too little to draw."""
    headers: tuple[str, ...] = ()
    rows: tuple[tuple[Cell, ...], ...] = ()
    """The same in a table, for screen readers, spreadsheets and whoever wants the figures."""
    caution: str = ""
    """What else may explain it, or how little it rests on."""
    brief: Sequence[Brief] = ()
    """The same as the drawing in a few words, for where that is too small to be read."""
    key: str = ""
    """The part of what it says that is about its drawing: said with that alone."""

    @property
    def has_data(self) -> bool:
        """Whether it says something of one's own, be it too little to draw."""
        return bool(self.svg or self.rows)

    @property
    def first_sentence(self) -> str:
        """What it found, without how to read it."""
        first = SENTENCE.match(self.says)
        return first[0] if first else self.says

    @property
    def other_sentences(self) -> str:
        """How to read what it found."""
        return self.without_key.removeprefix(self.first_sentence).strip()

    @property
    def without_key(self) -> str:
        """What it says where it is not drawn."""
        return " ".join(self.says.replace(self.key, "").split()) if self.key else self.says
