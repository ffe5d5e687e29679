"""Dates as people write them: nothing is swapped silently, and what can't be told is said."""

from dataclasses import dataclass, field
from datetime import date, time
from typing import Literal

from tracker.imports.words.date_words import LONGEST, ParsedDate, parse

Order = Literal["day_first", "month_first"]


@dataclass(frozen=True)
class DateReading:
    """A date, or why there is none."""

    on: date | None = None
    at: time | None = None
    problem: str = ""
    yearless: bool = False
    either: bool = False
    """Whether it could be one of two days, as long as nobody says which number comes first."""


@dataclass
class DateReader:
    """Reads the cells of one file under one order of day and month."""

    order: Order = "day_first"
    strict: bool = False
    """Whether the file mixes both orders, so that 3/4/26 can't be told."""
    _cache: dict[tuple[str, int | None], DateReading] = field(default_factory=dict, repr=False)

    def read(self, text: str, year: int | None = None) -> DateReading:
        """Read one cell; `year` is for a day and month without one."""
        if len(text) > LONGEST:
            return self._read(text, year)
        key = (text, year)
        reading = self._cache.get(key)
        if reading is None:
            if len(self._cache) > 50_000:
                self._cache.clear()
            reading = self._cache[key] = self._read(text, year)
        return reading

    def day_month(self, written: ParsedDate) -> tuple[int, int]:
        """Which of the two numbers is the day, which the month."""
        numbers = written.form in ("numbers", "yearless_numbers")
        swap = numbers and self.order == "month_first"
        return (written.second, written.first) if swap else (written.first, written.second)

    def _read(self, text: str, year: int | None) -> DateReading:
        written = parse(text)
        shown = f"“{' '.join(text.split())[:60]}”"
        if written.form == "empty":
            return DateReading()
        if written.form == "bad":
            return DateReading(problem=f"{shown} isn't a date we can read.")
        day, month = self.day_month(written)
        if self.strict and self._could_be_either(written):
            ways = f"{day_in_words(day, month)} or {day_in_words(month, day)}"
            return DateReading(problem=f"{shown} could be {ways}.", either=True)
        year = written.year or year
        if year is None:
            return DateReading(problem=f"{shown} has no year.", yearless=True)
        try:
            on = date(year, month, day)
        except ValueError:
            return DateReading(problem=self._impossible(shown, day, month, year))
        if not 1970 <= year <= 2100:
            return DateReading(problem=f"{shown} is too far away to be right.")
        return DateReading(on, written.at)

    def _could_be_either(self, written: ParsedDate) -> bool:
        numbers = written.form in ("numbers", "yearless_numbers")
        small = 1 <= written.first <= 12 and 1 <= written.second <= 12
        return numbers and small and written.first != written.second

    def _impossible(self, shown: str, day: int, month: int, year: int) -> str:
        if month > 12 >= day:
            other = "day first" if self.order == "day_first" else "month first"
            return f"{shown} can't be read {other}, as the other dates are."
        return f"{shown} isn't in the calendar."


def day_in_words(day: int, month: int) -> str:
    """A day and month in words, as 3 April."""
    return f"{day} {date(2000, month, 1):%B}"
