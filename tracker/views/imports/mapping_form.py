"""The form that says how a file is read: what it leaves open, its columns, statuses and dates."""

import re
from collections.abc import Callable
from collections.abc import Mapping as Dict
from contextlib import suppress
from dataclasses import replace
from functools import cached_property

from tracker.imports.reading import statuses
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.no_beside_offer import NO_BESIDE_OFFER
from tracker.imports.reading.questions import ANSWERS, ORDER
from tracker.imports.reading.repeated_openings import TWICE
from tracker.imports.reading.two_in_one import BOTH, is_told
from tracker.imports.words import headers
from tracker.values.formatting import plural
from tracker.values.whole_number import whole_number
from tracker.views.imports.mapping_fields import MappingFields
from tracker.views.imports.question_panels import Panel, panels, shown_first, unseen
from tracker.views.imports.word_groups import said_of_each

MISSING = {
    "company": "Which column is the company?",
    "role": "Which column is the role?",
}
AT_A_TAP = ((TWICE,), (NO_BESIDE_OFFER,))
"""Questions whose answers are buttons that go on, where nothing else is open."""
UNKNOWN = "Please choose one of these."
CODE = re.compile(r"[a-z0-9_-]+")
LONGEST_SEEN = 2_000


class MappingForm(MappingFields):
    """Questions first, then a select for every column and status; takes over what was typed."""

    def __init__(
        self, mapping: Mapping, typed: Dict[str, str] | None = None, seen: str = ""
    ) -> None:
        super().__init__(mapping)
        self.typed = said_of_each(typed or {}, mapping)
        self.seen = CODE.findall(self.typed.get("seen", seen)[:LONGEST_SEEN])
        """Codes of the questions that were asked before these."""
        self._in_parts = typed is None or "seen" in typed
        self._before = [column.fact for column in mapping.columns], mapping.order
        if typed is not None:
            self._take(self.typed)
        self._note_clashes()

    @cached_property
    def open(self) -> list[Panel]:
        """Everything that the sheet leaves open."""
        return panels(self.mapping, self.typed)

    @property
    def panels(self) -> list[Panel]:
        """What this page asks."""
        return list(shown_first(self.open, self.seen)) if self._in_parts else self.open

    @property
    def more(self) -> int:
        """How many questions come after these."""
        return max(0, len(unseen(self.open, self.seen)) - len(self.panels))

    @property
    def alone(self) -> Panel | None:
        """What an offer beside a no, or a second row, means, where nothing else is open."""
        only = len(self.panels) == 1 and not (self.more or self.errors or self.mapping.missing)
        return self.panels[0] if only and self.panels[0].codes in AT_A_TAP else None

    @property
    def seen_now(self) -> str:
        """What has been asked once this page is answered."""
        asked = [code for panel in self.panels for code in panel.codes]
        return ",".join([*self.seen, *asked])

    @property
    def missing(self) -> dict[str, str]:
        """What no column is known as, and no row can do without."""
        return {fact: MISSING[fact] for fact in self.mapping.missing}

    @property
    def dates_settled(self) -> bool:
        """Whether there are dates in which day and month could be mistaken, and nobody is asked."""
        open_codes = {code for panel in self.open for code in panel.codes}
        return self.mapping.order_certainty != "not_needed" and ORDER not in open_codes

    @property
    def names(self) -> set[str]:
        """Of the fields that are folded away."""
        found = {each.name for each in self.settled} | {each.name for each in self.statuses}
        return found | ({ORDER} if self.dates_settled else set())

    @property
    def rest_in_words(self) -> str:
        """What the fold holds: 9 columns, 6 stages, dates."""
        stages = len(self.statuses)
        parts = [plural(len(self.settled), "column")]
        parts += [plural(stages, "stage")] * bool(stages) + ["dates"] * self.dates_settled
        return ", ".join(parts)

    @property
    def valid(self) -> bool:
        """Whether it can be read like that."""
        return not self.errors

    @property
    def refused(self) -> bool:
        """Whether an answer is none of those offered, and so is kept nowhere."""
        return UNKNOWN in self.errors.values()

    @property
    def other_columns(self) -> bool:
        """Whether another column holds something now."""
        return self._before[0] != [column.fact for column in self.mapping.columns]

    @property
    def reshaped(self) -> bool:
        """Whether another column holds the statuses or the dates now."""
        return self.other_columns or self._before[1] != self.mapping.order

    def anew(self) -> "MappingForm":
        """As the page is when it is opened again, with what is wrong now."""
        again = MappingForm(self.mapping, None, ",".join(self.seen))
        again.errors |= self.errors
        return again

    def require_columns(self) -> None:
        """Without a company and a role nobody goes on; until then they are only asked for."""
        for fact in self.mapping.missing:
            self.errors.setdefault(f"which-{fact}", f"{MISSING[fact]} Choose it here.")

    def settle(self) -> None:
        """Answer what this page asked with what is selected there."""
        for panel in self.panels:
            for code, choice in panel.answers.items():
                self._try(panel.name, self.mapping.answer, code, choice)

    def outcome(self) -> Mapping:
        """How the sheet is read where everything that is selected on the page holds."""
        chosen = Mapping.from_json(self.mapping.as_json())
        for panel in self.open:
            for code, choice in panel.answers.items():
                with suppress(ValueError):
                    chosen.answer(code, choice)
        chosen.confirm()
        return chosen

    def note_what_differs(self) -> None:
        """Keep what is selected otherwise than proposed; the rest stays open."""
        proposed = {panel.codes: panel.answers for panel in panels(self.mapping, {})}
        for panel in self.panels:
            for code, choice in panel.answers.items():
                if choice != proposed[panel.codes].get(code):
                    self._try(panel.name, self.mapping.answer, code, choice)

    def take_back(self, name: str, guessed: Mapping) -> None:
        """Read a column, a status or the dates as proposed again."""
        for place, (field, _) in enumerate(self._columns()):
            if field == name and place < len(guessed.columns):
                self.mapping.columns[place] = guessed.columns[place]
        for key in self.mapping.statuses:
            if statuses.code(key) == name:
                self.mapping.statuses[key] = replace(
                    statuses.guess_status(self.mapping.statuses[key].text),
                    count=self.mapping.statuses[key].count,
                )
        if name == ORDER:
            self.mapping.order = guessed.order
            self.mapping.order_certainty = guessed.order_certainty

    def read_otherwise(self, name: str) -> None:
        """A column that was recognised wrongly: as what it might be instead, else into the notes.

        What another column was read as is that column's no longer.
        """
        for place, (field, column) in enumerate(self._columns()):
            if field == name:
                other = column.runner_up or "notes"
                for place_before, (_, before) in enumerate(self._columns()):
                    if before.fact == other and other not in headers.MANY:
                        self.mapping.choose_column(place_before, "notes")
                self.mapping.choose_column(place, other)
                column.runner_up = ""

    def _take(self, typed: Dict[str, str]) -> None:
        for place, (name, column) in enumerate(self._columns()):
            self._try(name, self.mapping.choose_column, place, typed.get(name, column.fact))
        for fact in self.mapping.missing:
            if chosen := typed.get(f"which-{fact}"):
                self._try(f"which-{fact}", self._choose_missing, chosen, fact)
        for each in self.statuses:
            if typed.get(each.name, each.value) != each.value:
                self._try(each.name, self.mapping.answer, each.name, typed[each.name])
        asked = {code for panel in self.open for code in panel.codes}
        for code in (*ANSWERS, ORDER):
            if code in typed and code not in asked and typed[code] != self._standing(code):
                self._try(code, self.mapping.answer, code, typed[code])

    def _choose_missing(self, place: str, fact: str) -> None:
        number = whole_number(place)
        if number is None or number >= len(self.mapping.columns):
            raise ValueError(f"there is no such column: {place}")
        column = self.mapping.columns[number]
        both = {fact, column.fact} == {"company", "role"} and any(map(is_told, column.samples))
        self.mapping.choose_column(number, BOTH if both else fact)

    def _standing(self, code: str) -> str:
        return self.mapping.order if code == ORDER else self.mapping.answers[code]

    def _try(self, name: str, change: Callable[..., None], *values: object) -> None:
        try:
            change(*values)
        except ValueError:
            self.errors[name] = UNKNOWN

    def _note_clashes(self) -> None:
        first: dict[str, str] = {}
        for name, column in self._columns():
            earlier = first.setdefault(column.fact, column.header)
            if earlier != column.header and column.fact not in headers.MANY:
                label = headers.FACTS[column.fact]
                self.errors[name] = f"“{earlier}” is read as {label} already. Choose one of them."
