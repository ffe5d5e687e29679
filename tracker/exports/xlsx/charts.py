"""The figures behind all charts on one sheet, table below table, each drawn by Excel itself."""

import re
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.exports.cells import Cell, without_illegal_characters
from tracker.exports.columns import SheetColumn
from tracker.exports.sheets import Sheet
from tracker.exports.xlsx.styles import (
    LINE_HEIGHT,
    RULE,
    WorkbookStyles,
    height,
    shortened_to_cell,
)

CHARTS = "Charts"
"""The sheet's name."""
WIDTHS = (34, 26, *(16,) * 8)
SAYING = (SheetColumn("", "words", 100),)
ACROSS = 5
PERCENT, DAYS = re.compile(r"(\d{1,3})%"), re.compile(r"([\d,]{1,7}) days?")
COLOURS = (RULE, "#9CC9B5", "#7C7466")
LINES, MOST_LINES, ROW, WIDE = 16, 32, 20, 760
"""The rows that a drawing covers, the pixels of one, and how many pixels it is wide."""
ACROSS_PAPER, DOWN_PAPER = 530, 690
"""Points of an upright page, on whichever paper, between its margins: two or three charts."""
COLUMN, SHRUNK = 6.4, 40
"""Points of a column for each letter, and the least that print is made smaller, in hundredths."""
FEW = 6
"""Up to this largest number an axis counts by one: nothing is half an application."""


def stack(book: Workbook, page: Worksheet, charts: Sequence[Sheet], looks: WorkbookStyles) -> None:
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
        at += _draw(book, page, chart, head, at)
    page.set_h_pagebreaks(breaks)


def _placed(chart: Sheet) -> list[SheetColumn]:
    return [column._replace(width=WIDTHS[min(n, 9)]) for n, column in enumerate(chart.columns)]


def _scale(charts: Sequence[Sheet]) -> int:
    """How small it is printed, in hundredths, so that all columns stand on one page."""
    most = max(ACROSS, *(len(chart.columns) for chart in charts))
    wide = sum(WIDTHS[min(number, 9)] for number in range(most)) * COLUMN
    return max(SHRUNK, min(100, int(ACROSS_PAPER * 100 / wide)))


def _height(chart: Sheet) -> float:
    """The points of a chart: title, sentence, figures, drawing, and a line between."""
    rows = sum(height(_placed(chart), row) for row in chart.rows)
    return height(SAYING, (chart.says,)) + rows + (5 + _lines(chart)) * LINE_HEIGHT


def _lines(chart: Sheet) -> int:
    """How many rows its drawing covers: each bar needs one."""
    if not _axes(chart)[1]:
        return 0
    bars = len(chart.rows) if _kind(chart) == "bar" else 0
    return min(MOST_LINES, max(LINES, bars + 4))


def _kind(chart: Sheet) -> str:
    """A line over days, columns week by week or month by month, else bars."""
    if chart.columns[0].kind == "number":
        return "line"
    return "column" if chart.columns[0].label.endswith(" from") else "bar"


def _draw(book: Workbook, page: Worksheet, chart: Sheet, head: int, at: int) -> int:
    """A drawing of the figures below `head`; how many rows it takes."""
    names, series = _axes(chart)
    if not series:
        return 0
    kind = _kind(chart)
    over_time = kind == "line"
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
    named = {"name": chart.columns[0].label} if over_time else {}
    if kind == "bar":  # there the figures lie across
        drawn.set_x_axis(_figures(chart, series))
        drawn.set_y_axis({"reverse": True, "major_gridlines": {"visible": False}})
    else:
        drawn.set_x_axis(named)
        drawn.set_y_axis({**_figures(chart, series), "major_gridlines": {"visible": True}})
    lines = _lines(chart)
    drawn.set_size({"width": WIDE, "height": (lines - 1) * ROW})
    page.insert_chart(at, 0, drawn, {"description": f"{chart.title}. {chart.says}"[:800]})
    return lines


def _figures(chart: Sheet, series: Sequence[int]) -> dict[str, object]:
    """The axis of counts, or of shares of a whole."""
    if all(chart.columns[number].kind != "number" for number in series):
        return {"min": 0, "max": 1, "num_format": "0%"}
    most = max(row[number] for row in chart.rows for number in series)
    return {"min": 0, "num_format": "#,##0", **({"major_unit": 1} if most <= FEW else {})}


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
