"""Whether a zip file is safe to open: its directory first, then what really comes out of it."""

import re
import zipfile
import zlib
from typing import BinaryIO

from tracker.imports.files.table import Unreadable

MOST_OUT = 200 * 1024 * 1024
MOST_STRINGS = 40 * 1024 * 1024
MOST_STRING_COUNT = 400_000
"""Of shared strings, which openpyxl keeps in memory."""
MOST_BESIDE = 8 * 1024 * 1024
"""Of styles and the like, which it builds whole."""
MOST_ENTRIES = 2_000
MOST_DIRECTORY = 1024 * 1024
"""Of the list of entries, which zipfile reads whole when it opens an archive."""
END, END64, LOCATOR64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
TAIL = 65_535 + 22 + 20 + 56
CHUNK = 1 << 18
DECLARATIONS = tuple(
    word.encode(encoding)
    for word in ("<!DOCTYPE", "<!ENTITY")
    for encoding in ("ascii", "utf-16-le", "utf-16-be")
)
LONGEST = max(map(len, DECLARATIONS))
STRING = re.compile(rb"<(?:\w+:)?si[\s>/]")

BROKEN = "This workbook is cut off or damaged. Open it, save it again as .xlsx, and try once more."
TOO_LARGE = "This workbook unpacks to more than we can read. Save it as CSV, and choose that file."
UNSAFE = "This workbook holds parts that no spreadsheet has. Save it as CSV, and choose that file."


def check(stream: BinaryIO) -> set[str]:
    """Names of the parts that hold formulas; raises Unreadable for what is not safe or whole."""
    _check_end(stream)
    stream.seek(0)
    try:
        with zipfile.ZipFile(stream) as archive:
            _check_directory(archive.infolist())
            left, strings = MOST_OUT, MOST_STRING_COUNT
            formulas = set()
            for entry in archive.infolist():
                size, formula, count = _check_entry(archive, entry, left)
                left, strings = left - size, strings - count
                if strings < 0 or (count and size > MOST_STRINGS):
                    raise Unreadable(TOO_LARGE)
                if formula:
                    formulas.add(entry.filename)
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError) as error:
        raise Unreadable(BROKEN) from error
    except (NotImplementedError, RuntimeError) as error:  # an unknown method, or encrypted
        raise Unreadable(UNSAFE) from error
    return formulas


def _check_end(stream: BinaryIO) -> None:
    """How long the directory is by the archive's own word, wherever that may stand."""
    size = stream.seek(0, 2)
    stream.seek(max(0, size - TAIL))
    tail = stream.read()
    at = tail.find(END)
    while at >= 0:
        length = int.from_bytes(tail[at + 12 : at + 16], "little")
        larger = tail[max(0, at - 76) : max(0, at - 20)]
        if tail[max(0, at - 20) : at].startswith(LOCATOR64) and larger.startswith(END64):
            length = int.from_bytes(larger[40:48], "little")
        if length > MOST_DIRECTORY:
            raise Unreadable(TOO_LARGE)
        at = tail.find(END, at + 1)


def _check_directory(entries: list[zipfile.ZipInfo]) -> None:
    """What the archive says of itself, before a byte of it is unpacked."""
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > MOST_OUT:
        raise Unreadable(TOO_LARGE)
    for entry in entries:
        parts = entry.filename.replace("\\", "/").split("/")
        link = entry.external_attr >> 16 & 0o170000 == 0o120000
        if parts[0] == "" or ".." in parts or ":" in entry.filename or link:
            raise Unreadable(UNSAFE)
        if entry.flag_bits & 1:
            raise Unreadable(UNSAFE)
        if entry.file_size > MOST_BESIDE and _is_beside(entry.filename.lower()):
            raise Unreadable(TOO_LARGE)


def _is_beside(name: str) -> bool:
    rows = name.endswith("sharedstrings.xml") or "worksheets/" in name
    return name.endswith((".xml", ".rels")) and not rows


def _check_entry(
    archive: zipfile.ZipFile, entry: zipfile.ZipInfo, left: int
) -> tuple[int, bool, int]:
    """The real size of one part, whether it holds a formula, how many shared strings."""
    size, tail, formula, strings = 0, b"", False, 0
    with archive.open(entry) as part:
        while chunk := part.read(CHUNK):
            size += len(chunk)
            if size > left:
                raise Unreadable(TOO_LARGE)
            seen = tail + chunk
            if any(word in seen for word in DECLARATIONS):
                raise Unreadable(UNSAFE)
            strings += len(STRING.findall(chunk))
            formula = formula or b"<f>" in seen or b"<f " in seen
            tail = chunk[-LONGEST:]
    return size, formula, strings
