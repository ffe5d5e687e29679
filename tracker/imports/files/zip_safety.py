"""Whether a zip file is safe to open: its directory first, then what really comes out of it."""

import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from tracker.imports.files.read_progress import ReadProgress
from tracker.imports.files.table import BROKEN, Unreadable

MOST_OUT = 200 * 1024 * 1024
MOST_BESIDE = 8 * 1024 * 1024
"""Of styles and the like, which are read whole."""
MOST_ENTRIES = 2_000
MOST_DIRECTORY = 1024 * 1024
"""Of the list of entries, which zipfile reads whole when it opens an archive."""
END, END64, LOCATOR64 = b"PK\x05\x06", b"PK\x06\x06", b"PK\x06\x07"
TAIL = 65_535 + 22 + 20 + 56
CHUNK = 1 << 16

TOO_LARGE = "This file unpacks to more than we can read. Save it as CSV, and choose that file."
UNSAFE = "This file holds parts that no spreadsheet has. Save it as CSV, and choose that file."
LOCKED = "This file is locked with a password. Unpack it, and choose the table in it."


@contextmanager
def opened(stream: BinaryIO, most: int = MOST_OUT) -> Iterator[zipfile.ZipFile]:
    """An archive whose directory is in order; raises Unreadable for what is not safe or whole."""
    _check_end(stream)
    stream.seek(0)
    with unpacking(), zipfile.ZipFile(stream) as archive:
        _check_directory(archive.infolist(), most)
        yield archive


@contextmanager
def unpacking() -> Iterator[None]:
    """Any of the many ways in which a damaged archive trips zipfile is one answer."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError) as error:
        raise Unreadable(BROKEN) from error
    except (NotImplementedError, RuntimeError) as error:  # an unknown method, or encrypted
        raise Unreadable(UNSAFE) from error


def chunks(
    archive: zipfile.ZipFile, name: str, most: int = MOST_OUT, gauge: ReadProgress | None = None
) -> Iterator[bytes]:
    """What a part unpacks to, piece by piece; raises Unreadable where it is more than `most`."""
    gauge = gauge or ReadProgress()
    gauge.done = 0
    with unpacking():
        gauge.size = archive.getinfo(name).file_size
        with archive.open(name) as part:
            while not gauge.full and (chunk := part.read(CHUNK)):
                gauge.done += len(chunk)
                if gauge.done > most:
                    raise Unreadable(TOO_LARGE)
                yield chunk


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


def _check_directory(entries: list[zipfile.ZipInfo], most: int) -> None:
    """What the archive says of itself, before a byte of it is unpacked."""
    if len(entries) > MOST_ENTRIES or sum(entry.file_size for entry in entries) > most:
        raise Unreadable(TOO_LARGE)
    for entry in entries:
        parts = entry.filename.replace("\\", "/").split("/")
        link = entry.external_attr >> 16 & 0o170000 == 0o120000
        if parts[0] == "" or ".." in parts or parts[0].endswith(":") or link:
            raise Unreadable(UNSAFE)
        if entry.flag_bits & 1:
            raise Unreadable(LOCKED)


__all__ = ["BROKEN", "MOST_BESIDE", "MOST_OUT", "TOO_LARGE", "UNSAFE", "chunks", "opened"]
