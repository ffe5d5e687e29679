"""How a workbook looks: formats, row heights, paper; and what fits into a cell."""

from collections.abc import Sequence
from math import ceil
from typing import NamedTuple

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from tracker.exports.cells import Cell
from tracker.exports.sheet_column import SheetColumn

LONGEST = 32_767
"""Characters of a cell, in UTF-16 units; Excel calls a file broken that has more."""
CUT = " … [cut here: too long for a cell; all of it is in the JSON file]"
LINE_HEIGHT = 15
WIDE = "\u2e80"
"""From here on most letters are as wide as two."""
MOST_LINES = 8
LETTER, A4 = 1, 9
LETTER_COUNTRIES = ("US", "CA", "MX", "PH")
INK, TINT, RULE = "#1F2A26", "#E3EDE8", "#2F6B57"


class WorkbookStyles(NamedTuple):
    """The formats of one workbook."""

    head: Format
    figures: Format
    """The head of figures, which stand on the right."""
    title: Format
    says: Format
    percent: Format
    days: Format
    beside: Format
    """Words to the right of figures."""
    kinds: dict[str, Format]

    @classmethod
    def of(cls, book: Workbook) -> "WorkbookStyles":
        """Dates spell the month, so that day and month can't be mistaken in any country."""
        top = {"valign": "top"}
        left = {"align": "left", **top}
        wrapped = book.add_format({"text_wrap": True, **top})
        head = {"bold": True, "bg_color": TINT, "font_color": INK}
        head |= {"text_wrap": True, "valign": "vcenter"}
        return cls(
            book.add_format(head),
            book.add_format({**head, "align": "right", "indent": 1}),
            book.add_format({"bold": True, "font_size": 14, "font_color": RULE}),
            book.add_format({"italic": True, "text_wrap": True, **top}),
            book.add_format({"num_format": "0%", "align": "right", "indent": 1, **top}),
            book.add_format({"num_format": '0 "days"', "align": "right", "indent": 1, **top}),
            book.add_format({"text_wrap": True, "indent": 1, **left}),
            {
                "text": wrapped,
                "words": wrapped,
                "fact": book.add_format({"text_wrap": True, **left}),
                "link": book.add_format({"font_color": RULE, "underline": 1, **top}),
                "number": book.add_format({"align": "right", "indent": 1, **top}),
                "day": book.add_format({"num_format": "d mmm yyyy", **left}),
                "moment": book.add_format({"num_format": "d mmm yyyy hh:mm", **left}),
            },
        )


def paper(country: str) -> int:
    """The size of paper where the person lives."""
    return LETTER if country in LETTER_COUNTRIES else A4


def height(columns: Sequence[SheetColumn], row: Sequence[Cell]) -> int:
    """Points: as many lines as the fullest cell needs, up to a few; the rest is in the cell."""
    most = 1
    for column, cell in zip(columns, row, strict=True):
        if not isinstance(cell, str) or column.kind == "link":
            continue
        if len(cell) > column.width or "\n" in cell or not cell.isascii():
            lines = sum(ceil(_width(line) / column.width) or 1 for line in cell.split("\n"))
            if lines >= MOST_LINES:
                return MOST_LINES * LINE_HEIGHT
            most = max(most, lines)
    return most * LINE_HEIGHT


def _width(line: str) -> int:
    return len(line) if line.isascii() else len(line) + sum(sign >= WIDE for sign in line)


def shortened_to_cell(text: str) -> str:
    """What fits into a cell, saying so where something was cut."""
    if len(text) <= LONGEST // 2 or _units(text) <= LONGEST:
        return text
    room = (LONGEST - len(CUT)) * 2
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
