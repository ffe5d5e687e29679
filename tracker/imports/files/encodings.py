"""Which encoding a text is in."""

import codecs
from typing import BinaryIO

CHUNK = 1 << 20
BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
IN_TEXT = b"\0\t\n\r\f\v\x1a\x1b"


def encoding_of(stream: BinaryIO, head: bytes) -> str:
    """The encoding, judged by all of the text."""
    for mark, encoding in BYTE_ORDER_MARKS:
        if head.startswith(mark):
            return encoding
    if wide := _two_bytes_a_letter(head):
        return wide
    return "utf-8" if _is_utf8(stream) else "cp1252"


def is_binary(head: bytes) -> bool:
    """Whether what begins like that is no text in any encoding."""
    if any(head.startswith(mark) for mark, _ in BYTE_ORDER_MARKS) or _two_bytes_a_letter(head):
        return False
    odd_ones = sum(1 for byte in head if byte < 32 and byte not in IN_TEXT) + head.count(0)
    return odd_ones > len(head) // 33 + 1


def _two_bytes_a_letter(head: bytes) -> str | None:
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if max(even, odd) > len(head) // 5 and min(even, odd) <= len(head) // 50:
        return "utf-16-be" if even > odd else "utf-16-le"
    return None


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
