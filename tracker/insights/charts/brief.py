"""What a drawing says, in a few words a row: it stands in its place where text is large."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tracker.insights.drawing.bars import Bar, BarPart
from tracker.insights.drawing.dots import DotGroup

BESIDE = 7
"""As many letters of words have room beside a name where text is large."""


class Brief(NamedTuple):
    """Some rows under one head, which may be empty: each of a name and its words."""

    title: str
    rows: Sequence[tuple[str, str]]

    @property
    def beneath(self) -> bool:
        """Whether all words stand below their names, as one of them is too long to stand beside."""
        return any(len(words) > BESIDE for _, words in self.rows)


def of_dots(groups: Iterable[DotGroup]) -> tuple[Brief, ...]:
    """Seek · 9 of 11 · 82%."""
    return tuple(
        Brief(group.title, [(dot.label, dot.rate.in_brief) for dot in group.dots])
        for group in groups
    )


def of_bars(bars: Iterable[Bar | BarPart]) -> tuple[Brief, ...]:
    """Asked for advice · 15."""
    return (Brief("", [(bar.label, bar.words) for bar in bars]),)
