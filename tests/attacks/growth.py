"""How long something will take for a long text, seen by two short ones."""

import os
from collections.abc import Callable

TRIES = 3
WHOLE = os.environ.get("ONWARD_PATTERNS") == "whole"
"""What takes suspiciously long for a short text gets all of it, however its time grows."""


def is_soon_over(
    seconds: Callable[[int], float], sizes: tuple[int, int, int], suspicious: float, most: float
) -> bool:
    """Whether a short text is read at once, or one four times as long in about four times that.

    That is: as it grows from the first size to the second, the third would take less than `most`.
    The quickest of three tries counts: what else a processor does makes it only longer.
    """
    short, longer, full = sizes
    at_first = then = float("inf")
    for _ in range(TRIES):
        at_first = min(at_first, seconds(short))
        if at_first < suspicious:
            return True
        if WHOLE:
            continue
        then = min(then, seconds(longer))
        if expected(short, at_first, longer, then, full) < most:
            return True
    return False


def expected(short: int, at_first: float, longer: int, then: float, full: int) -> float:
    """Seconds for the full size: a part of them grows with it, a part with its square."""
    square = max(then - at_first * longer / short, 0) / (longer**2 - longer * short)
    return square * full**2 + max(at_first - square * short**2, 0) * full / short
