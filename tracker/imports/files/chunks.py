"""A file that is no archive, read piece by piece."""

from collections.abc import Iterator
from typing import BinaryIO

from tracker.imports.files.read_progress import ReadProgress

CHUNK = 1 << 16


def pieces(stream: BinaryIO, gauge: ReadProgress) -> Iterator[bytes]:
    """From its first byte to its last, or as far as a first look goes."""
    gauge.size, gauge.done = stream.seek(0, 2), 0
    while not gauge.full:
        stream.seek(gauge.done)
        chunk = stream.read(CHUNK)
        if not chunk:
            return
        gauge.done += len(chunk)
        yield chunk
