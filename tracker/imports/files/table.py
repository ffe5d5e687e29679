"""A file as a table: text cells, row by row, below a line of headers."""

import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import islice

from tracker.imports.files.read_progress import ReadProgress
from tracker.imports.words import headers
from tracker.imports.words.date_words import looks_like_date

Row = tuple[int, list[str]]
"""The row's number as a spreadsheet shows it, and its cells."""

MOST_ROWS = 250_000
MOST_EMPTY = 1_100_000
"""A little more than Excel has."""
WIDEST = 256
LONGEST_LINE = 4_000_000
LONGEST_CELL = 1_000_000
MOST_TEXT = 100_000_000
"""Letters in all rows together: a file of a few kilobytes can repeat a cell without end."""
HEADER_WITHIN = 30
BLANKS_SHOWN = 20

log = logging.getLogger("onward")

TOO_MANY = f"This file has more than {MOST_ROWS:,} rows. Split it, and bring in one part at a time."
EMPTY = "There is nothing in this file yet. Choose the one with your rows in it."
TOO_LONG = "One cell of this file is too long to be part of a table."
TOO_MUCH = "This file holds more text than we can read. Split it, and bring in one part at a time."
BROKEN = "This file is cut off or damaged. Open it, save it again, and try once more."
TOO_EMPTY = "This file has more than a million empty rows. Delete them, and try once more."


class Unreadable(Exception):
    """The file can't be read; the message is for the person who sent it."""


class Nothing(Unreadable):
    """There is nothing in it."""

    def __init__(self) -> None:
        super().__init__(EMPTY)


@dataclass(frozen=True)
class Table:
    """Rows come afresh from `rows()`; one reading at a time."""

    headers: tuple[str, ...]
    header_row: int
    records: Callable[[], Iterator[Row]]
    left_unread: tuple[str, ...] = ()
    """Other tables of the same file."""
    name: str = ""
    """What it is called in its file, where there may be others."""
    gauge: ReadProgress = field(default_factory=ReadProgress, compare=False)

    def rows(self) -> Iterator[Row]:
        """All rows below the headers, without the empty tail; raises Unreadable."""
        below = (row for row in self._records() if row[0] > self.header_row)
        return _without_empty_tail(below)

    def _records(self) -> Iterator[Row]:
        with told_as(BROKEN):
            yield from self.records()


@contextmanager
def told_as(words: str) -> Iterator[None]:
    """Whatever a made-up file does to its reader: one line in the log, and these words."""
    try:
        yield
    except (Unreadable, MemoryError):
        raise
    except Exception as error:
        log.warning("a file could not be read: %s", type(error).__name__)
        raise Unreadable(words) from error


def clean(text: str) -> str:
    """Text that every database keeps: no NUL, no half of a character."""
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
    if not text.isascii() and any("\ud800" <= letter <= "\udfff" for letter in text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


@dataclass(frozen=True)
class Sheet:
    """A table of a file that nobody has looked into yet."""

    name: str
    records: Callable[[], Iterator[Row]]
    gauge: ReadProgress = field(default_factory=ReadProgress, compare=False)


def table_of(sheet: Sheet) -> Table:
    """The sheet as a table; raises Unreadable when there are no rows."""
    return replace(tabulate(sheet.records), name=sheet.name, gauge=sheet.gauge)


def tabulate(records: Callable[[], Iterator[Row]]) -> Table:
    """Find the line of headers among the first rows; raises Unreadable when there are no rows."""
    first = [row for row in islice(records(), HEADER_WITHIN) if any(c.strip() for c in row[1])]
    if not first:
        raise Nothing
    known = [sum(map(headers.is_known, cells)) for _, cells in first]
    number, cells = first[known.index(max(known))]
    if max(known) < 2:
        number, cells = next((r for r in first if sum(1 for c in r[1] if c.strip()) > 1), first[0])
        if not any(map(headers.is_known, cells)) and any(map(_is_data, cells)):
            names = tuple(f"Column {place}" for place in range(1, len(cells) + 1))
            return Table(names, number - 1, records)
    return Table(name_columns(cells), number, records)


def name_columns(cells: Iterable[str]) -> tuple[str, ...]:
    """A name for every column: nameless ones are counted, repeated ones told apart."""
    names: list[str] = []
    for place, cell in enumerate(cells, 1):
        name = " ".join(cell.split())[:200] or f"Column {place}"
        alike = sum(1 for other in names if other == name or other.startswith(f"{name} ("))
        names.append(f"{name} ({alike + 1})" if alike else name)
    while len(names) > 1 and names[-1] == f"Column {len(names)}":
        names.pop()
    return tuple(names)


def _is_data(cell: str) -> bool:
    return looks_like_date(cell) or cell.strip().startswith(("http://", "https://"))


def _without_empty_tail(rows: Iterator[Row]) -> Iterator[Row]:
    """Blank rows are passed on only when something follows, and not by the thousand."""
    blanks: list[Row] = []
    kept = letters = 0
    for row in rows:
        if not any(cell and not cell.isspace() for cell in row[1]):
            if len(blanks) < BLANKS_SHOWN:
                blanks.append(row)
            continue
        kept += 1
        if kept > MOST_ROWS:
            raise Unreadable(TOO_MANY)
        letters += sum(map(len, row[1]))
        if letters > MOST_TEXT:
            raise Unreadable(TOO_MUCH)
        yield from blanks
        blanks.clear()
        yield row
