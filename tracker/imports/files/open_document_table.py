"""One sheet of an OpenDocument file, row by row."""

from tracker.imports.files import zip_safety
from tracker.imports.files.excel_values import iso_words
from tracker.imports.files.table import MOST_EMPTY, TOO_EMPTY, WIDEST, Unreadable, clean
from tracker.imports.files.xml_parts import XmlReader

MOST_CELLS = 16_384 * 3

BESIDE = frozenset(("annotation", "frame", "custom-shape", "line", "rect", "shapes"))
"""What lies over the cells: comments, pictures, drawings."""


class TableReader(XmlReader):
    """Puts out the rows of one sheet, each with how many times it is there."""

    def __init__(self, place: int) -> None:
        super().__init__()
        self.left = place + 1
        self.tables = self.beside = self.lines = self.inside = self.times = self.across = 0
        self.cells: list[str] = []
        self.column = 0
        self.given: str | None = None
        self.lines_of_cell: list[str] = []
        self.in_cell = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "table":
            self.tables += 1
            self.left -= self.tables == 1
        if self.left or self.tables != 1:
            return
        if name == "table-row":
            self._begin_row(attributes)
        elif name in ("table-cell", "covered-table-cell"):
            self._begin_cell(attributes)
        elif name in BESIDE:
            self.beside += 1
        elif self.in_cell and not self.beside:
            self._begin_words(name, attributes)
        else:
            self.pass_over()

    def _begin_row(self, attributes: dict[str, str]) -> None:
        self.times = _times(attributes.get("table:number-rows-repeated"))
        self.lines += 1
        if self.lines > MOST_EMPTY:
            raise Unreadable(TOO_EMPTY)
        self.cells, self.column, self.inside, self.line_length = [], 0, 0, 0

    def _begin_cell(self, attributes: dict[str, str]) -> None:
        self.inside += 1
        if self.inside > MOST_CELLS:
            raise Unreadable(zip_safety.TOO_LARGE)
        self.across = _times(attributes.get("table:number-columns-repeated"))
        self.given, self.lines_of_cell, self.in_cell = _given(attributes), [], True

    def _begin_words(self, name: str, attributes: dict[str, str]) -> None:
        if name in ("p", "h"):
            self.catch()
        elif name == "s":
            self.text(" " * min(1_000, _times(attributes.get("text:c"))))
        elif name == "tab":
            self.text(" ")
        elif name == "line-break":
            self.text("\n")
        else:
            self.pass_over()

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "table":
            self.tables -= 1
        if self.left or self.tables != 1:
            return
        if name in BESIDE:
            self.beside -= 1
        elif name in ("p", "h") and self.caught is not None and not self.beside:
            self.lines_of_cell.append(self.measure(self.let_go()))
        elif name in ("table-cell", "covered-table-cell"):
            self._end_cell()
        elif name == "table-row":
            self.out.append((self.times, self.cells))

    def _end_cell(self) -> None:
        self.in_cell = False
        text = "\n".join(self.lines_of_cell) if self.given is None else self.given
        first, self.column = self.column, self.column + self.across
        if text and first < WIDEST:
            self.cells.extend([""] * (first - len(self.cells)))
            for _ in range(min(self.across, WIDEST - first)):
                self.cells.append(clean(self.measure(text)))

    def text(self, data: str) -> None:
        """A piece of text; what lies over a cell is none of it."""
        if not self.beside:
            super().text(data)


def _given(attributes: dict[str, str]) -> str | None:
    """What a cell holds, where that says more than what it shows; None for what it shows."""
    kind = attributes.get("office:value-type") or attributes.get("calcext:value-type")
    if kind == "date":
        day = attributes.get("office:date-value", "")
        return iso_words(day) if day else None
    if kind == "time":
        return _clock(attributes.get("office:time-value", ""))
    if kind == "boolean":
        return "Yes" if attributes.get("office:boolean-value") == "true" else "No"
    if kind == "float":
        return _number(attributes.get("office:value", ""))
    if kind is None and (formula := attributes.get("table:formula")):
        return "=" + formula.partition("=")[2]
    return None


def _number(text: str) -> str | None:
    try:
        number = float(text)
    except ValueError:
        return None
    return str(int(number)) if number.is_integer() and abs(number) < 1e15 else text


def _clock(text: str) -> str | None:
    """09:30:00 of PT09H30M00S; how long something took is left as it is shown."""
    parts = text.removeprefix("PT").replace("H", ":").replace("M", ":").partition(".")[0]
    hour, _, rest = parts.removesuffix("S").partition(":")
    return f"{hour}:{rest}" if hour.isdecimal() and int(hour) < 24 and len(rest) == 5 else None


def _times(text: str | None) -> int:
    """How many times something is there: once where nothing is said, never without end."""
    return min(int(text), MOST_EMPTY) if text and text.isdecimal() and len(text) < 12 else 1
