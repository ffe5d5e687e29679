"""The form that says how a file is read: its columns, its statuses, its dates."""

from collections.abc import Mapping as Dict
from dataclasses import dataclass
from hashlib import blake2b

from tracker.imports.reading.date_order import ORDERS
from tracker.imports.reading.mapping import ColumnReading, Mapping
from tracker.imports.reading.questions import ANSWERS
from tracker.imports.reading.statuses import CHOICES, Meaning
from tracker.imports.words import headers

MISSING = {
    "company": "Which column is the company? Choose it here.",
    "role": "Which column is the role? Choose it here.",
}


@dataclass(frozen=True)
class SelectField:
    """One select of the form."""

    name: str
    about: ColumnReading | Meaning
    value: str
    sure: bool
    error: str = ""


class MappingForm:
    """A select for every column and every distinct status; takes over what was typed."""

    def __init__(self, mapping: Mapping, typed: Dict[str, str] | None = None) -> None:
        self.mapping = mapping
        self.errors: dict[str, str] = {}
        self.reshaped = False
        """Whether another column holds the statuses or the dates now."""
        if typed is not None:
            self._take(typed)

    @property
    def columns(self) -> list[SelectField]:
        """In the order of the file."""
        return [
            SelectField(name, column, column.fact, column.certainty != "unknown", self._error(name))
            for name, column in self._columns()
        ]

    @property
    def statuses(self) -> list[SelectField]:
        """Those that need a glance first, then the most frequent."""
        found = [
            SelectField(name, meaning, meaning.choice, meaning.certainty in SURE, self._error(name))
            for name, meaning in ((status_name(key), m) for key, m in self._meanings())
        ]
        return sorted(found, key=lambda choice: choice.sure)

    @property
    def asks_how_it_ended(self) -> bool:
        """Whether a column tells that it is over, without telling how."""
        return self.mapping.place("step_active") is not None

    @property
    def valid(self) -> bool:
        """Whether it can be read like that."""
        return not self.errors

    def _columns(self) -> list[tuple[str, ColumnReading]]:
        return [(f"column-{i}", column) for i, column in enumerate(self.mapping.columns)]

    def _meanings(self) -> list[tuple[str, Meaning]]:
        return sorted(self.mapping.statuses.items(), key=lambda item: -item[1].count)

    def _error(self, name: str) -> str:
        return self.errors.get(name, "")

    def _take(self, typed: Dict[str, str]) -> None:
        before = [column.fact for column in self.mapping.columns]
        for place, (name, column) in enumerate(self._columns()):
            self._try(name, self.mapping.choose_column, place, typed.get(name, column.fact))
        for key, meaning in self.mapping.statuses.items():
            name = status_name(key)
            if (choice := typed.get(name, meaning.choice)) in CHOICES:
                self.mapping.statuses[key] = meaning.chosen(choice)
            else:
                self.errors[name] = UNKNOWN
        order = typed.get("order", self.mapping.order)
        if order != self.mapping.order or self.mapping.order_certainty in UNSETTLED:
            self.reshaped = True
            self._try("order", self.mapping.choose_order, order)
        for code in ANSWERS:
            if code in typed:
                self._try(code, self.mapping.answer, code, typed[code])
        self.reshaped |= before != [column.fact for column in self.mapping.columns]
        self._check_columns()

    def _try(self, name: str, change: object, *values: object) -> None:
        try:
            change(*values)  # type: ignore[operator]
        except ValueError:
            self.errors[name] = UNKNOWN

    def _check_columns(self) -> None:
        first: dict[str, str] = {}
        for name, column in self._columns():
            earlier = first.setdefault(column.fact, column.header)
            if earlier != column.header and column.fact not in headers.MANY:
                label = headers.FACTS[column.fact]
                self.errors[name] = f"“{earlier}” is read as {label} already. Choose one of them."
        for fact in self.mapping.missing:
            spare = next((n for n, c in self._columns() if c.fact in ("notes", "skip")), "column-0")
            self.errors.setdefault(spare, MISSING[fact])


UNSETTLED = ("assumed", "likely", "mixed")
"""Of the order of dates: what was preselected is chosen by going on."""
SURE = ("certain", "chosen")
UNKNOWN = "Please choose one of these."


def status_name(key: str) -> str:
    """A status's field, the same on every page."""
    return f"status-{blake2b(key.encode('utf-8', 'replace'), digest_size=6).hexdigest()}"


__all__ = ["ORDERS", "MappingForm", "SelectField", "status_name"]
