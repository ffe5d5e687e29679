"""Rows that are slow to come by, written down once and read as often as wanted."""

import csv
import tempfile
from collections.abc import Callable, Iterable, Iterator

from tracker.imports.files.table import Row, Unreadable

LONGEST_CELL = 900_000
TOO_LONG = "One cell of this file is too long to be part of a table."


def cache_rows(rows: Iterable[Row]) -> Callable[[], Iterator[Row]]:
    """Write the rows to a file without a name, which goes with the last who can read it."""
    file = tempfile.TemporaryFile("w+", newline="", encoding="utf-8")  # noqa: SIM115
    writer = csv.writer(file)
    for number, cells in rows:
        if any(len(cell) > LONGEST_CELL for cell in cells):
            raise Unreadable(TOO_LONG)
        writer.writerow([number, *cells])

    def read() -> Iterator[Row]:
        file.seek(0)
        for number, *cells in csv.reader(file):
            yield int(number), cells

    return read
