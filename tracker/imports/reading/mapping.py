"""How one file is to be read: proposed by the program, changed by the person, kept as JSON."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any

from tracker.imports.files.table import Row
from tracker.imports.reading import date_order, questions, statuses
from tracker.imports.reading.column_reading import ColumnReading, MappedColumns
from tracker.imports.reading.dates import DateReader, Order
from tracker.imports.reading.file_survey import FileSurvey
from tracker.imports.reading.open_questions import open_questions
from tracker.imports.reading.questions import ANSWERS, ASK, Question
from tracker.imports.reading.status_meaning import CHOICES, StatusMeaning
from tracker.imports.reading.two_in_one import BOTH, Cut, cut_of
from tracker.imports.words import headers

KEPT = ("order", "order_certainty", "order_example", "currency", "hangs", "idle_statuses",
        "answered", "status_settled", "told_on")  # fmt: skip
"""What JSON holds as it is."""


@dataclass
class Mapping(MappedColumns):
    """Everything that a person may confirm or change before the rows are read."""

    statuses: dict[str, StatusMeaning] = field(default_factory=dict)
    order: Order = "day_first"
    order_certainty: date_order.Certainty = "not_needed"
    order_example: str = ""
    years: list[tuple[int, int]] = field(default_factory=list)
    answers: dict[str, str] = field(
        default_factory=lambda: {code: choices[0] for code, choices in ANSWERS.items()}
    )
    currency: str = "AUD"
    hangs: dict[str, int] = field(default_factory=dict)
    """How many rows hang on each question; "more" where only the first were counted."""
    idle_statuses: list[str] = field(default_factory=list)
    """Codes of statuses that no row hangs on: whatever they mean, something else settles it."""
    answered: list[str] = field(default_factory=list)
    """Codes of the questions about rows that the person has answered."""
    status_settled: bool = False
    """Whether the person has said which of two columns is right where they contradict."""
    twice: list[list[Any]] = field(default_factory=list)
    """Rows that are likely one application: earlier state, later state, what each is read as, and
    what each says."""
    cut: Cut | None = None
    """How the column is cut that holds company and role in one, if there is one."""
    told_on: str = ""
    """The day of an earlier file with these columns, where it is read as the person said then."""

    @property
    def questions(self) -> list[Question]:
        """What is to be asked about many rows alike."""
        return list(open_questions(self))

    @property
    def reader(self) -> DateReader:
        """Reads this file's dates; what can be read either way is no date until it is settled."""
        unsettled = self.order_certainty in ("mixed", "assumed")
        return DateReader(self.order, strict=unsettled)

    @property
    def first(self) -> str:
        """What stands first where company and role are in one cell; empty where it is asked."""
        said = self.answers[BOTH]
        if said == ASK and self.cut is not None and self.cut.sure:
            return self.cut.first
        return "" if said == ASK else said

    def choose_order(self, order: str) -> None:
        """Settle which number is the day; raises ValueError for anything but the two orders."""
        if order not in date_order.ORDERS:
            raise ValueError(f"unknown order of dates: {order}")
        self.order = order
        self.order_certainty = "chosen"

    def answer(self, code: str, choice: str) -> None:
        """Answer one question for all rows alike; raises ValueError."""
        if code in ANSWERS and choice in ANSWERS[code]:
            self.answers[code] = choice
            if code not in self.answered:
                self.answered.append(code)
        elif code == questions.ORDER and choice != questions.ASK:
            self.choose_order(choice)
        elif code == questions.WHICH_STATUS and choice != questions.ASK:
            self.choose_status(choice)
        elif not self._answer_status(code, choice):
            raise ValueError(f"unknown answer: {code} = {choice}")

    def _answer_status(self, code: str, choice: str) -> bool:
        keys = [key for key in self.statuses if statuses.code(key) == code]
        for key in keys:
            self.statuses[key] = self.statuses[key].chosen(choice)
        return bool(keys) or (choice == questions.ASK and code in questions.OF_COLUMNS)

    def choose_status(self, place: str) -> None:
        """Settle which of two columns is right where they contradict; raises ValueError.

        Where the other one only says more, that still counts.
        """
        known = self.place("status")
        if known is None or place not in map(str, (known, *self.rivals)):
            raise ValueError(f"this column doesn't read as a status: {place}")
        for rival in (known, *self.rivals):
            self.choose_column(rival, "notes")
            self.columns[rival].runner_up = "status"
        self.choose_column(int(place), "status")
        self.columns[int(place)].runner_up = ""
        self.status_settled = True

    def confirm(self) -> None:
        """A person has seen it and goes on: what was proposed is theirs now."""
        for column in self.columns:
            if column.certainty == "proposed":
                column.certainty = "chosen"
        for key, meaning in self.statuses.items():
            if meaning.certainty == "proposed":
                self.statuses[key] = meaning.chosen(meaning.choice)

    def settle(self, rows: Iterable[Row], today: date) -> None:
        """Go through the whole file once more: its statuses, its order of dates, its years."""
        found = FileSurvey(self, today)
        found.read(rows)
        both = self.place(BOTH)
        self.cut = None if both is None else cut_of(found.held, self.columns[both].header)
        if self.order_certainty != "chosen":
            self.order, self.order_certainty, self.order_example = found.order.guess()
        self.years = found.years(self.order)
        self.statuses = {
            key: self._meaning(key, text, count) for key, (text, count) in found.statuses.items()
        }

    def _meaning(self, key: str, text: str, count: int) -> StatusMeaning:
        kept = self.statuses.get(key) or statuses.guess_status(text)
        return StatusMeaning(**(asdict(kept) | {"count": count, "text": text}))

    def as_json(self) -> dict[str, Any]:
        """What `from_json` takes back unchanged."""
        return asdict(self) | {"statuses": {k: m.as_json() for k, m in self.statuses.items()}}

    def dumps(self) -> str:
        """For people to read and change."""
        return json.dumps(self.as_json(), ensure_ascii=False, indent=2)

    @classmethod
    def from_json(cls, data: Any) -> "Mapping":
        """Take back a mapping, a hand-edited one too; raises ValueError naming what is wrong."""
        try:
            mapping = cls(
                columns=[ColumnReading(**column) for column in data["columns"]],
                statuses={k: StatusMeaning(**meaning) for k, meaning in data["statuses"].items()},
                **{name: data[name] for name in KEPT if name in data},
            )
            mapping.years = [(int(row), int(year)) for row, year in data.get("years", [])]
            mapping.twice = [
                [int(earlier), int(later), *map(str, said if said[2:] else said * 2)]
                for earlier, later, *said in data.get("twice", [])
            ]
            mapping.cut = Cut(**data["cut"]) if data.get("cut") else None
            mapping.answers |= data.get("answers", {})
        except (KeyError, TypeError, AttributeError) as error:
            raise ValueError(f"this mapping lacks or misnames something: {error}") from error
        mapping._check()
        return mapping

    def _check(self) -> None:
        for column in self.columns:
            if column.fact not in headers.FACTS:
                raise ValueError(f"unknown fact: {column.fact}")
        for meaning in self.statuses.values():
            if meaning.choice not in CHOICES:
                raise ValueError(f"unknown meaning: {meaning.choice}")
        if self.order not in date_order.ORDERS:
            raise ValueError(f"unknown order of dates: {self.order}")
        for code, choice in self.answers.items():
            if choice not in ANSWERS.get(code, ()):
                raise ValueError(f"unknown answer: {code} = {choice}")
