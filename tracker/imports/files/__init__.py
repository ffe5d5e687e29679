"""From the bytes that were sent to a table, whatever program wrote them."""

import logging
from typing import BinaryIO

from tracker.imports.files import archive, delimited, kinds
from tracker.imports.files.choice import Choice, choose
from tracker.imports.files.encodings import encoding_of, is_binary
from tracker.imports.files.table import EMPTY, Sheet, Table, Unreadable

MOST_BYTES = 50 * 1024 * 1024
TOO_LARGE = "This file is larger than 50 MB. Split it, and bring in one part at a time."
HEAD = 4_096
log = logging.getLogger("onward")


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


def look_into(stream: BinaryIO) -> Choice:
    """Which tables a seekable stream holds, and which is likely meant; raises Unreadable."""
    if stream.seek(0, 2) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    try:
        return choose(sheets_of(stream))
    except (Unreadable, MemoryError):
        raise
    except Exception as error:  # whatever a made-up file does to its reader
        log.warning("a file could not be read: %s", type(error).__name__)
        raise Unreadable(kinds.NO_TABLE) from error


def sheets_of(stream: BinaryIO, name: str = "", depth: int = 0) -> list[Sheet]:
    """The tables of a file, or of one that was packed into it; raises Unreadable."""
    stream.seek(0)
    head = stream.read(HEAD)
    if not head.strip(b"\0 \t\r\n"):
        raise Unreadable(EMPTY)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return archive.sheets_of(stream, sheets_of, depth)
    if words := kinds.not_a_table(stream, head):
        raise Unreadable(words)
    if is_binary(head):
        raise Unreadable(kinds.NO_TABLE)
    return [delimited.sheet_of(stream, encoding_of(stream, head))]
