"""Excel workbooks (.xlsx, .xlsm): their sheets as text, read straight from their parts."""

import zipfile
from collections.abc import Callable, Iterator
from functools import cache
from posixpath import dirname, join, normpath
from typing import BinaryIO

from tracker.imports.files import zip_safety
from tracker.imports.files.excel_values import kind_of_format
from tracker.imports.files.read_progress import ReadProgress
from tracker.imports.files.shared_strings import SharedStrings, StringReader
from tracker.imports.files.table import Row, Sheet, Unreadable
from tracker.imports.files.worksheet import WorksheetReader
from tracker.imports.files.xml_parts import XmlReader, parse

MOST_SHEETS = 200
USUAL_BOOK = "xl/workbook.xml"


def sheets_of(stream: BinaryIO) -> list[Sheet]:
    """Its sheets, those that are shown first; raises Unreadable."""
    with zip_safety.opened(stream) as archive:
        names = {name.lower(): name for name in archive.namelist()}
        book_name = _book_name(archive, names)
        book = BookReader()
        _read_small(archive, book_name, book)
        targets = _relations(archive, names, book_name)
        style_name = names.get(targets.get("styles", "xl/styles.xml").lower())
        strings_name = names.get(targets.get("sharedStrings", "xl/sharedStrings.xml").lower())
        styles = StyleReader()
        if style_name:
            _read_small(archive, style_name, styles)

    @cache
    def strings() -> SharedStrings:
        found = SharedStrings()
        if strings_name:
            with zip_safety.opened(stream) as archive:
                for _ in parse(zip_safety.chunks(archive, strings_name), StringReader(found)):
                    pass
        return found

    found = []
    for title, relation, _ in sorted(book.sheets[:MOST_SHEETS], key=lambda sheet: sheet[2]):
        part = names.get(targets.get(relation, "").lower())
        if part:
            gauge = ReadProgress()
            reader = styles.kinds(), book.from_1904
            found.append(Sheet(title, _records(stream, part, strings, reader, gauge), gauge))
    return found


def _records(
    stream: BinaryIO,
    part: str,
    strings: Callable[[], SharedStrings],
    reads: tuple[list[str], bool],
    gauge: ReadProgress,
) -> Callable[[], Iterator[Row]]:
    def records() -> Iterator[Row]:
        words = strings()
        with zip_safety.opened(stream) as archive:
            pieces = zip_safety.chunks(archive, part, gauge=gauge)
            yield from parse(pieces, WorksheetReader(words, *reads), gauge)

    return records


def _read_small(archive: zipfile.ZipFile, name: str, reader: XmlReader) -> None:
    for _ in parse(zip_safety.chunks(archive, name, zip_safety.MOST_BESIDE), reader):
        pass


def _book_name(archive: zipfile.ZipFile, names: dict[str, str]) -> str:
    """Where the book stands: nearly always in one place, but its package says so."""
    if USUAL_BOOK in names:
        return names[USUAL_BOOK]
    told = _relations(archive, names, "").get("officeDocument", "")
    if told.lower() not in names:
        raise Unreadable(zip_safety.BROKEN)
    return names[told.lower()]


def _relations(archive: zipfile.ZipFile, names: dict[str, str], part: str) -> dict[str, str]:
    """Where the parts stand that a part names, by their number and by their kind."""
    folder, _, name = part.rpartition("/")
    listed = names.get(join(folder, "_rels", f"{name}.rels").lower())
    reader = RelationReader(dirname(part))
    if listed:
        _read_small(archive, listed, reader)
    return reader.targets


class RelationReader(XmlReader):
    """What a part leads to inside the file; what is outside is never looked at."""

    def __init__(self, folder: str) -> None:
        super().__init__()
        self.folder = folder
        self.targets: dict[str, str] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.pass_over()
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = normpath(join("/", self.folder, attributes.get("Target", "")))[1:]
            kind = attributes.get("Type", "").rpartition("/")[2]
            if kind == "worksheet":
                self.targets[attributes.get("Id", "")] = target
            else:
                self.targets.setdefault(kind, target)

    def end(self, name: str) -> None:
        """An element ends."""


class BookReader(XmlReader):
    """The book's sheets: title, number of its part, whether it is hidden."""

    def __init__(self) -> None:
        super().__init__()
        self.sheets: list[tuple[str, str, bool]] = []
        self.from_1904 = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.pass_over()
        if name == "sheet":
            relation = next((v for k, v in attributes.items() if k.endswith(":id")), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), relation, hidden))
        elif name == "workbookPr":
            self.from_1904 = attributes.get("date1904") in ("1", "true")

    def end(self, name: str) -> None:
        """An element ends."""


class StyleReader(XmlReader):
    """Which looks of a cell say that its number is a day."""

    def __init__(self) -> None:
        super().__init__()
        self.codes: dict[int, str] = {}
        self.looks: list[int] = []
        self.inside = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        self.pass_over()
        if name == "numFmt":
            self.codes[int(attributes.get("numFmtId", 0))] = attributes.get("formatCode", "")[:500]
        elif name == "cellXfs":
            self.inside = True
        elif name == "xf" and self.inside:
            self.looks.append(int(attributes.get("numFmtId", 0)))

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "cellXfs":
            self.inside = False

    def kinds(self) -> list[str]:
        """For each look what its numbers are."""
        return [kind_of_format(number, self.codes.get(number)) for number in self.looks]
