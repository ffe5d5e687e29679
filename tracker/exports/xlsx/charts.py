"""The figures behind all charts on one sheet, table below table."""

from collections.abc import Sequence

from xlsxwriter.worksheet import Worksheet

from tracker.exports.cells import Cell, without_illegal_characters
from tracker.exports.columns import SheetColumn
from tracker.exports.sheets import Sheet
from tracker.exports.xlsx.styles import WorkbookStyles, height, shortened_to_cell

WIDTHS = (34, 26, *(16,) * 8)
SAYING = (SheetColumn("", "words", 100),)
ACROSS = 5


def stack(page: Worksheet, charts: Sequence[Sheet], looks: WorkbookStyles) -> None:
    """Title, sentence and figures of each."""
    for number, width in enumerate(WIDTHS):
        page.set_column(number, number, width)
    at = 0
    for chart in charts:
        _put(page, at, 0, chart.title, looks.title)
        page.merge_range(at + 1, 0, at + 1, ACROSS, "", looks.says)
        _put(page, at + 1, 0, chart.says, looks.says)
        page.set_row(at + 1, height(SAYING, (chart.says,)))
        at += 2
        for number, column in enumerate(chart.columns):
            _put(page, at, number, column.label, looks.head)
        placed = [
            column._replace(width=WIDTHS[min(n, 9)]) for n, column in enumerate(chart.columns)
        ]
        for row in chart.rows:
            at += 1
            page.set_row(at, height(placed, row))
            for number, (column, cell) in enumerate(zip(chart.columns, row, strict=True)):
                _put(page, at, number, cell, looks.kinds[column.kind])
        at += 2


def _put(page: Worksheet, row: int, column: int, cell: Cell, look: object) -> None:
    """Text in one piece: what begins with <r> and ends with </r> would be read as markup."""
    if isinstance(cell, int | float):
        page.write_number(row, column, cell, look)
        return
    text = without_illegal_characters(str(cell or ""))
    page.write_string(
        row, column, shortened_to_cell(f" {text}" if text.startswith("<r>") else text), look
    )
