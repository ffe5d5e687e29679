"""The Excel workbook: real dates and numbers, and never a formula."""

from collections.abc import Sequence
from datetime import datetime
from io import BytesIO
from tempfile import TemporaryDirectory

from sqlalchemy.orm import Session
from xlsxwriter import Workbook

from tracker.exports.gather import gather
from tracker.exports.request import ExportRequest, ProgressCallback
from tracker.exports.sheets import ExportSheet, chart_sheets, sheets
from tracker.exports.xlsx.charts import stack
from tracker.exports.xlsx.drawings import CHARTS
from tracker.exports.xlsx.styles import WorkbookStyles, paper
from tracker.exports.xlsx.worksheet import SheetRows
from tracker.models.user import User

READ, HELD = 50, 60
"""Hundredths of the way when all is read, and when all is laid out."""
PLAIN = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def make(
    session: Session, user: User, wanted: ExportRequest, now: datetime, told: ProgressCallback
) -> bytes:
    """A sheet for each part, and one for the figures behind all charts."""
    record, charts = gather(session, user, wanted, now)
    told(READ)
    return workbook(sheets(record), chart_sheets(charts), paper(user.country), now, told)


def workbook(
    tables: Sequence[ExportSheet],
    charts: Sequence[ExportSheet],
    size: int,
    now: datetime,
    told: ProgressCallback,
) -> bytes:
    """The file; it says nothing of who made it, and on which machine."""
    file = BytesIO()
    with TemporaryDirectory(prefix="onward-") as folder:
        book = Workbook(file, {"tmpdir": folder, **PLAIN})
        book.set_properties({"title": "Job search", "created": now.replace(tzinfo=None)})
        looks = WorkbookStyles.of(book)
        for sheet in tables:
            _table(book, sheet, size, looks)
        if charts:
            stack(book, _page(book, CHARTS, size), charts, looks)
        told(HELD)
        book.close()
    return file.getvalue()


def _page(book: Workbook, title: str, size: int, kind: type | None = None) -> SheetRows:
    page: SheetRows = book.add_worksheet(title, worksheet_class=kind)
    page.set_landscape()
    page.set_paper(size)
    page.set_margins(left=0.4, right=0.4, top=0.6, bottom=0.7)
    page.fit_to_pages(1, 0)
    page.set_footer("&L&A&R&P / &N")
    return page


def _table(book: Workbook, sheet: ExportSheet, size: int, looks: WorkbookStyles) -> None:
    """One sheet: its headings frozen, repeated in print, and with filters."""
    page = _page(book, sheet.title, size, SheetRows)
    for number, column in enumerate(sheet.columns):
        page.set_column(number, number, column.width, looks.kinds[column.kind])
        head = looks.figures if column.kind == "number" else looks.head
        page.write_string(0, number, column.label, head)
    page.set_row(0, 22)
    page.freeze_panes(1, 0)
    page.repeat_rows(0)
    page.print_area(0, 0, max(len(sheet.rows), 1), (sheet.printed or len(sheet.columns)) - 1)
    page.autofilter(0, 0, max(len(sheet.rows), 1), len(sheet.columns) - 1)
    page.hold(sheet.columns, sheet.rows, looks.kinds)
