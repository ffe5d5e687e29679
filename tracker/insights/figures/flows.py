"""What became of applications, added up in the database."""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from tracker.insights.figures.flows_sql import CELLS, JOBS, SENT, flow_counts, reply_waits
from tracker.insights.figures.scope import Scope
from tracker.insights.figures.survival import Wait
from tracker.models.reads.standing import Standing, as_of


class FlowCount(NamedTuple):
    """So many applications that are alike in all of this."""

    source: str
    end: Standing
    offered: bool
    """Whether there was an offer."""
    met: bool
    """Whether it came to an interview."""
    ripe: bool
    """Whether it is old enough to have been answered, as for the two below."""
    n: int


class JobCount(NamedTuple):
    """So many applications for jobs of one kind."""

    workplace: str | None
    inside: bool | None
    """Whether at least half of the skills that were asked for are the person's core ones."""
    met: bool
    ripe: bool
    n: int


class SentCount(NamedTuple):
    """So many applications of one day."""

    on: date | None
    resume_id: int | None
    met: bool
    ripe: bool
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

    def ends(self) -> Counter[Standing]:
        """How many stand in each way."""
        made: Counter[Standing] = Counter()
        for cell in self.cells:
            made[cell.end] += cell.n
        return made

    @property
    def met(self) -> int:
        """How many came to an interview."""
        return sum(cell.n for cell in self.cells if cell.met)

    @property
    def ripe(self) -> "Flows":
        """Those of them that are old enough to have been answered; the waits stay."""
        return self._replace(
            cells=[each for each in self.cells if each.ripe],
            jobs=[each for each in self.jobs if each.ripe],
            sent=[each for each in self.sent if each.ripe],
        )

    @property
    def offers(self) -> int:
        """How many came to an offer, whatever became of that."""
        return sum(cell.n for cell in self.cells if cell.offered)


def read_flows(scope: Scope, quiet_days: int) -> Flows:
    """One statement; after more than `quiet_days` without a word one that waits is silent.

    One sent within those days is too young to have been answered: neither a yes nor a no yet. One
    without a day is old enough once something is known of it.
    """
    made = Flows([], [], [], [], 0)
    undated = 0
    rows = scope.rows(flow_counts(scope.shape), **quiet(scope, quiet_days))
    for part, word, end, number, on, flag, ripe, count in rows:
        if part == CELLS:
            stands, offered = Standing(end), bool(number)
            made.cells.append(FlowCount(word, stands, offered, bool(flag), bool(ripe), count))
        elif part == JOBS:
            inside = None if number is None else bool(number)
            made.jobs.append(JobCount(word, inside, bool(flag), bool(ripe), count))
        elif part == SENT:
            made.sent.append(SentCount(on, number, bool(flag), bool(ripe), count))
        elif number is None or number < 0:
            undated += count
        else:
            made.waits.append(_wait(number, flag, count))
    return made._replace(undated=undated)


def read_reply_waits(scope: Scope) -> list[Wait]:
    """Days to the first reply alone, those without a day left out."""
    rows = scope.rows(reply_waits(scope.shape))
    known = (row for row in rows if row[0] is not None and row[0] >= 0)
    return [_wait(days, over, count) for days, over, count in known]


def _wait(days: int, over: object, count: int) -> Wait:
    return Wait(days, bool(over), count)


def quiet(scope: Scope, quiet_days: int) -> dict[str, Any]:
    """What a statement is told that asks how applications stand."""
    moment = as_of(scope.now, scope.user.zone, quiet_days)
    return {"now": moment.now, "quiet": moment.silent_before}


def by_day(sent: list[SentCount]) -> Iterator[tuple[date, int]]:
    """The days on which any were sent, with their number."""
    made: Counter[date] = Counter()
    for each in sent:
        if each.on is not None:
            made[each.on] += each.n
    yield from sorted(made.items())
