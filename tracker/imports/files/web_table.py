"""Tables of HTML, which many sites give out as .xls: cut into tags without going back."""

import codecs
import re
from collections.abc import Callable, Iterator
from html import unescape
from itertools import chain
from typing import BinaryIO

from tracker.imports.files.chunks import pieces
from tracker.imports.files.encodings import encoding_of
from tracker.imports.files.read_progress import ReadProgress
from tracker.imports.files.table import (
    HEADER_WITHIN,
    LONGEST_CELL,
    LONGEST_LINE,
    MOST_EMPTY,
    TOO_EMPTY,
    TOO_LONG,
    TOO_MUCH,
    WIDEST,
    Row,
    Sheet,
    Unreadable,
    clean,
)
from tracker.imports.files.tags import tokens
from tracker.imports.words import headers

MOST_TABLES = 20
MOST_UNKNOWN = 5_000_000
"""Pieces that are no part of a table."""
LOOKED_AT = 4 * 1024 * 1024
"""Bytes in which tables have to begin."""
ALONE = 2
"""Cells side by side that make a table of it."""
SPAN = re.compile(r"\bcolspan\s*=\s*[\"']?(\d{1,4})", re.IGNORECASE)
CHARSET = re.compile(
    rb"charset\s*=\s*[\"']?(windows-\d{3,4}|iso-8859-\d{1,2}|koi8-[ru])\b", re.IGNORECASE
)
SPACE = re.compile(r"\s+")
LINES = frozenset(("br", "p", "div", "li", "tr"))
KNOWN = frozenset(("table", "tr", "td", "th"))
END_OF_FILE = "</table>" * MOST_TABLES
"""What a file that was cut off lacks."""


def sheets_of(stream: BinaryIO, head: bytes) -> list[Sheet]:
    """Its tables that may be a list; none where it is a page like any other."""
    encoding = encoding_of(stream, head)
    if encoding == "cp1252" and (told := CHARSET.search(head)):
        encoding = codecs.lookup(told[1].decode("ascii")).name
    widest, known = [0] * MOST_TABLES, [0] * MOST_TABLES
    count = 0
    for place, number, cells in _rows(stream, encoding, ReadProgress(limit=LOOKED_AT)):
        count = max(count, place + 1)
        widest[place] = max(widest[place], len(cells))
        if number <= HEADER_WITHIN:
            known[place] = max(known[place], sum(map(headers.is_known, cells)))
    places = [p for p in range(count) if widest[p] >= ALONE and (count == 1 or known[p] >= ALONE)]
    found = []
    for place in places:
        gauge = ReadProgress()
        name = f"Table {place + 1}" if len(places) > 1 else ""
        found.append(Sheet(name, _records(stream, encoding, place, gauge), gauge))
    return found


def _records(
    stream: BinaryIO, encoding: str, wanted: int, gauge: ReadProgress
) -> Callable[[], Iterator[Row]]:
    def records() -> Iterator[Row]:
        for place, number, cells in _rows(stream, encoding, gauge, wanted):
            if place == wanted:
                yield number, cells

    return records


def _rows(
    stream: BinaryIO, encoding: str, gauge: ReadProgress, wanted: int | None = None
) -> Iterator[tuple[int, int, list[str]]]:
    """The rows of all tables as they end: the place of the table, the row's number, its cells."""
    tables: list[_Table] = []
    count = unknown = 0
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    read = (decoder.decode(piece) for piece in pieces(stream, gauge))
    for name, ends, text in tokens(chain(read, [END_OF_FILE])):
        table = tables[-1] if tables else None
        unknown += name not in KNOWN
        if unknown > MOST_UNKNOWN:
            raise Unreadable(TOO_MUCH)
        if name == "table" and not ends:
            count += 1
            if count > MOST_TABLES:
                return
            tables.append(_Table(count - 1))
        elif table is None:
            continue
        elif not name:
            table.text(SPACE.sub(" ", unescape(text)))
        elif name in ("tr", "table"):
            if row := table.end_row():
                yield table.place, table.number, row
            if name == "table" and tables.pop().place == wanted:
                return
        elif name in ("td", "th"):
            table.end_cell()
            if not ends:
                table.begin_cell(text)
        elif name in LINES:
            table.text("\n")


class _Table:
    """The row of a table that is being read; what ends nowhere ends where the next one begins."""

    def __init__(self, place: int) -> None:
        self.place = place
        self.number = self.length = 0
        self.cells: list[str] = []
        self.words: list[str] | None = None
        self.across = 1

    def begin_cell(self, tag: str) -> None:
        span = SPAN.search(tag)
        self.words, self.across = [], min(WIDEST, max(1, int(span[1]))) if span else 1

    def text(self, text: str) -> None:
        if self.words is None:
            return
        self.length += len(text)
        if self.length > min(LONGEST_CELL, LONGEST_LINE):
            raise Unreadable(TOO_LONG)
        self.words.append(text)

    def end_cell(self) -> None:
        if self.words is None:
            return
        lines = (" ".join(line.split()) for line in "".join(self.words).split("\n"))
        cell = clean("\n".join(filter(None, lines)))
        room = WIDEST - len(self.cells)
        self.cells += [cell, *[""] * (self.across - 1)][:room]
        self.words = None

    def end_row(self) -> list[str]:
        self.end_cell()
        row, self.cells, self.length = self.cells, [], 0
        self.number += bool(row)
        if self.number > MOST_EMPTY:
            raise Unreadable(TOO_EMPTY)
        return row
