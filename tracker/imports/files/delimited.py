"""Text with commas, semicolons, tabs or bars between its cells."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import BinaryIO

from tracker.imports.files.read_progress import ReadProgress
from tracker.imports.files.table import (
    LONGEST_CELL,
    LONGEST_LINE,
    MOST_EMPTY,
    TOO_EMPTY,
    WIDEST,
    Row,
    Sheet,
    Unreadable,
    clean,
)
from tracker.imports.words import headers

DELIMITERS = ",;\t|"
SAMPLE = 64 * 1024
LONGEST_NAME = 500
"""Letters of a cell that may be a name or a status; a longer one is left as it is."""
RULE = re.compile(r":?-{2,}:?")
FRAME = re.compile(r"^[ \t]*\|[ \t]*:?-{2,}:?[ \t]*\|", re.MULTILINE)
"""The line below the headers of a table of Markdown, wherever in a page that is."""
EMPHASIS = re.compile(r"(\*\*|__|`|~~)(?=\S)(.+?)(?<=\S)\1")

csv.field_size_limit(LONGEST_CELL)


def sheet_of(stream: BinaryIO, encoding: str, name: str = "") -> Sheet:
    """Guess what stands between the cells; raises Unreadable."""
    gauge = ReadProgress()
    sample = "".join(islice(_lines(stream, encoding, gauge), 400))[:SAMPLE]
    delimiter, skip = _delimiter(sample)

    framed = delimiter == "|" and FRAME.search(sample) is not None

    def records() -> Iterator[Row]:
        rows = _records(_lines(stream, encoding, gauge), delimiter, skip)
        rows = (row for row in rows if not _is_a_mark(row[1]))
        return _out_of_frames(rows) if framed else rows

    return Sheet(name, records, gauge)


def _lines(stream: BinaryIO, encoding: str, gauge: ReadProgress) -> Iterator[str]:
    gauge.size = stream.seek(0, 2)
    stream.seek(0)
    text = io.TextIOWrapper(stream, encoding=encoding, errors="replace", newline="")
    try:
        while line := text.readline(LONGEST_LINE):
            if len(line) == LONGEST_LINE:
                raise Unreadable("One line of this file is too long to be a row of a table.")
            gauge.done = stream.tell()
            yield clean(line)
    except UnicodeError as error:
        raise Unreadable(
            "This file is cut off or damaged. Save it again, and try once more."
        ) from error
    finally:
        with suppress(ValueError):  # closed by who opened it, before anybody read to the end
            text.detach()


def _records(lines: Iterable[str], delimiter: str, skip: int) -> Iterator[Row]:
    quotes = 0
    lines_taken = 0

    def counted() -> Iterator[str]:
        nonlocal quotes, lines_taken
        for line in lines:
            quotes += line.count('"')
            lines_taken += 1
            yield line

    reader = csv.reader(counted(), delimiter=delimiter)
    number = empty = 0
    try:
        for number, cells in enumerate(reader, 1):
            never_closed = lines_taken > 1 and quotes % 2 == 1 and "\n" in "".join(cells[-1:])
            before, quotes, lines_taken = quotes, 0, 0
            empty += not cells
            if empty > MOST_EMPTY:
                raise Unreadable(TOO_EMPTY)
            if number > skip:
                yield number, cells if len(cells) <= WIDEST else _narrowed(cells, delimiter)
        if number and before % 2 == 1 and never_closed:
            raise Unreadable(_unclosed(number))
    except csv.Error as error:
        raise Unreadable(_unclosed(number + 1)) from error


def _is_a_mark(cells: list[str]) -> bool:
    """What git leaves between two versions of a line."""
    return len(cells) == 1 and (
        cells[0] == "=======" or cells[0].startswith(("<<<<<<< ", ">>>>>>> ", "||||||| "))
    )


def _out_of_frames(rows: Iterator[Row]) -> Iterator[Row]:
    """A table of Markdown: bars around it too, and a line below the headers."""
    for number, cells in rows:
        inner = [_without_emphasis(cell.strip()) for cell in cells[1:-1]]
        if not inner or not all(RULE.fullmatch(cell) for cell in inner):
            yield number, inner if len(cells) > 2 else cells


def _without_emphasis(cell: str) -> str:
    return EMPHASIS.sub(r"\2", cell) if len(cell) <= LONGEST_NAME else cell


def _narrowed(cells: list[str], delimiter: str) -> list[str]:
    return [*cells[: WIDEST - 1], delimiter.join(cells[WIDEST - 1 :])]


def _unclosed(number: int) -> str:
    return (
        f"A quotation mark that opens in row {number} is never closed, so the rest of the file "
        "runs into one cell. Put it right there, and try again."
    )


def _delimiter(sample: str) -> tuple[str, int]:
    """The delimiter, and how many lines to skip: Excel may name it in a first line "sep=;"."""
    first = sample.split("\n", 1)[0].strip().strip('"')
    if first.lower().startswith("sep=") and len(first) == 5:
        return first[4], 1
    return max(DELIMITERS, key=lambda delimiter: _fitness(sample, delimiter)), 0


def _fitness(sample: str, delimiter: str) -> tuple[int, float]:
    """Known headers first, then how many rows have the same number of cells."""
    lines = sample.splitlines(keepends=True)
    try:
        rows = list(islice(csv.reader(lines, delimiter=delimiter), 60))
    except csv.Error:
        return -1, 0.0
    known = max((sum(map(headers.is_known, row)) for row in rows[:30]), default=0)
    widths = Counter(len(row) for row in rows if len(row) > 1)
    if not widths:
        return known, 0.0
    width, rows_alike = widths.most_common(1)[0]
    return known, rows_alike / len(rows) * min(width, 20)
