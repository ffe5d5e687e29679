"""From the bytes that were sent to a table, whatever program wrote them."""

import codecs
from typing import BinaryIO

from tracker.imports.files import delimited
from tracker.imports.files.table import Table, Unreadable

MOST_BYTES = 50 * 1024 * 1024
CHUNK = 1 << 20
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
NOT_A_TABLE = (
    "This doesn't look like a table. Save your sheet as CSV or Excel (.xlsx), and choose that file."
)


def read_table(stream: BinaryIO) -> Table:
    """Read a seekable stream, which the table goes on reading from; raises Unreadable."""
    size = stream.seek(0, 2)
    if size > MOST_BYTES:
        raise Unreadable(
            "This file is larger than 50 MB. Split it, and bring in one part at a time."
        )
    stream.seek(0)
    head = stream.read(4096)
    if not head.strip(b"\0 \t\r\n"):
        raise Unreadable("There is nothing in this file yet. Choose the one with your rows in it.")
    if head.startswith(b"PK\x03\x04"):
        from tracker.imports.files import workbook  # openpyxl takes 17 MB and a third of a second

        return workbook.read(stream)
    if head.startswith(b"\xd0\xcf\x11\xe0"):
        raise Unreadable(
            "This workbook is locked with a password, or in Excel's form from before 2007. "
            "Open it, save it as .xlsx or CSV without a password, and choose that file."
        )
    return delimited.read(stream, encoding_of(stream, head))


def encoding_of(stream: BinaryIO, head: bytes) -> str:
    """Which encoding the text is in, judged by all of it; raises Unreadable when it is no text."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 5 and min(even, odd) <= len(head) // 50:
        return "utf-16-be" if even > odd else "utf-16-le"
    odd_bytes = sum(1 for byte in head if byte < 32 and byte not in b"\0\t\n\r\f\v\x1a\x1b")
    if even + odd + odd_bytes > len(head) // 33 + 1 or head.startswith(b"%PDF"):
        raise Unreadable(NOT_A_TABLE)
    if head.lstrip()[:9].lower().startswith((b"<!doctype", b"<html", b"<?xml")):
        raise Unreadable(NOT_A_TABLE)
    return "utf-8" if _is_utf8(stream) else "cp1252"


def _is_utf8(stream: BinaryIO) -> bool:
    stream.seek(0)
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        while chunk := stream.read(CHUNK):
            decoder.decode(chunk)
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
