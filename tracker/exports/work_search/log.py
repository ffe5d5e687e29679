"""A work-search log: lines, columns, and what they add up to. Pure; lines.py reads them."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

from tracker.exports.work_search.presets import COLUMNS, KINDS, PRESETS, USUAL, Preset
from tracker.exports.work_search.words import log_day, number, translated
from tracker.models.user import User
from tracker.values.date_range import DateRange
from tracker.values.days import days_after


class LogEntry(NamedTuple):
    """One thing that was done. Words of ours are English; those typed are as they were typed."""

    on: date
    kind: str
    employer: str = ""
    address: str = ""
    contact: str = ""
    position: str = ""
    how: str = ""
    result: str = ""
    minutes: int | None = None
    ours: bool = True
    """Whether `how` and `result` are our words."""
    place: tuple[str, int] | None = None
    """The noun and the number of its row, for a link on the page."""


@dataclass(frozen=True)
class LogSettings:
    """A preset as one person has changed it."""

    name: str
    columns: tuple[str, ...]
    target: int | None
    points: Mapping[str, int]
    minutes: int | None = None
    """What one application takes, by the person's own estimate; None: only recorded time counts."""

    @property
    def preset(self) -> Preset:
        """What it began as."""
        return PRESETS[self.name]

    @property
    def language(self) -> str:
        """The language of the log."""
        return self.preset.language

    @classmethod
    def of(cls, user: User, options: Mapping[str, Any] | None = None) -> "LogSettings":
        """As it was kept; `options` may name another preset, or columns, for one file."""
        options = options or {}
        kept: Mapping[str, Any] = user.log_choice or {}
        name = options.get("preset") or kept.get("preset") or USUAL.get(user.country, "plain")
        name = name if name in PRESETS else "plain"
        preset, changed = PRESETS[name], kept.get(name) or {}
        columns = options.get("columns") or changed.get("columns") or preset.columns
        return cls(
            name,
            tuple(each for each in COLUMNS if each in columns) or preset.columns,
            changed.get("target", preset.target),
            {**preset.points, **changed.get("points", {})},
            changed.get("minutes"),
        )

    def as_json(self) -> dict[str, Any]:
        """To be kept under the preset's name."""
        return {
            "columns": list(self.columns),
            "target": self.target,
            "points": dict(self.points),
            "minutes": self.minutes,
        }

    def without(self, column: str) -> "LogSettings":
        """The same without a column that would be empty."""
        columns = tuple(each for each in self.columns if each != column)
        return replace(self, columns=columns or self.columns)

    def spent(self, line: LogEntry) -> int:
        """Minutes: as recorded, else as estimated for an application."""
        if line.minutes is not None:
            return line.minutes
        return (self.minutes or 0) if line.kind == "application" else 0

    def scored(self, line: LogEntry) -> int:
        """Points of a line."""
        return int(self.points.get(line.kind, 0))


class LogPeriod(NamedTuple):
    """A week or a month of the log, and what counts in it."""

    first: date
    last: date
    value: float


class Total(NamedTuple):
    """What it all adds up to."""

    lines: int
    by_kind: list[tuple[str, int]]
    hours: float
    points: int
    parts: list[LogPeriod]
    """By week or month where the preset counts by it."""
    estimated: bool
    """Whether hours rest on an estimate, in part."""


def total(
    lines: Sequence[LogEntry],
    setting: LogSettings,
    span: DateRange,
    first_weekday: int = 0,
    today: date = date.max,
) -> Total:
    """Over all of it, and over each week or month that has begun."""
    kinds = Counter(line.kind for line in lines)
    counts = setting.preset.counts
    every = _weeks if setting.preset.every == "week" else _months
    days = every(*_ends(lines, span), first_weekday) if counts and (lines or span.first) else []
    return Total(
        lines=len(lines),
        by_kind=[(kind, kinds[kind]) for kind in KINDS if kinds[kind]],
        hours=_hours(sum(map(setting.spent, lines))),
        points=sum(map(setting.scored, lines)),
        parts=[
            LogPeriod(*each, _value(lines, setting, counts, *each))
            for each in days
            if each[0] <= today
        ],
        estimated=bool(setting.minutes)
        and any(each.kind == "application" and each.minutes is None for each in lines),
    )


def _ends(lines: Sequence[LogEntry], span: DateRange) -> tuple[date, date]:
    first = span.first or min(line.on for line in lines)
    return first, span.last or max([first, *(line.on for line in lines)])


def _value(
    lines: Iterable[LogEntry], setting: LogSettings, counts: str, first: date, last: date
) -> float:
    within = [line for line in lines if first <= line.on <= last]
    if counts == "points":
        return sum(map(setting.scored, within))
    if counts == "contacts":
        return sum(bool(line.employer) for line in within)
    return _hours(sum(map(setting.spent, within)))


def _hours(minutes: int) -> float:
    """To a quarter of an hour, down: nothing is made more than it was."""
    return math.floor(minutes / 15) / 4


def _weeks(first: date, last: date, first_weekday: int) -> list[tuple[date, date]]:
    """Weeks as the person's calendar has them; the outer ones may be cut by the ends."""
    found: list[tuple[date, date]] = []
    while first <= last and len(found) < 600:
        end = days_after(first, 6 - (first.weekday() - first_weekday) % 7)
        found.append((first, min(end, last)))
        first = days_after(end, 1)
    return found


def _months(first: date, last: date, first_weekday: int) -> list[tuple[date, date]]:
    """Months from the first day on: an agency's month may begin on the 12th."""
    found: list[tuple[date, date]] = []
    begin = first
    for number_ in range(1, 600):
        ahead = _month_after(first, number_)
        found.append((begin, min(days_after(ahead, -1), last)))
        begin = ahead
        if begin > last:
            break
    return found


def _month_after(day_: date, count: int) -> date:
    year, month = divmod(day_.year * 12 + day_.month - 1 + count, 12)
    for number_ in range(day_.day, 27, -1):
        try:
            return date(year, month + 1, number_)
        except ValueError:
            continue
    return date(year, month + 1, day_.day)


def heads(setting: LogSettings) -> list[str]:
    """The columns' names in the language of the log."""
    return [translated(COLUMNS[each], setting.language) for each in setting.columns]


def cells(line: LogEntry, setting: LogSettings) -> list[str]:
    """A line as it reads on paper."""
    shown = _shown(line, setting)
    return [str(shown[each]) for each in setting.columns]


def _shown(line: LogEntry, setting: LogSettings) -> dict[str, str]:
    language = setting.language
    kind = translated(KINDS.get(line.kind, ""), language)
    how = translated(line.how, language) if line.ours else line.how
    what_else = "" if "what" in setting.columns or line.kind == "application" else kind
    spent = setting.spent(line)
    return {
        "on": log_day(line.on, setting.preset),
        "what": kind,
        "employer": line.employer,
        "address": line.address,
        "contact": line.contact,
        "position": line.position,
        "how": ", ".join(each for each in (what_else, how) if each),
        "result": translated(line.result, language) if line.ours else line.result,
        "hours": number(round(spent / 60, 2), language) if spent else "",
        "points": str(setting.scored(line) or ""),
    }
