"""Everything that stands in a file, unpacked, so that a search of it finds what leaked."""

import re
import unicodedata
from collections.abc import Callable
from io import BytesIO
from zipfile import ZipFile

from pypdf import PdfReader


def zipped(content: bytes) -> str:
    """Names and contents of a zip: workbook, Word file or CSV files."""
    with ZipFile(BytesIO(content)) as archive:
        assert archive.testzip() is None
        return "\n".join(
            f"{name}\n{archive.read(name).decode('utf-8', 'replace')}"
            for name in archive.namelist()
        )


def printed(content: bytes) -> str:
    """Text, names and properties of a PDF, and its bytes."""
    reader = PdfReader(BytesIO(content))
    pages = [page.extract_text() for page in reader.pages]
    return "\n".join([*pages, str(reader.metadata), content.decode("latin-1")])


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
    said = f"{text}\n{TAG.sub('', text)}"
    return "".join(
        sign
        for sign in unicodedata.normalize("NFC", said)
        if not sign.isspace() and unicodedata.category(sign) != "Cf" and sign != "\N{SOFT HYPHEN}"
    )


WITH_EVERY_PART = ("xlsx", "csv")
"""Formats for others that hold whatever part is ticked: they are tried for leaks all alike."""
