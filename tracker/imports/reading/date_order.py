"""Which number is the day, and which year a day without one belongs to, told from a whole file."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from tracker.imports.reading.dates import DateReader, Order
from tracker.imports.words.date_words import parse
from tracker.imports.words.dates_in_cell import several

Certainty = Literal["not_needed", "certain", "likely", "assumed", "mixed", "chosen"]
ORDERS: tuple[Order, Order] = ("day_first", "month_first")
SURE_STEPS = 2
"""So many more steps back in time, read the other way, tell which order keeps the rows in order."""
MIXED_SHARE = 4
"""From one contrary date in so many on, the file mixes both orders."""


@dataclass
class ColumnOrder:
    """How well one column stays in order under each reading."""

    last: dict[Order, date] = field(default_factory=dict)
    up: dict[Order, int] = field(default_factory=lambda: dict.fromkeys(ORDERS, 0))
    down: dict[Order, int] = field(default_factory=lambda: dict.fromkeys(ORDERS, 0))
    future: dict[Order, int] = field(default_factory=lambda: dict.fromkeys(ORDERS, 0))
    past: bool = True
    """Whether its days have come, as those of applying; a closing date may lie ahead."""

    def add(self, order: Order, on: date, today: date) -> None:
        """Note the next date down the column."""
        if before := self.last.get(order):
            self.up[order] += on > before
            self.down[order] += on < before
        self.future[order] += self.past and on > today
        self.last[order] = on

    def disorder(self, order: Order) -> tuple[int, int]:
        """Steps against the column's run, then days that have not come yet."""
        return min(self.up[order], self.down[order]), self.future[order]


@dataclass
class OrderSurvey:
    """What a file's dates say about their order; feed it every cell that may be a date."""

    today: date
    usual: Order = "day_first"
    """What is preselected when nothing tells."""
    evidence: dict[Order, int] = field(default_factory=lambda: dict.fromkeys(ORDERS, 0))
    example: dict[Order, str] = field(default_factory=dict)
    either: int = 0
    unclear: str = ""
    """A date that can be read either way."""
    columns: dict[int, ColumnOrder] = field(default_factory=dict)
    readers: dict[Order, DateReader] = field(
        default_factory=lambda: {order: DateReader(order) for order in ORDERS}
    )

    def add(self, column: int, text: str, past: bool = True) -> None:
        """Take in one cell of a column; `past` where such a day can't lie ahead."""
        written = parse(text)
        for part in several(text) if written.form == "bad" else ():
            self.add(column, part, past)
        if written.form not in ("numbers", "yearless_numbers", "date"):
            return
        if written.form != "date":
            self._weigh(written.first, written.second, text)
        for order in ORDERS:
            on = self.readers[order].read(text).on
            if on:
                found = self.columns.setdefault(column, ColumnOrder(past=past))
                found.add(order, on, self.today)

    def _weigh(self, first: int, second: int, text: str) -> None:
        if first > 12 >= second:
            self.evidence["day_first"] += 1
            self.example.setdefault("day_first", text.strip())
        elif second > 12 >= first:
            self.evidence["month_first"] += 1
            self.example.setdefault("month_first", text.strip())
        elif first != second:
            self.either += 1
            self.unclear = self.unclear or text.strip()

    def guess(self) -> tuple[Order, Certainty, str]:
        """The order, how sure that is, and a date that shows it."""
        day, month = self.evidence["day_first"], self.evidence["month_first"]
        if day or month:
            order: Order = "day_first" if day >= month else "month_first"
            mixed = min(day, month) * MIXED_SHARE >= max(day, month)
            return order, "mixed" if mixed else "certain", self.example[order]
        if not self.either:
            return "day_first", "not_needed", ""
        disorder = {order: self._disorder(order) for order in ORDERS}
        if disorder["day_first"] == disorder["month_first"]:
            return self.usual, "assumed", self.unclear
        best, worse = sorted(ORDERS, key=lambda order: disorder[order])
        against = disorder[worse][0] - disorder[best][0]
        ahead = disorder[worse][1] and not disorder[best][1]
        sure = against >= SURE_STEPS or (ahead and against >= 0)
        return best, "likely" if sure else "assumed", "" if sure else self.unclear

    def _disorder(self, order: Order) -> tuple[int, int]:
        steps = [column.disorder(order) for column in self.columns.values()]
        return sum(against for against, _ in steps), sum(future for _, future in steps)
