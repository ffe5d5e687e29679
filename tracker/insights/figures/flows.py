"""What became of applications, added up in the database."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tracker.insights.figures.flows_sql import CELLS, JOBS, SENT, flow_counts
from tracker.insights.figures.scope import Scope
from tracker.insights.figures.survival import Wait
from tracker.values.days import days_after


class FlowCount(NamedTuple):
    """So many applications that are alike in all of this."""

    source: str
    met: bool
    """Whether it came to an interview."""
    end: str
    """One of ENDS."""
    n: int


class JobCount(NamedTuple):
    """So many applications for jobs of one kind."""

    workplace: str | None
    inside: bool | None
    """Whether at least half of the skills that were asked for are the person's core ones."""
    met: bool
    n: int


class SentCount(NamedTuple):
    """So many applications of one day."""

    on: date | None
    resume_id: int | None
    met: bool
    n: int


class Flows(NamedTuple):
    """The same applications, added up in four ways."""

    cells: list[FlowCount]
    jobs: list[JobCount]
    sent: list[SentCount]
    waits: list[Wait]
    """Days to the first reply, or until now where there is none."""
    undated: int
    """Applications left out of the waits: no day of applying or of the reply, or none that fits."""

    @property
    def n(self) -> int:
        """How many applications there are."""
        return sum(cell.n for cell in self.cells)

    def ends(self) -> Counter[str]:
        """How many came to each end."""
        made: Counter[str] = Counter()
        for cell in self.cells:
            made[cell.end] += cell.n
        return made

    @property
    def met(self) -> int:
        """How many came to an interview."""
        return sum(cell.n for cell in self.cells if cell.met)


ENDS = ("offer", "next", "no", "silence", "waiting", "withdrawn")


def read_flows(scope: Scope, quiet_days: int) -> Flows:
    """One statement; after `quiet_days` without a word a waiting application counts as silence."""
    made = Flows([], [], [], [], 0)
    undated = 0
    rows = scope.rows(flow_counts(scope.shape), quiet=days_after(scope.today, -quiet_days))
    for part, word, end, number, on, flag, count in rows:
        if part == CELLS:
            made.cells.append(FlowCount(word, bool(flag), end, count))
        elif part == JOBS:
            inside = None if number is None else bool(number)
            made.jobs.append(JobCount(word, inside, bool(flag), count))
        elif part == SENT:
            made.sent.append(SentCount(on, number, bool(flag), count))
        elif number is None or number < 0:
            undated += count
        else:
            made.waits.append(Wait(number, bool(flag), count))
    return made._replace(undated=undated)


def by_day(sent: list[SentCount]) -> Iterator[tuple[date, int]]:
    """The days on which any were sent, with their number."""
    made: Counter[date] = Counter()
    for each in sent:
        if each.on is not None:
            made[each.on] += each.n
    yield from sorted(made.items())
