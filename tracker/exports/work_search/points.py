"""Points, as far as an agency counts them: some kinds count so often and no more."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from tracker.exports.work_search.log import LogEntry
from tracker.exports.work_search.presets import Cap
from tracker.exports.work_search.settings import LogSettings
from tracker.exports.work_search.stretches import Stretch
from tracker.values.days import days_after


def caps_of(setting: LogSettings) -> Mapping[str, Cap]:
    """Those that hold: none where they were switched off, or for what brings no points."""
    if not setting.capped or setting.preset.counts != "points":
        return {}
    return {kind: cap for kind, cap in setting.preset.caps.items() if setting.points.get(kind)}


def yearly(setting: LogSettings) -> list[str]:
    """Kinds of which days before the log count, too."""
    return [kind for kind, cap in caps_of(setting).items() if cap.every == "year"]


def scores(
    lines: Sequence[LogEntry],
    setting: LogSettings,
    parts: Sequence[Stretch],
    before: Iterable[tuple[str, date]] = (),
) -> list[int]:
    """The points of each line. `before` are kinds and days of earlier lines, the earliest first."""
    caps = caps_of(setting)
    counted: dict[str, dict[Any, list[date]]] = {kind: {} for kind in caps}
    first_of = _month_of(parts)

    def score(kind: str, on: date) -> int:
        points = int(setting.points.get(kind, 0))
        if not points or kind not in caps:
            return points
        cap = caps[kind]
        days = counted[kind].setdefault(_key(cap, on, setting.first_weekday, first_of), [])
        if cap.every == "year":
            days[:] = [day for day in days if on < _year_after(day)]
        if len(days) >= cap.most:
            return 0
        days.append(on)
        return points

    for kind, on in before:
        score(kind, on)
    return [score(line.kind, line.on) for line in lines]


def _key(cap: Cap, on: date, first_weekday: int, first_of: Callable[[date], date]) -> date | None:
    if cap.every == "week":
        return days_after(on, -((on.weekday() - first_weekday) % 7))
    return first_of(on) if cap.every == "month" else None


def _month_of(parts: Sequence[Stretch]) -> Callable[[date], date]:
    starts = {day: part.first for part in parts for day in _days(part)}
    return lambda on: starts.get(on, on.replace(day=1))


def _days(part: Stretch) -> Iterable[date]:
    return (days_after(part.first, count) for count in range((part.last - part.first).days + 1))


def _year_after(day: date) -> date:
    try:
        return day.replace(year=day.year + 1)
    except ValueError:
        return date(day.year + 1, 3, 1)
