"""A column of a sheet, and how the lines of a record become one."""

from typing import NamedTuple

from tracker.sharing.selection import SharedPart


class SheetColumn(NamedTuple):
    """A heading, what stands below it, and how wide it is."""

    label: str
    kind: str = "text"
    """text, words, link, day, moment, number, or a fact of any of these."""
    width: int = 16


Heading = tuple[SheetColumn, str]


class SheetTable(NamedTuple):
    """How the lines of a record become a sheet: its columns, and the fact below each."""

    part: SharedPart
    title: str
    lines: str
    columns: tuple[Heading, ...]
    printed: int = 0
    """The first columns, those that are printed; 0 is all of them."""
