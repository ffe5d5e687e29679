"""Rates with their uncertainty. Pure functions; every interval is one of 95 %."""

from math import sqrt
from typing import NamedTuple

from tracker.values.formatting import BESIDE

Z = 1.959963984540054
"""The standard normal's 97.5 % point."""
ENOUGH = 5
"""Below this many, the raw counts are shown and no rate."""
FOR_A_VERDICT = 20
"""Below this many on either side of a comparison, nothing is said of chance."""


class Interval(NamedTuple):
    """From low to high, both within it."""

    low: float
    high: float


class Rate(NamedTuple):
    """So many hits among so many."""

    hits: int
    n: int

    @property
    def enough(self) -> bool:
        """Whether there are enough of them to speak of a rate."""
        return self.n >= ENOUGH

    @property
    def share(self) -> float:
        """Hits in one; 0 where there is nothing to count."""
        return self.hits / self.n if self.n else 0.0

    @property
    def interval(self) -> Interval:
        """Within which the true share likely lies."""
        return wilson(self.hits, self.n)

    @property
    def counts(self) -> str:
        """3 of 20."""
        return f"{self.hits:,} of {self.n:,}"

    @property
    def in_brief(self) -> str:
        """3 of 20 · 15%; with fewer than five the counts alone."""
        counts = self.counts.replace(" ", "\N{NO-BREAK SPACE}")
        return f"{counts}{BESIDE}{percent(self.share)}%" if self.enough else counts

    @property
    def range(self) -> str:
        """5 and 36%, between which it probably lies; nothing where there are too few."""
        low, high = (percent(each) for each in self.interval)
        return f"{low} and {high}%" if self.enough else ""

    @property
    def words(self) -> str:
        """3 of 20 (15%, probably between 5 and 36%); with fewer than five the counts alone."""
        return self.told("")

    def told(self, what: str) -> str:
        """The same with what they are before it is said how sure that is."""
        counts = f"{self.counts} {what}".rstrip()
        if not self.enough:
            return counts
        return f"{counts} ({percent(self.share)}%, probably between {self.range})"


def wilson(hits: int, n: int) -> Interval:
    """The score interval of a share, without correction for continuity.

    E. B. Wilson, J. Am. Stat. Assoc. 22 (1927) 209; method 3 in R. G. Newcombe, Statistics in
    Medicine 17 (1998) 857. Without any, it is everything.
    """
    if n == 0:
        return Interval(0.0, 1.0)
    share, square = hits / n, Z * Z
    middle = share + square / (2 * n)
    reach = Z * sqrt(share * (1 - share) / n + square / (4 * n * n))
    low, high = ((middle + sign * reach) / (1 + square / n) for sign in (-1, 1))
    return Interval(max(0.0, low) if hits else 0.0, min(1.0, high) if hits < n else 1.0)


def difference(after: Rate, before: Rate) -> Interval:
    """The interval of the share after less the share before, of two separate groups.

    R. G. Newcombe, Statistics in Medicine 17 (1998) 873, method 10: from two Wilson intervals.
    """
    a, b = after.share, before.share
    first, second = after.interval, before.interval
    gap = a - b
    return Interval(
        max(-1.0, gap - sqrt((a - first.low) ** 2 + (second.high - b) ** 2)),
        min(1.0, gap + sqrt((first.high - a) ** 2 + (b - second.low) ** 2)),
    )


def percent(share: float) -> int:
    """In whole hundredths; halves go up."""
    return int(share * 100 + 0.5) if share >= 0 else -int(-share * 100 + 0.5)
