"""XML read piece by piece with bounds: depth, what one element holds, how many that say nothing."""

from collections.abc import Iterable, Iterator
from typing import Any
from xml.parsers.expat import ExpatError, ParserCreate

from tracker.imports.files.read_progress import ReadProgress
from tracker.imports.files.table import LONGEST_CELL, LONGEST_LINE, TOO_LONG, TOO_MUCH, Unreadable
from tracker.imports.files.zip_safety import BROKEN, TOO_LARGE, UNSAFE

DEEPEST = 64
LONGEST_TAG = 1 << 20
MOST_HELD = 8_000_000
"""Letters that one piece of the file may stand for: it can name one long string again and again."""
MOST_UNKNOWN = 2_000_000
"""Elements that are no part of a table."""


class XmlReader:
    """What a kind of part is read by: handlers that put what they found into `out`."""

    def __init__(self) -> None:
        self.out: list[Any] = []
        self.depth = 0
        self.unknown = 0
        self.caught: list[str] | None = None
        """The text of the element at hand, where it is wanted."""
        self.length = 0
        self.line_length = self.held = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        raise NotImplementedError

    def end(self, name: str) -> None:
        """An element ends."""
        raise NotImplementedError

    def pass_over(self) -> None:
        """An element that says nothing here; raises Unreadable for millions of them."""
        self.unknown += 1
        if self.unknown > MOST_UNKNOWN:
            raise Unreadable(TOO_LARGE)

    def catch(self) -> None:
        """From here on text is wanted."""
        self.caught, self.length = [], 0

    def text(self, data: str) -> None:
        """A piece of text; raises Unreadable where there is no end of it."""
        if self.caught is not None:
            self.caught.append(data)
            self.length += len(data)
            if self.length > LONGEST_CELL:
                raise Unreadable(TOO_LONG)

    def let_go(self) -> str:
        """What was caught."""
        found = "".join(self.caught or ())
        self.caught = None
        return found

    def measure(self, cell: str) -> str:
        """A cell that the line has room for; raises Unreadable."""
        self.line_length += len(cell)
        self.held += len(cell)
        if self.line_length > LONGEST_LINE:
            raise Unreadable(TOO_LONG)
        if self.held > MOST_HELD:
            raise Unreadable(TOO_MUCH)
        return cell


def parse(
    chunks: Iterable[bytes], reader: XmlReader, gauge: ReadProgress | None = None
) -> Iterator[Any]:
    """What the reader puts out, as it comes; raises Unreadable. A first look may end early."""
    parser = ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = _started(reader)
    parser.EndElementHandler = _ended(reader)
    parser.CharacterDataHandler = reader.text
    parser.StartDoctypeDeclHandler = parser.EntityDeclHandler = _refuse
    fed = 0
    try:
        for chunk in chunks:
            parser.Parse(chunk, False)
            fed += len(chunk)
            reader.held = 0
            if fed - max(0, parser.CurrentByteIndex) > LONGEST_TAG:
                raise Unreadable(TOO_LARGE)
            if reader.out:
                found, reader.out = reader.out, []
                yield from found
        if gauge is None or not gauge.full:
            parser.Parse(b"", True)
        yield from reader.out
    except (ExpatError, ValueError, LookupError) as error:
        raise Unreadable(BROKEN) from error


def _started(reader: XmlReader) -> Any:
    def start(name: str, attributes: dict[str, str]) -> None:
        reader.depth += 1
        if reader.depth > DEEPEST:
            raise Unreadable(TOO_LARGE)
        reader.start(name.rpartition(":")[2] if ":" in name else name, attributes)

    return start


def _ended(reader: XmlReader) -> Any:
    def end(name: str) -> None:
        reader.depth -= 1
        reader.end(name.rpartition(":")[2] if ":" in name else name)

    return end


def _refuse(*declaration: object) -> None:
    raise Unreadable(UNSAFE)
