"""The figures behind all charts on one sheet, table below table, each drawn by Excel itself."""

import re
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.exports.cells import Cell, without_illegal_characters
from tracker.exports.sheet_column import SheetColumn
from tracker.exports.sheets import ExportSheet
from tracker.exports.xlsx.drawings import PERCENT, draw, lines_of
from tracker.exports.xlsx.styles import (
    LINE_HEIGHT,
    WorkbookStyles,
    height,
    shortened_to_cell,
)

WIDTHS = (34, 26, *(16,) * 8)
SAYING = (SheetColumn("", "words", 100),)
ACROSS = 5
DAYS = re.compile(r"([\d,]{1,7}) days?")
ACROSS_PAPER, DOWN_PAPER = 530, 690
"""Points of an upright page, on whichever paper, between its margins: two or three charts."""
COLUMN, SHRUNK = 6.4, 40
"""Points of a column for each letter, and the least that print is made smaller, in hundredths."""


def stack(
    book: Workbook, page: Worksheet, charts: Sequence[ExportSheet], looks: WorkbookStyles
) -> None:
    """Title, sentence and figures of each, and its drawing."""
    for number, width in enumerate(WIDTHS):
        page.set_column(number, number, width)
    scale = _scale(charts)
    page.set_portrait()
    page.set_print_scale(scale)
    at, breaks, below = 0, [], 0.0
    for chart in charts:
        tall = _height(chart)
        if below and below + tall > DOWN_PAPER * 100 / scale:
            breaks.append(at)
            below = 0.0
        below += tall
        _put(page, at, 0, chart.title, looks, looks.title)
        page.merge_range(at + 1, 0, at + 1, ACROSS, "", looks.says)
        _put(page, at + 1, 0, chart.says, looks, looks.says)
        page.set_row(at + 1, height(SAYING, (chart.says,)))
        at += 2
        head = at
        for number, column in enumerate(chart.columns):
            figures = number and any(_is_figure(row[number]) for row in chart.rows)
            _put(page, at, number, column.label, looks, looks.figures if figures else looks.head)
        for row in chart.rows:
            at += 1
            page.set_row(at, height(_placed(chart), row))
            for number, (column, cell) in enumerate(zip(chart.columns, row, strict=True)):
                beside = number > 1 and column.kind == "text"
                look = looks.beside if beside else looks.kinds[column.kind]
                _put(page, at, number, cell, looks, look)
        at += 2
        at += draw(book, page, chart, head, at)
    page.set_h_pagebreaks(breaks)


def _placed(chart: ExportSheet) -> list[SheetColumn]:
    return [column._replace(width=WIDTHS[min(n, 9)]) for n, column in enumerate(chart.columns)]


def _scale(charts: Sequence[ExportSheet]) -> int:
    """How small it is printed, in hundredths, so that all columns stand on one page."""
    most = max(ACROSS, *(len(chart.columns) for chart in charts))
    wide = sum(WIDTHS[min(number, 9)] for number in range(most)) * COLUMN
    return max(SHRUNK, min(100, int(ACROSS_PAPER * 100 / wide)))


def _height(chart: ExportSheet) -> float:
    """The points of a chart: title, sentence, figures, drawing, and a line between."""
    rows = sum(height(_placed(chart), row) for row in chart.rows)
    return height(SAYING, (chart.says,)) + rows + (5 + lines_of(chart)) * LINE_HEIGHT


def _is_figure(cell: Cell) -> bool:
    words = str(cell)
    number = isinstance(cell, int | float)
    return number or bool(PERCENT.fullmatch(words) or DAYS.fullmatch(words))


def _put(
    page: Worksheet, row: int, column: int, cell: Cell, looks: WorkbookStyles, look: object
) -> None:
    """Text in one piece: what begins with <r> and ends with </r> would be read as markup."""
    if isinstance(cell, int | float):
        page.write_number(row, column, cell, look)
        return
    text = without_illegal_characters(str(cell or ""))
    if share := PERCENT.fullmatch(text):
        page.write_number(row, column, int(share[1]) / 100, looks.percent)
        return
    if days := DAYS.fullmatch(text):
        page.write_number(row, column, int(days[1].replace(",", "")), looks.days)
        return
    page.write_string(
        row, column, shortened_to_cell(f" {text}" if text.startswith("<r>") else text), look
    )
