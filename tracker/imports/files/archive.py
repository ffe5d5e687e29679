"""What is in a zip file: a workbook, a sheet of OpenDocument, something else, or files packed."""

import tempfile
from collections.abc import Callable
from dataclasses import replace
from typing import BinaryIO, cast

from tracker.imports.files import kinds, zip_safety
from tracker.imports.files.names import is_applications, is_other_list
from tracker.imports.files.table import Sheet, Unreadable

TEXTS = (".csv", ".tsv", ".tab", ".txt")
BOOKS = (".xlsx", ".xlsm", ".ods", ".fods", ".xls")
PACKED = (".zip",)
MOST_TEXTS, MOST_BOOKS, MOST_PACKED = 60, 12, 4
DEEPEST = 2
"""Notion packs its archive into another one."""
NOTHING = (
    "There is no table in this .zip that we can read. Unpack it, and choose the CSV or Excel file "
    "(.xlsx) that holds your applications."
)
OPEN_DOCUMENT = "application/vnd.oasis.opendocument."
Opener = Callable[[BinaryIO, str, int], list[Sheet]]
"""Lists the tables of a file: the file, what it is called, how deep it lies."""


def sheets_of(stream: BinaryIO, open_member: Opener, depth: int = 0) -> list[Sheet]:
    """Its tables; raises Unreadable, also with what it is when it holds none."""
    with zip_safety.opened(stream, _most(depth)) as archive:
        names = archive.namelist()
        lower = {name.lower() for name in names}
        kind = (
            _mimetype(b"".join(zip_safety.chunks(archive, "mimetype", 1000)))
            if ("mimetype" in names)
            else ""
        )
    if kind == "spreadsheet" or (not kind and {"content.xml", "styles.xml"} <= lower):
        from tracker.imports.files import open_document

        return open_document.sheets_of(stream)
    if kind:
        raise Unreadable(kinds.SLIDES if kind == "presentation" else kinds.DOCUMENT)
    if any(name.startswith("xl/") for name in lower):
        if "xl/workbook.bin" in lower:
            raise Unreadable(kinds.BINARY)
        from tracker.imports.files import workbook

        return workbook.sheets_of(stream)
    _refuse_documents(lower)
    return _members(stream, names, open_member, depth)


def _mimetype(content: bytes) -> str:
    told = content.decode("ascii", "replace").strip()
    if told.startswith(OPEN_DOCUMENT):
        return told.removeprefix(OPEN_DOCUMENT).removesuffix("-template")
    return "document"


def _refuse_documents(names: set[str]) -> None:
    if any(name.endswith(".iwa") or name == "index.zip" for name in names):
        raise Unreadable(kinds.NUMBERS)
    if any(name.startswith("word/") for name in names):
        raise Unreadable(kinds.DOCUMENT)
    if any(name.startswith("ppt/") for name in names):
        raise Unreadable(kinds.SLIDES)


def _members(stream: BinaryIO, names: list[str], open_member: Opener, depth: int) -> list[Sheet]:
    """Tables of the files in it, in any folder; those that can't be read are passed over."""
    found: list[Sheet] = []
    refused: list[Unreadable] = []
    for name in _likely(names, depth):
        try:
            sheets = open_member(_unpacked(stream, name, depth), name, depth + 1)
            found += [replace(each, name=_within(name, each.name)) for each in sheets]
        except Unreadable as error:
            refused.append(error)
    if not found:
        raise refused[0] if len(refused) == 1 else Unreadable(NOTHING)
    return found


def _likely(names: list[str], depth: int) -> list[str]:
    """Members that may hold tables; archives in it only where there is nothing else."""
    shown = [name for name in names if not _is_hidden(name)]
    tables = [name for name in shown if name.lower().endswith(TEXTS)][:MOST_TEXTS]
    tables += [name for name in shown if name.lower().endswith(BOOKS)][:MOST_BOOKS]
    if not tables and depth < DEEPEST - 1:
        tables = [name for name in shown if name.lower().endswith(PACKED)][:MOST_PACKED]
    return sorted(tables, key=lambda name: (not is_applications(name), is_other_list(name)))


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith((".", "~$")) for part in parts)


def _unpacked(stream: BinaryIO, name: str, depth: int) -> BinaryIO:
    """A part as a file without a name, which goes with the last who can read it."""
    file = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115
    with zip_safety.opened(stream, _most(depth)) as archive:
        for chunk in zip_safety.chunks(archive, name):
            file.write(chunk)
    return file


def _most(depth: int) -> int:
    """Bytes that an archive may unpack to: all of those in another one no more than that one."""
    return int(zip_safety.MOST_OUT // MOST_PACKED**depth)


def _within(name: str, sheet: str) -> str:
    return f"{name}: {sheet}" if sheet else name
