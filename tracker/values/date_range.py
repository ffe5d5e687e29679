"""A stretch of days that a person looks back on: 30 or 90 days, all, or between two dates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

from tracker.values.days import days_after
from tracker.values.formatting import full_day

DAYS = {"30": 30, "90": 90}
NAMES = {
    "30": "Last 30 days",
    "90": "Last 90 days",
    "all": "All of it",
    "dates": "Between two dates",
}
USUAL = "90"


@dataclass(frozen=True)
class DateRange:
    """Both days are within it; None is open. A day that is not known lies only in an open span."""

    name: str = "all"
    first: date | None = None
    last: date | None = None

    @classmethod
    def named(cls, name: str, today: date) -> Self:
        """One that ends today, by its name; all of it where the name is not known."""
        if name in DAYS:
            return cls(name, days_after(today, 1 - DAYS[name]), today)
        return cls()

    @classmethod
    def between(cls, first: date | None, last: date | None) -> Self:
        """Between two days, in whichever order they were given."""
        if first and last and first > last:
            first, last = last, first
        return cls("dates", first, last) if first or last else cls()

    @classmethod
    def from_saved(cls, name: str, first: date | None, last: date | None, today: date) -> Self:
        """One that was kept: rolling by its name, fixed by its dates."""
        return cls.between(first, last) if name == "dates" else cls.named(name, today)

    @classmethod
    def from_query(cls, args: Mapping[str, str], today: date, usual: str = USUAL) -> Self:
        """As an address asks for it: `span=90`, or `span=dates&from=2026-01-01&to=2026-03-31`.

        What can't be read counts as not given.
        """
        name = args.get("span", usual)
        if name != "dates":
            return cls.named(name if name in NAMES else usual, today)
        return cls.between(_day(args.get("from", "")), _day(args.get("to", "")))

    @property
    def is_open(self) -> bool:
        """Whether it holds everything, what has no day too."""
        return self.first is None and self.last is None

    def holds(self, day: date | None) -> bool:
        """Whether a day lies in it."""
        if day is None:
            return self.is_open
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)

    @property
    def words(self) -> str:
        """As it reads: Last 90 days, or Mon 2 Mar 2026 to Thu 30 Apr 2026."""
        if self.name != "dates":
            return NAMES[self.name]
        if self.first and self.last:
            return f"{full_day(self.first)} to {full_day(self.last)}"
        return f"From {full_day(self.first)}" if self.first else f"Up to {full_day(self.last)}"

    @property
    def query(self) -> str:
        """As the end of an address."""
        if self.name != "dates":
            return f"span={self.name}"
        return f"span=dates&from={self.first or ''}&to={self.last or ''}"


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None
