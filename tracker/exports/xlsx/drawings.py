"""Excel's own drawing of a chart's figures, which stand above it."""

import re
from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from tracker.exports.sheets import ExportSheet
from tracker.exports.xlsx.styles import RULE

CHARTS = "Charts"
"""The sheet's name."""
PERCENT = re.compile(r"(\d{1,3})%")
COLOURS = (RULE, "#9CC9B5", "#7C7466")
LINES, MOST_LINES, ROW, WIDE = 16, 32, 20, 760
"""The rows that a drawing covers, the pixels of one, and how many pixels it is wide."""
FEW = 6
"""Up to this largest number an axis counts by one: nothing is half an application."""


def lines_of(chart: ExportSheet) -> int:
    """How many rows its drawing covers: each bar needs one."""
    if not _axes(chart)[1]:
        return 0
    bars = len(chart.rows) if _kind(chart) == "bar" else 0
    return min(MOST_LINES, max(LINES, bars + 4))


def _kind(chart: ExportSheet) -> str:
    """A line over days, columns week by week or month by month, else bars."""
    if chart.columns[0].kind == "number":
        return "line"
    return "column" if chart.columns[0].label.endswith(" from") else "bar"


def draw(book: Workbook, page: Worksheet, chart: ExportSheet, head: int, at: int) -> int:
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
    lines = lines_of(chart)
    drawn.set_size({"width": WIDE, "height": (lines - 1) * ROW})
    page.insert_chart(at, 0, drawn, {"description": f"{chart.title}. {chart.says}"[:800]})
    return lines


def _figures(chart: ExportSheet, series: Sequence[int]) -> dict[str, object]:
    """The axis of counts, or of shares of a whole."""
    if all(chart.columns[number].kind != "number" for number in series):
        return {"min": 0, "max": 1, "num_format": "0%"}
    cells = [row[number] for row in chart.rows for number in series]
    few = all(cell <= FEW for cell in cells if isinstance(cell, int | float))
    return {"min": 0, "num_format": "#,##0", **({"major_unit": 1} if few else {})}


def _axes(chart: ExportSheet) -> tuple[int, list[int]]:
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
