"""OpenDocument sheets (.ods), as LibreOffice and others write them."""

import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import chain, repeat
from typing import BinaryIO

from tracker.imports.files import zip_safety
from tracker.imports.files.open_document_table import TableReader
from tracker.imports.files.read_progress import ReadProgress
from tracker.imports.files.table import HEADER_WITHIN, MOST_ROWS, TOO_MANY, Row, Sheet, Unreadable
from tracker.imports.files.xml_parts import parse

CONTENT = "content.xml"
MANIFEST = "META-INF/manifest.xml"
MOST_SHEETS = 200
TABLE = re.compile(rb"<table:table\s[^>]*>")
TITLE = re.compile(rb'\stable:name="([^"]*)"')
LONGEST_START = 10_000
LOCKED = (
    "This sheet is locked with a password. Open it, save it without one (File, Save As), and "
    "choose that file."
)


def sheets_of(stream: BinaryIO) -> list[Sheet]:
    """Its sheets; raises Unreadable."""
    with zip_safety.opened(stream) as archive:
        if MANIFEST in archive.namelist():
            listed = b"".join(zip_safety.chunks(archive, MANIFEST, zip_safety.MOST_BESIDE))
            if b"encryption-data" in listed:
                raise Unreadable(LOCKED)
        titles = _titles(zip_safety.chunks(archive, CONTENT))
    found = []
    for place, title in enumerate(titles[:MOST_SHEETS]):
        gauge = ReadProgress()
        found.append(Sheet(title, _records(stream, place, gauge), gauge))
    return found


def _records(stream: BinaryIO, place: int, gauge: ReadProgress) -> Callable[[], Iterator[Row]]:
    def records() -> Iterator[Row]:
        with zip_safety.opened(stream) as archive:
            pieces = zip_safety.chunks(archive, CONTENT, gauge=gauge)
            yield from unrolled(parse(pieces, TableReader(place), gauge))

    return records


def unrolled(lines: Iterator[tuple[int, list[str]]]) -> Iterator[Row]:
    """Rows that the file holds once and says to be there so many times."""
    number = filled = 0
    for times, cells in lines:
        if cells:
            filled += times
            if filled > MOST_ROWS + HEADER_WITHIN:
                raise Unreadable(TOO_MANY)
            for _ in repeat(None, times):
                number += 1
                yield number, cells
        else:
            number += times


def _titles(chunks: Iterator[bytes]) -> list[str]:
    """The titles of the sheets, found without reading their rows."""
    found: list[str] = []
    tail = b""
    for chunk in chain(chunks, [b""]):
        seen = tail + chunk
        end = max(seen.rfind(b"<"), len(seen) - LONGEST_START) if chunk else len(seen)
        for start in TABLE.finditer(seen, 0, max(0, end)):
            if b"is-sub-table" not in start[0]:
                title = TITLE.search(start[0])
                found.append(unescape((title[1] if title else b"").decode("utf-8", "replace")))
        tail = seen[max(0, end) :]
    return found
