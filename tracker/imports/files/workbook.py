"""Excel workbooks (.xlsx): the first sheet that has something in it, as text."""

import warnings
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from datetime import date, datetime, time, timedelta
from itertools import islice, repeat
from typing import Any, BinaryIO
from xml.etree.ElementTree import ParseError

from defusedxml import DefusedXmlException
from openpyxl import load_workbook
from openpyxl.utils.exceptions import InvalidFileException
from openpyxl.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula

from tracker.imports.files import zip_safety
from tracker.imports.files.row_cache import cache_rows
from tracker.imports.files.table import (
    HEADER_WITHIN,
    MOST_EMPTY,
    MOST_ROWS,
    TOO_EMPTY,
    TOO_MANY,
    WIDEST,
    Row,
    Table,
    Unreadable,
    clean,
    tabulate,
)

LOOK_FOR_CONTENT = 200
BROKEN = (
    zipfile.BadZipFile, InvalidFileException, DefusedXmlException, ParseError, KeyError, ValueError,
    TypeError, IndexError, AttributeError, EOFError, OverflowError, OSError,
)  # fmt: skip


def read(stream: BinaryIO) -> Table:
    """Check the archive, choose the sheet; raises Unreadable."""
    formulas = any("worksheets/" in name for name in zip_safety.check(stream))
    with _opened(stream) as book:
        sheets = [sheet.title for sheet in book.worksheets]
        name = next((title for title in sheets if _has_content(book, title)), None)
    if name is None:
        raise Unreadable("There is nothing in this workbook yet. Choose one with rows in it.")

    records = cache_rows(_records(stream, name, formulas))
    return tabulate(records, tuple(title for title in sheets if title != name))


@contextmanager
def _opened(stream: BinaryIO, data_only: bool = True) -> Iterator[Workbook]:
    """Any of the many ways in which openpyxl trips over a damaged file is one answer."""
    stream.seek(0)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            book = load_workbook(stream, read_only=True, data_only=data_only, keep_links=False)
            yield book
    except BROKEN as error:
        raise Unreadable(zip_safety.BROKEN) from error


def _values(book: Workbook, name: str) -> Iterator[tuple[Any, ...]]:
    sheet = book[name]
    declared = sheet.max_column
    sheet.reset_dimensions()  # a false size would pad every row
    width = declared if declared and declared <= WIDEST else WIDEST
    return sheet.iter_rows(max_col=width, values_only=True)


def _has_content(book: Workbook, name: str) -> bool:
    rows = islice(_values(book, name), LOOK_FOR_CONTENT)
    return any(value not in (None, "") for row in rows for value in row)


def _records(stream: BinaryIO, name: str, formulas: bool) -> Iterator[Row]:
    empty = 0
    with ExitStack() as both:
        book = both.enter_context(_opened(stream))
        behind: Iterable[tuple[Any, ...]] = repeat(())
        if formulas:
            behind = _values(both.enter_context(_opened(stream, data_only=False)), name)
        gap: tuple[Any, ...] | None = None
        for number, (values, texts) in enumerate(zip(_values(book, name), behind, strict=False), 1):
            if values is gap or not any(value is not None for value in (*values, *texts)):
                gap = values  # openpyxl fills gaps with one and the same row, a million times
                empty += 1
                if empty > MOST_EMPTY:
                    raise Unreadable(TOO_EMPTY)
                continue
            if number - empty > MOST_ROWS + HEADER_WITHIN:
                raise Unreadable(TOO_MANY)
            yield number, _cells(values, texts)


def _cells(values: tuple[Any, ...], texts: tuple[Any, ...]) -> list[str]:
    if texts:
        values = tuple(
            _formula(text) if value is None and text is not None else value
            for value, text in zip(values, texts, strict=False)
        )
    cells = [_text(value) for value in values]
    while cells and not cells[-1]:
        cells.pop()
    return cells


def _formula(written: Any) -> str:
    """A formula without a kept result, as the text that it is."""
    return str(written.text if isinstance(written, ArrayFormula) else written)


def _text(value: Any) -> str:
    """Dates as ISO, which is read the same under any order of day and month."""
    if value is None:
        return ""
    if isinstance(value, str):
        return clean(value)
    if isinstance(value, bool):
        return "Yes" if value else "No"
    if isinstance(value, datetime):
        midnight = value.time() == time()
        return value.date().isoformat() if midnight else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)
