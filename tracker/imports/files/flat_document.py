"""OpenDocument sheets in one XML file (.fods), as LibreOffice writes them on request."""

import re
from collections.abc import Callable, Iterator
from typing import BinaryIO

from tracker.imports.files import kinds
from tracker.imports.files.chunks import pieces
from tracker.imports.files.open_document import MOST_SHEETS, unrolled
from tracker.imports.files.open_document_table import TableReader
from tracker.imports.files.read_progress import ReadProgress
from tracker.imports.files.table import Row, Sheet, Unreadable
from tracker.imports.files.xml_parts import XmlReader, parse

ROOT = re.compile(rb"<office:document[\s>]")
SHEETS, SLIDES = "spreadsheet", "presentation"


def is_one(head: bytes) -> bool:
    """Whether a file begins like one."""
    return ROOT.search(head) is not None


def sheets_of(stream: BinaryIO) -> list[Sheet]:
    """Its sheets; raises Unreadable."""
    reader = TitleReader()
    titles = list(parse(pieces(stream, ReadProgress()), reader))
    if reader.body != SHEETS:
        raise Unreadable(kinds.SLIDES if reader.body == SLIDES else kinds.DOCUMENT)
    found = []
    for place, title in enumerate(titles[:MOST_SHEETS]):
        gauge = ReadProgress()
        found.append(Sheet(title, _records(stream, place, gauge), gauge))
    return found


def _records(stream: BinaryIO, place: int, gauge: ReadProgress) -> Callable[[], Iterator[Row]]:
    def records() -> Iterator[Row]:
        yield from unrolled(parse(pieces(stream, gauge), TableReader(place), gauge))

    return records


class TitleReader(XmlReader):
    """Puts out the titles of the sheets; tables within them belong to their charts."""

    def __init__(self) -> None:
        super().__init__()
        self.tables = 0
        self.body = ""
        """What kind of document it is: the element in its body."""
        self.in_body = False

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if self.in_body and not self.body:
            self.body = name
        self.in_body = self.in_body or name == "body"
        if name == "table":
            self.tables += 1
            if self.tables == 1:
                self.out.append(attributes.get("table:name", ""))

    def end(self, name: str) -> None:
        """An element ends."""
        self.tables -= name == "table"
