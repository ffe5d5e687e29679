"""The rows of one sheet of a workbook."""

from tracker.imports.files.excel_values import iso_words, number_words
from tracker.imports.files.shared_strings import SharedStrings
from tracker.imports.files.table import (
    HEADER_WITHIN,
    MOST_EMPTY,
    MOST_ROWS,
    TOO_EMPTY,
    TOO_MANY,
    WIDEST,
    Unreadable,
    clean,
)
from tracker.imports.files.xml_parts import XmlReader
from tracker.imports.files.zip_safety import BROKEN, TOO_LARGE

LAST_ROW = 1_048_576
LAST_COLUMN = 16_384
LETTERS = {chr(letter): letter - 64 for letter in range(65, 91)}


class WorksheetReader(XmlReader):
    """Puts out rows with something in them; `kinds` says which looks make a number a day."""

    def __init__(self, strings: SharedStrings, kinds: list[str], from_1904: bool) -> None:
        super().__init__()
        self.strings, self.kinds, self.from_1904 = strings, kinds, from_1904
        self.columns: dict[str, int] = {}
        self.number = self.seen = self.filled = self.column = self.inside = 0
        self.cells: list[str] = []
        self.kind = self.look = self.value = self.formula = ""
        self.runs: list[str] = []
        self.pronounced = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "c":
            self._begin_cell(attributes)
        elif name in ("v", "f") or (name == "t" and not self.pronounced):
            self.inside += 1
            self.catch()
            if self.inside > LAST_COLUMN * 3:
                raise Unreadable(TOO_LARGE)
        elif name == "row":
            self._begin_row(attributes.get("r"))
        else:
            self.pass_over()
            self.pronounced += name == "rPh"

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "c":
            self._end_cell()
        elif name == "v":
            self.value = self.let_go()
        elif name == "f":
            self.formula = self.let_go()
        elif name == "t" and self.caught is not None:
            self.runs.append(self.measure(self.let_go()))
        elif name == "rPh":
            self.pronounced -= 1
        elif name == "row":
            self._end_row()

    def _begin_row(self, told: str | None) -> None:
        number = int(told) if told and told.isdecimal() and len(told) < 9 else self.number + 1
        self.number = number if number > self.number else self.number + 1
        self.seen += 1
        if self.number > LAST_ROW or self.seen > MOST_EMPTY:
            raise Unreadable(TOO_EMPTY)
        self.cells, self.column, self.inside, self.line_length = [], 0, 0, 0

    def _end_row(self) -> None:
        while self.cells and not self.cells[-1]:
            self.cells.pop()
        if self.cells:
            self.filled += 1
            if self.filled > MOST_ROWS + HEADER_WITHIN:
                raise Unreadable(TOO_MANY)
            self.out.append((self.number, self.cells))

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        place = attributes.get("r")
        self.column = self._column(place) if place else self.column + 1
        self.inside += 1
        self.kind, self.look = attributes.get("t", "n"), attributes.get("s", "")
        self.value = self.formula = ""
        if self.runs:
            self.runs = []
        if self.column > LAST_COLUMN or self.inside > LAST_COLUMN * 3:
            raise Unreadable(TOO_LARGE)

    def _column(self, place: str) -> int:
        letters = place.rstrip("0123456789")
        found = self.columns.get(letters)
        if found is None:
            if not 0 < len(letters) < 4 or any(letter not in LETTERS for letter in letters):
                raise Unreadable(BROKEN)
            found = 0
            for letter in letters:
                found = found * 26 + LETTERS[letter]
            self.columns[letters] = found
        return found

    def _end_cell(self) -> None:
        if self.column > WIDEST:
            return
        text = self._text()
        if text:
            cells = self.cells
            missing = self.column - len(cells)
            if missing > 0:
                cells.extend([""] * missing)
            cells[self.column - 1] = clean(self.measure(text))

    def _text(self) -> str:
        """What is shown, nearly; of a formula without a kept result its words, never run."""
        value, kind = self.value, self.kind
        if kind == "s":
            try:
                return self.strings[int(value)] if value else ""
            except (IndexError, ValueError) as error:
                raise Unreadable(BROKEN) from error
        if kind == "inlineStr":
            return "".join(self.runs)
        if not value:
            return f"={self.formula}" if self.formula else ""
        if kind == "n":
            return number_words(value, self._kind_of_number(), self.from_1904)
        if kind == "b":
            return "Yes" if value.strip() in ("1", "true") else "No"
        return iso_words(value) if kind == "d" else value

    def _kind_of_number(self) -> str:
        look = int(self.look) if self.look.isdecimal() and len(self.look) < 7 else -1
        return self.kinds[look] if 0 <= look < len(self.kinds) else ""
