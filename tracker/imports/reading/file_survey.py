"""What only the whole file tells: its statuses, its order of dates, its years, what is in one."""

from array import array
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from tracker.imports.files.table import Row
from tracker.imports.reading import date_order, statuses
from tracker.imports.reading.column_content import Profile
from tracker.imports.reading.dates import DateReader, Order
from tracker.imports.reading.missing_years import years_in_order
from tracker.imports.reading.two_in_one import BOTH
from tracker.imports.words import headers

if TYPE_CHECKING:
    from tracker.imports.reading.mapping import Mapping

MOST_STATUSES = 500
MOST_HELD = 2_000
"""Cells that tell how a column is cut."""
LIE_BEHIND = ("applied_on", "saved_on", "rejected_on")
"""Days that can't lie ahead."""


class FileSurvey:
    """Goes through all rows of a file once."""

    def __init__(self, mapping: "Mapping", today: date) -> None:
        self.today = today
        self.facts = [column.fact for column in mapping.columns]
        self.status, self.applied = mapping.place("status"), mapping.place("applied_on")
        self.both = mapping.place(BOTH)
        usual: Order = "month_first" if mapping.currency == "USD" else "day_first"
        self.order = date_order.OrderSurvey(today, usual)
        self.statuses: dict[str, tuple[str, int]] = {}
        """By its key how a status is written, and how often."""
        self.held = Profile()
        """The first cells of the column that holds company and role."""
        self._numbers, self._days = array("l"), list[str]()

    def read(self, rows: Iterable[Row]) -> None:
        """Take in all of them."""
        dated = [i for i, fact in enumerate(self.facts) if _may_hold_dates(fact)]
        same: dict[str, str] = {}
        left = 0 if self.both is None else MOST_HELD
        for number, cells in rows:
            if not any(cells):
                continue
            width = len(cells)
            if left and self.both is not None and self.both < width:
                self.held.add(cells[self.both])
                left -= 1
            if self.status is not None:
                self._count(cells[self.status] if self.status < width else "")
            for place in dated:
                if place < width and cells[place]:
                    self.order.add(place, cells[place], self.facts[place] in LIE_BEHIND)
            if self.applied is not None and self.applied < width and cells[self.applied]:
                self._numbers.append(number)
                self._days.append(same.setdefault(cells[self.applied], cells[self.applied]))

    def years(self, order: Order) -> list[tuple[int, int]]:
        """The years of days that have none, as runs of rows."""
        days = zip(self._numbers, self._days, strict=True)
        return years_in_order(days, DateReader(order), self.today)

    def _count(self, text: str) -> None:
        key = statuses.key(text)
        if key in self.statuses:
            self.statuses[key] = (self.statuses[key][0], self.statuses[key][1] + 1)
        elif len(self.statuses) < MOST_STATUSES:
            self.statuses[key] = (text.strip()[: statuses.LONGEST], 1)


def _may_hold_dates(fact: str) -> bool:
    return fact in headers.DATES or fact.startswith("step_")
