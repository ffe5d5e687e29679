"""What is in a zip file: a workbook, a sheet of OpenDocument, something else, or files packed."""

import tempfile
from collections.abc import Callable, Iterator
from typing import BinaryIO, cast

from tracker.imports.files import kinds, zip_safety
from tracker.imports.files.gauge import Gauge
from tracker.imports.files.names import is_applications, is_other_list
from tracker.imports.files.table import Row, Sheet, Unreadable

TABLES = (".csv", ".tsv", ".tab", ".txt", ".xlsx", ".xlsm", ".ods")
PACKED = (".zip",)
MOST_MEMBERS = 60
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
    with zip_safety.opened(stream) as archive:
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
    wanted = TABLES + (PACKED if depth < DEEPEST - 1 else ())
    likely = [name for name in names if name.lower().endswith(wanted) and not _is_hidden(name)]
    if not likely:
        raise Unreadable(NOTHING)
    likely.sort(key=lambda name: (not is_applications(name), is_other_list(name)))
    found: list[Sheet] = []
    refused: list[Unreadable] = []
    for name in likely[:MOST_MEMBERS]:
        try:
            found += [
                _outside(stream, name, sheet, open_member, depth)
                for sheet in _inside(stream, name, open_member, depth)
            ]
        except Unreadable as error:
            refused.append(error)
    if not found:
        raise refused[0] if len(refused) == 1 else Unreadable(NOTHING)
    return found


def _is_hidden(name: str) -> bool:
    parts = name.split("/")
    return parts[0] == "__MACOSX" or any(part.startswith((".", "~$")) for part in parts)


def _inside(stream: BinaryIO, name: str, open_member: Opener, depth: int) -> list[Sheet]:
    return open_member(_unpacked(stream, name), name, depth + 1)


def _unpacked(stream: BinaryIO, name: str) -> BinaryIO:
    """A part as a file without a name, which goes with the last who can read it."""
    file = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115
    with zip_safety.opened(stream) as archive:
        for chunk in zip_safety.chunks(archive, name):
            file.write(chunk)
    return file


def _outside(stream: BinaryIO, name: str, sheet: Sheet, open_member: Opener, depth: int) -> Sheet:
    """The table as one of the archive's: unpacked each time, so that none is held open."""
    gauge = Gauge()

    def records() -> Iterator[Row]:
        again = _inside(stream, name, open_member, depth)
        inner = next((each for each in again if each.name == sheet.name), None)
        if inner is None:
            raise Unreadable(zip_safety.BROKEN)
        inner.gauge.limit = gauge.limit
        for row in inner.records():
            gauge.done, gauge.size = inner.gauge.done, inner.gauge.size
            yield row

    return Sheet(f"{name}: {sheet.name}" if sheet.name else name, records, gauge)
