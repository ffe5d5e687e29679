"""The words that the cells of a workbook share, kept on the disk: a large one has millions."""

import tempfile
from array import array
from functools import lru_cache
from typing import BinaryIO, cast

from tracker.imports.files.table import Unreadable
from tracker.imports.files.xml_parts import XmlReader
from tracker.imports.files.zip_safety import TOO_LARGE

MOST_STRINGS = 2_000_000
REMEMBERED = 4_096
SHORT = 200


class SharedStrings:
    """Text by its number; in a file without a name, which goes with the last who can read it."""

    def __init__(self) -> None:
        self.file = cast(BinaryIO, tempfile.TemporaryFile())  # noqa: SIM115
        self.ends = array("Q", [0])
        self._remembered = lru_cache(REMEMBERED)(self._read)

    def add(self, text: str) -> None:
        """The next one; raises Unreadable where there are too many."""
        if len(self.ends) > MOST_STRINGS:
            raise Unreadable(TOO_LARGE)
        self.ends.append(self.ends[-1] + self.file.write(text.encode("utf-8", "replace")))

    def __len__(self) -> int:
        """How many there are."""
        return len(self.ends) - 1

    def __getitem__(self, number: int) -> str:
        """One of them; raises IndexError."""
        if not 0 <= number < len(self):
            raise IndexError(number)
        short = self.ends[number + 1] - self.ends[number] <= SHORT
        return self._remembered(number) if short else self._read(number)

    def _read(self, number: int) -> str:
        self.file.seek(self.ends[number])
        found = self.file.read(self.ends[number + 1] - self.ends[number])
        return found.decode("utf-8", "replace")


class StringReader(XmlReader):
    """`sharedStrings.xml`: runs of one string joined, how it is pronounced left out."""

    def __init__(self, strings: SharedStrings) -> None:
        super().__init__()
        self.strings = strings
        self.runs: list[str] = []
        self.pronounced = 0

    def start(self, name: str, attributes: dict[str, str]) -> None:
        """An element begins."""
        if name == "si":
            self.runs, self.line_length = [], 0
        elif name == "t" and not self.pronounced:
            self.catch()
        else:
            self.pass_over()
            self.pronounced += name == "rPh"

    def end(self, name: str) -> None:
        """An element ends."""
        if name == "t" and self.caught is not None:
            self.runs.append(self.measure(self.let_go()))
        elif name == "rPh":
            self.pronounced -= 1
        elif name == "si":
            self.strings.add("".join(self.runs))
