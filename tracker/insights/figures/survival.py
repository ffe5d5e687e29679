"""How long something takes where for some it has not happened yet. Pure functions."""

from collections.abc import Iterable
from math import exp, log, sqrt
from typing import NamedTuple

from tracker.insights.figures.intervals import ENOUGH, Z


class Wait(NamedTuple):
    """So many that waited this long, until it happened or, `over` False, as far as is known."""

    days: int
    over: bool
    n: int = 1


class CurveStep(NamedTuple):
    """From this day on, this share of all has come to it, with its interval of 95 %."""

    day: int
    at_risk: int
    share: float
    low: float
    high: float


class Curve(NamedTuple):
    """A Kaplan–Meier estimate, upside down: it climbs from 0."""

    steps: tuple[CurveStep, ...]
    n: int
    events: int
    last: int
    """The longest wait there is, in days."""
    waits: tuple[Wait, ...] = ()
    """What it is made of, a day at a time."""

    @property
    def enough(self) -> bool:
        """Whether it happened often enough to draw a curve."""
        return self.events >= ENOUGH

    def by(self, share: float) -> int | None:
        """The day by which this share of all has come to it, if it is reached."""
        return next((step.day for step in self.steps if step.share >= share - 1e-12), None)

    def usual(self, part: float = 0.9) -> int | None:
        """The day by which this part of those that ever came had come; None with too few."""
        return self.by(part * self.steps[-1].share) if self.enough else None

    def at_risk(self, day: int) -> int:
        """How many still waited when a day began."""
        return sum(wait.n for wait in self.waits if wait.days >= day)

    def of_those_that_came(self, day: int) -> float:
        """Of all that is known to have come in the end, the share that had come by this day."""
        return self.at(day) / self.steps[-1].share if self.steps else 0.0

    def at(self, day: int) -> float:
        """The share that has come to it by the end of a day."""
        return max((step.share for step in self.steps if step.day <= day), default=0.0)


def kaplan_meier(waits: Iterable[Wait]) -> Curve:
    """The product-limit estimate; whoever is last known to wait on a day counts until its end.

    E. L. Kaplan and P. Meier, J. Am. Stat. Assoc. 53 (1958) 457. Variance by Greenwood, the
    interval on the log-minus-log scale (J. D. Kalbfleisch and R. L. Prentice, The Statistical
    Analysis of Failure Time Data, 1.4), so that it stays between 0 and 1.
    """
    ended: dict[int, int] = {}
    left: dict[int, int] = {}
    for wait in waits:
        left[wait.days] = left.get(wait.days, 0) + wait.n
        if wait.over:
            ended[wait.days] = ended.get(wait.days, 0) + wait.n
    n = at_risk = sum(left.values())
    stays, spread, steps = 1.0, 0.0, []
    for day in sorted(left):
        if events := ended.get(day, 0):
            stays *= 1 - events / at_risk
            if at_risk > events:
                spread += events / (at_risk * (at_risk - events))
            steps.append(CurveStep(day, at_risk, 1 - stays, *_interval(stays, spread)))
        at_risk -= left[day]
    waits = tuple(
        Wait(day, over, number)
        for day in sorted(left)
        for over, number in ((True, ended.get(day, 0)), (False, left[day] - ended.get(day, 0)))
        if number
    )
    return Curve(tuple(steps), n, sum(ended.values()), max(left, default=0), waits)


def _interval(stays: float, spread: float) -> tuple[float, float]:
    if stays <= 0:
        return 1.0, 1.0
    scale = log(-log(stays))
    reach = Z * sqrt(spread) / abs(log(stays))
    return 1 - exp(-exp(scale - reach)), 1 - exp(-exp(scale + reach))
