"""From the bytes that were sent to a table, whatever program wrote them."""

from dataclasses import replace
from typing import BinaryIO

from tracker.imports.files import archive, delimited, flat_document, kinds, web_table
from tracker.imports.files.choice import TableChoice, choose
from tracker.imports.files.encodings import encoding_of, is_binary
from tracker.imports.files.table import EMPTY, Sheet, Table, Unreadable, clean, table_of, told_as

MOST_BYTES = 50 * 1024 * 1024
TOO_LARGE = "This file is larger than 50 MB. Split it, and bring in one part at a time."
HEAD = 4_096
LONGEST_NAME = 300


class SeveralTables(Unreadable):
    """More than one table may be meant; the message names them."""


def read_table(stream: BinaryIO, sheet: str | None = None) -> Table:
    """The table of that name, or the only likely one; it goes on reading from the stream.

    Raises Unreadable, and SeveralTables where nobody said which.
    """
    found = look_into(stream)
    if sheet is None and not found.sure:
        raise SeveralTables(f"There are several tables in this file. {found.in_words}")
    return found.table(sheet)


def read_sheet(stream: BinaryIO, name: str) -> Table:
    """The table of exactly that name, without a look into the others; raises Unreadable."""
    with told_as(kinds.NO_TABLE):
        sheet = next((each for each in sheets_of(stream) if each.name == name), None)
        if sheet is None:
            raise Unreadable(kinds.NO_TABLE)
        return table_of(sheet)


def look_into(stream: BinaryIO) -> TableChoice:
    """Which tables a seekable stream holds, and which is likely meant; raises Unreadable."""
    if stream.seek(0, 2) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    with told_as(kinds.NO_TABLE):
        return choose(sheets_of(stream))


def sheets_of(stream: BinaryIO, name: str = "", depth: int = 0) -> list[Sheet]:
    """The tables of a file, or of one that was packed into it, each by a name of its own.

    Raises Unreadable.
    """
    names: set[str] = set()
    found = []
    for sheet in _listed(stream, depth):
        short = shortened = clean(sheet.name)[-LONGEST_NAME:]
        count = 1
        while short in names:
            count += 1
            short = f"{shortened} ({count})"
        names.add(short)
        found.append(replace(sheet, name=short))
    return found


def _listed(stream: BinaryIO, depth: int) -> list[Sheet]:
    stream.seek(0)
    head = stream.read(HEAD)
    if not head.strip(b"\0 \t\r\n"):
        raise Unreadable(EMPTY)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive.sheets_of(stream, sheets_of, depth)
    if flat_document.is_one(head):
        return flat_document.sheets_of(stream)
    if kinds.is_web_page(head) and (found := web_table.sheets_of(stream, head)):
        return found
    if words := kinds.not_a_table(stream, head):
        raise Unreadable(words)
    if is_binary(head):
        raise Unreadable(kinds.NO_TABLE)
    return [delimited.sheet_of(stream, encoding_of(stream, head))]
