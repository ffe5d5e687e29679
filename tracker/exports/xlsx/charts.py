"""The figures behind all charts on one sheet, table below table, each drawn by Excel itself."""

import re
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.exports.cells import Cell, without_illegal_characters
from tracker.exports.columns import SheetColumn
from tracker.exports.sheets import Sheet
from tracker.exports.xlsx.styles import RULE, WorkbookStyles, height, shortened_to_cell

CHARTS = "Charts"
"""The sheet's name."""
WIDTHS = (34, 26, *(16,) * 8)
SAYING = (SheetColumn("", "words", 100),)
ACROSS = 5
PERCENT, DAYS = re.compile(r"(\d{1,3})%"), re.compile(r"([\d,]{1,7}) days?")
COLOURS = (RULE, "#9CC9B5", "#7C7466")
LINES, ROW, WIDE = 16, 20, 760
"""The rows that a drawing covers, the pixels of one, and how many pixels it is wide."""


def stack(book: Workbook, page: Worksheet, charts: Sequence[Sheet], looks: WorkbookStyles) -> None:
    """Title, sentence and figures of each, and its drawing."""
    for number, width in enumerate(WIDTHS):
        page.set_column(number, number, width)
    at = 0
    for chart in charts:
        _put(page, at, 0, chart.title, looks, looks.title)
        page.merge_range(at + 1, 0, at + 1, ACROSS, "", looks.says)
        _put(page, at + 1, 0, chart.says, looks, looks.says)
        page.set_row(at + 1, height(SAYING, (chart.says,)))
        at += 2
        head = at
        for number, column in enumerate(chart.columns):
            _put(page, at, number, column.label, looks, looks.head)
        placed = [
            column._replace(width=WIDTHS[min(n, 9)]) for n, column in enumerate(chart.columns)
        ]
        for row in chart.rows:
            at += 1
            page.set_row(at, height(placed, row))
            for number, (column, cell) in enumerate(zip(chart.columns, row, strict=True)):
                _put(page, at, number, cell, looks, looks.kinds[column.kind])
        at += 2
        at += _draw(book, page, chart, head, at)


def _draw(book: Workbook, page: Worksheet, chart: Sheet, head: int, at: int) -> int:
    """A drawing of the figures below `head`; how many rows it takes."""
    names, series = _axes(chart)
    if not series:
        return 0
    over_time = chart.columns[0].kind == "number"
    weekly = chart.columns[0].label.startswith("Week")
    kind = "line" if over_time else "column" if weekly else "bar"
    drawn = book.add_chart({"type": kind})
    last = head + len(chart.rows)
    for number, colour in zip(series, COLOURS, strict=False):
        drawn.add_series(
            {
                "name": [CHARTS, head, number],
                "categories": [CHARTS, head + 1, 0, last, names - 1],
                "values": [CHARTS, head + 1, number, last, number],
                "line" if over_time else "fill": {"color": colour},
                "gap": 60,
            }
        )
    drawn.set_title({"none": True})
    drawn.set_legend({"position": "bottom"} if len(series) > 1 else {"none": True})
    drawn.set_y_axis({"reverse": kind == "bar", "major_gridlines": {"visible": kind != "bar"}})
    drawn.set_x_axis({"name": chart.columns[0].label} if over_time else {})
    drawn.set_size({"width": WIDE, "height": (LINES - 1) * ROW})
    page.insert_chart(at, 0, drawn, {"description": f"{chart.title}. {chart.says}"[:800]})
    return LINES


def _axes(chart: Sheet) -> tuple[int, list[int]]:
    """How many columns name what is drawn, and which columns are: counts, else shares."""
    if not chart.rows:
        return 0, []
    figures = [
        number for number, column in enumerate(chart.columns) if number and column.kind == "number"
    ]
    if chart.columns[0].kind == "number" or not figures:
        figures = [
            number
            for number in range(1, len(chart.columns))
            if all(PERCENT.fullmatch(str(row[number])) for row in chart.rows)
        ][:1]
    return (figures[0] if figures else 0), figures[: len(COLOURS)]


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
