"""How one person's work-search log is set up: a preset, and what they changed of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from tracker.exports.work_search.log import LogEntry
from tracker.exports.work_search.presets import COLUMNS, PRESETS, USUAL, Preset
from tracker.models.user import User


@dataclass(frozen=True)
class LogSettings:
    """A preset as one person has changed it."""

    name: str
    columns: tuple[str, ...]
    target: int | None
    """What they need or agreed on, as they said; None: nothing is counted against a number."""
    asked: bool
    """Whether they were asked for it."""
    points: Mapping[str, int]
    capped: bool = True
    """Whether points stop where the agency's do."""
    minutes: int | None = None
    """What one application takes, by the person's own estimate; None: only recorded time counts."""
    reference: str = ""
    """The number that the agency knows them by."""
    first_weekday: int = 0
    """On which day weeks begin; 0 is Monday."""
    own_weekday: int | None = None
    """The same, where they chose it."""

    @property
    def preset(self) -> Preset:
        """What it began as."""
        return PRESETS[self.name]

    @property
    def language(self) -> str:
        """The language of the log."""
        return self.preset.language

    @property
    def asks(self) -> bool:
        """Whether the number to reach is still to be asked for."""
        return bool(self.preset.asks) and not self.asked

    @classmethod
    def of(cls, user: User, options: Mapping[str, Any] | None = None) -> "LogSettings":
        """As it was kept; `options` may name another preset, or columns, for one file."""
        options = options or {}
        kept: Mapping[str, Any] = user.log_choice or {}
        name = options.get("preset") or kept.get("preset") or USUAL.get(user.country, "plain")
        name = name if name in PRESETS else "plain"
        preset, changed = PRESETS[name], kept.get(name) or {}
        weeks = (changed.get("week"), preset.week, user.first_weekday, 0)
        columns = options.get("columns") or changed.get("columns") or preset.columns
        return cls(
            name,
            tuple(each for each in COLUMNS if each in columns) or preset.columns,
            changed.get("target"),
            "target" in changed,
            {**preset.points, **changed.get("points", {})},
            changed.get("capped", True),
            changed.get("minutes"),
            changed.get("reference", ""),
            next(each for each in weeks if each is not None),
            changed.get("week"),
        )

    def without(self, column: str) -> "LogSettings":
        """The same without a column that would be empty."""
        columns = tuple(each for each in self.columns if each != column)
        return replace(self, columns=columns or self.columns)

    def spent(self, line: LogEntry) -> int | None:
        """Minutes: as recorded, else as estimated for an application; None: not known."""
        if line.minutes is not None:
            return line.minutes
        return self.minutes if line.kind == "application" else None
