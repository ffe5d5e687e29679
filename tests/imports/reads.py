"""Short ways to read a file in tests, by name or from bytes."""

import io
from datetime import date
from pathlib import Path

from openpyxl import Workbook

from tracker.imports.files import read_table
from tracker.imports.files.table import Table
from tracker.imports.reading import interpret
from tracker.imports.reading.guess_mapping import guess_mapping
from tracker.imports.reading.mapping import Mapping
from tracker.imports.reading.rows import ReadRow

DATA = Path(__file__).parent.parent / "data"
TODAY = date(2026, 11, 23)


def table(content: bytes | str) -> Table:
    """A table from what a file holds."""
    return read_table(io.BytesIO(content.encode() if isinstance(content, str) else content))


def mapping(content: bytes | str) -> Mapping:
    """The mapping that is proposed."""
    return guess_mapping(table(content), TODAY)


def rows(content: bytes | str, chosen: Mapping | None = None) -> list[ReadRow]:
    """All rows as they are read under the proposed mapping, or a chosen one."""
    found = table(content)
    return list(interpret(found.rows(), chosen or guess_mapping(found, TODAY)))


def shared(name: str) -> bytes:
    """One of the sample files."""
    return (DATA / name).read_bytes()


def workbook(*lines: list[object], sheets: dict[str, list[list[object]]] | None = None) -> bytes:
    """An Excel file with these lines on its first sheet."""
    book = Workbook()
    assert book.active is not None
    for line in lines:
        book.active.append(line)
    for name, content in (sheets or {}).items():
        sheet = book.create_sheet(name)
        for line in content:
            sheet.append(line)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()
