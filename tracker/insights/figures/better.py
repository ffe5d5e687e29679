"""Which of several did better: one rule, wherever a sentence says so."""

from collections.abc import Mapping
from typing import NamedTuple

from tracker.insights.figures.intervals import FOR_A_VERDICT, Rate, difference


class Comparison(NamedTuple):
    """What may be said of shares that are compared."""

    compared: list[tuple[str, Rate]]
    """Those with enough on their side, the largest share first."""
    clear: bool
    """Whether the first is larger than each of the others by more than chance would have it."""


def verdict(rates: Mapping[str, Rate]) -> Comparison:
    """By shares, never by counts; clear where no interval of a difference holds nothing."""
    enough = [each for each in rates.items() if each[1].n >= FOR_A_VERDICT]
    enough.sort(key=lambda each: (-each[1].share, -each[1].n))
    clear = len(enough) > 1 and all(
        difference(enough[0][1], other).low > 0 for _, other in enough[1:]
    )
    return Comparison(enough, clear)
