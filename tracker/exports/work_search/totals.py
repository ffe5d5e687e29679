"""What a log adds up to, in all and by week or month. Pure; read.py reads the lines."""

import math
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from tracker.exports.work_search.log import LogEntry
from tracker.exports.work_search.presets import CONTACTS, KINDS
from tracker.exports.work_search.settings import LogSettings
from tracker.exports.work_search.stretches import Stretch, months, weeks
from tracker.values.date_range import DateRange


class LogPeriod(NamedTuple):
    """A week or a month of the log, and what counts in it."""

    first: date
    last: date
    value: float
    whole: bool = True
    """Whether the chosen days cut nothing of it off."""
    over: bool = True
    """Whether its last day has come."""
    unrecorded: int = 0
    """Lines whose time nobody wrote down, where hours are counted."""


class Total(NamedTuple):
    """What it all adds up to."""

    lines: int
    by_kind: list[tuple[str, int]]
    hours: float
    unrecorded: int
    """Lines whose time nobody wrote down."""
    points: int
    uncounted: list[tuple[str, int]]
    """Kinds with lines that bring no points because others of the kind did."""
    parts: list[LogPeriod]
    """By week or month where the preset counts by it."""
    estimated: bool
    """Whether hours rest on an estimate, in part."""


def stretches(
    lines: Sequence[LogEntry], setting: LogSettings, span: DateRange, today: date = date.max
) -> list[Stretch]:
    """The weeks or months that have begun; none where nothing is counted, or nothing is there."""
    if not setting.preset.counts or not lines:
        return []
    first = span.first or min(line.on for line in lines)
    days = first, span.last or max([first, *(line.on for line in lines)])
    if setting.preset.every == "week":
        found = weeks(span, days, setting.first_weekday)
    else:
        found = months(span, days)
    return [each for each in found if each.first <= today]


def total(
    lines: Sequence[LogEntry],
    setting: LogSettings,
    parts: Sequence[Stretch],
    scores: Sequence[int],
    today: date = date.max,
) -> Total:
    """Over all of it, and over each week or month."""
    kinds = Counter(line.kind for line in lines)
    spent = [setting.spent(line) for line in lines]
    left = Counter(
        line.kind
        for line, points in zip(lines, scores, strict=True)
        if not points and setting.points.get(line.kind)
    )
    return Total(
        lines=len(lines),
        by_kind=[(kind, kinds[kind]) for kind in KINDS if kinds[kind]],
        hours=_hours(spent),
        unrecorded=spent.count(None),
        points=sum(scores),
        uncounted=[(kind, left[kind]) for kind in KINDS if left[kind]],
        parts=[_period(each, lines, setting, scores, today) for each in parts],
        estimated=bool(setting.minutes)
        and any(each.kind == "application" and each.minutes is None for each in lines),
    )


def _period(
    part: Stretch,
    lines: Sequence[LogEntry],
    setting: LogSettings,
    scores: Sequence[int],
    today: date,
) -> LogPeriod:
    begin = bisect_left(lines, part.first, key=_day)
    end = bisect_right(lines, part.last, key=_day)
    within, counts = lines[begin:end], setting.preset.counts
    unrecorded = 0
    value: float
    if counts == "points":
        value = sum(scores[begin:end])
    elif counts == "contacts":
        value = sum(line.kind in CONTACTS and bool(line.employer) for line in within)
    else:
        spent = [setting.spent(line) for line in within]
        value, unrecorded = _hours(spent), spent.count(None)
    return LogPeriod(part.first, part.last, value, part.whole, part.last <= today, unrecorded)


def _day(line: LogEntry) -> date:
    return line.on


def _hours(minutes: Sequence[int | None]) -> float:
    """To a quarter of an hour, down: nothing is made more than it was."""
    return math.floor(sum(each or 0 for each in minutes) / 15) / 4
