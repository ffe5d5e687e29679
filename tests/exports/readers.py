"""Everything that stands in a file, unpacked, so that a search of it finds what leaked."""

import re
import unicodedata
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from pypdf import PdfReader
from pypdf.generic import IndirectObject, StreamObject


def zipped(content: bytes) -> str:
    """Names and contents of a zip: workbook, Word file or CSV files."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return "\n".join(
            f"{name}\n{archive.read(name).decode('utf-8', 'replace')}"
            for name in archive.namelist()
        )


def printed(content: bytes) -> str:
    """All that is in a PDF: on its pages, read aloud, in its outline, names and properties."""
    reader = PdfReader(BytesIO(content))
    found = [page.extract_text() for page in reader.pages]
    objects = len(reader.xref_objStm) + sum(map(len, reader.xref.values()))
    for number in range(1, objects + 1):
        thing = reader.get_object(IndirectObject(number, 0, reader))
        found.append(str(thing))
        if isinstance(thing, StreamObject):
            found.append(thing.get_data().decode("latin-1"))
    return "\n".join([*found, str(reader.metadata), content.decode("latin-1")])


def plain(content: bytes) -> str:
    """Text as it is."""
    return content.decode()


EVERYTHING_IN: dict[str, Callable[[bytes], str]] = {
    "xlsx": zipped,
    "csv": zipped,
    "docx": zipped,
    "pdf": printed,
    "json": plain,
    "ics": plain,
    "vcard": plain,
    "log-pdf": printed,
    "log-csv": plain,
}
TAG = re.compile(r"<[^<>]*>")


def closely(text: str) -> str:
    """Words as they could be pieced together: without tags, white space and what nobody sees.

    A long word may be broken over lines, cut into runs or have invisible places to break in it.
    """
    said = unicodedata.normalize("NFC", f"{text}\n{TAG.sub('', text)}")
    unseen = dict.fromkeys(ord(sign) for sign in set(said) if unicodedata.category(sign) == "Cf")
    return "".join(said.translate(unseen).split())


WITH_EVERY_PART = ("xlsx", "csv")
"""Formats for others that hold whatever part is ticked: they are tried for leaks all alike."""
