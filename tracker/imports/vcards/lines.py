"""The lines of a file of cards, put together again and sorted out by card."""

import quopri
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from io import StringIO

from tracker.imports.files.table import Unreadable

MOST_LINES = 250_000
LONGEST_NOTE = 10_000
LONGEST_HEAD = 2_000
"""Characters before a line's value."""
TOO_LARGE = "This file is larger than 10 MB. Export fewer people at a time, or without photos."

WANTED = {"FN", "N", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "NOTE", "NICKNAME"}
GROUPS = {"KIND", "X-ADDRESSBOOKSERVER-KIND"}
LINE_OF = re.compile(r'(?:[\w-]+\.)?([\w-]+)((?:;(?:[^";:]|"[^"]*")*)*):(.*)', re.DOTALL)
PARAM = re.compile(r';((?:[^";]|"[^"]*")*)')
URI = re.compile(r"^(?:tel|mailto):", re.IGNORECASE)


@dataclass
class CardLines:
    """The lines of one card that count: by name, each with its parameters."""

    values: dict[str, list[tuple[set[str], str]]] = field(default_factory=lambda: defaultdict(list))
    is_group: bool = False

    def first(self, name: str) -> str:
        """The preferred value, or the first, or nothing."""
        return next(iter(self.all(name)), "")

    def all(self, name: str) -> list[str]:
        """The values that say something, the preferred first, then mobile numbers."""

        def order(said: tuple[set[str], str]) -> int:
            params = said[0]
            return 0 if {"PREF", "PREF=1"} & params else 1 if "CELL" in params else 2

        return [words for _, words in sorted(self.values[name], key=order) if words.strip(" ;")]


def decoded(content: bytes) -> str:
    """The text of a file, in whichever letters."""
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    return content.decode("cp1252", "replace")


def unfolded(text: str) -> Iterator[str]:
    """Lines put together again: by a space at the next, or in 2.1 by a last equals sign."""
    pieces: list[str] = []
    for number, ended in enumerate(StringIO(text, newline=None)):
        if number > MOST_LINES:
            raise Unreadable(TOO_LARGE)
        line = ended.rstrip("\n")
        soft = bool(pieces) and pieces[-1].endswith("=") and _is_quoted(pieces[0])
        if pieces and soft:
            pieces[-1] = pieces[-1][:-1]
            pieces.append(line)
        elif pieces and line[:1] in (" ", "\t"):
            pieces.append(line[1:])
        else:
            if pieces:
                yield "".join(pieces)
            pieces = [line]
    yield "".join(pieces)


def _is_quoted(line: str) -> bool:
    return "QUOTED-PRINTABLE" in line.partition(":")[0].upper()


def cards_in(lines: Iterator[str]) -> Iterator[CardLines]:
    """What each card says; one within another (2.1 has such) is passed over."""
    depth, said = 0, CardLines()
    for line in lines:
        word = line.strip().upper()
        if word == "BEGIN:VCARD":
            depth += 1
            said = CardLines() if depth == 1 else said
        elif word == "END:VCARD":
            depth = max(0, depth - 1)
            if depth == 0 and not said.is_group and said.values:
                yield said
                said = CardLines()
        elif depth == 1:
            _note(said, line)
    if depth and said.values and not said.is_group:
        yield said


def _note(said: CardLines, line: str) -> None:
    found = LINE_OF.match(line) if 0 < line.find(":") <= LONGEST_HEAD else None
    if found is None:
        return
    name, value = found[1].upper(), found[3][: 4 * LONGEST_NOTE]
    if name in GROUPS:
        said.is_group = value.strip().lower() == "group"
    if name in WANTED:
        params = _params(found[2])
        said.values[name].append((params, _value(value, params, found[2])))


def _params(text: str) -> set[str]:
    """CELL, PREF and PREF=1, whichever version wrote them in whichever way."""
    found: set[str] = set()
    for param in PARAM.findall(text.upper()):
        name, equals, value = param.partition("=")
        words = value.strip('"').split(",") if equals else [name]
        found.update(f"{name}={word}" if name == "PREF" and equals else word for word in words)
    return found


def _value(value: str, params: set[str], written: str) -> str:
    if "QUOTED-PRINTABLE" in params:
        octets = quopri.decodestring(value.encode("utf-8", "replace"))
        named = re.search(r"CHARSET=\"?([\w-]+)", written, re.IGNORECASE)
        try:
            value = octets.decode(named[1] if named else "utf-8")
        except (LookupError, UnicodeDecodeError):
            value = octets.decode("cp1252", "replace")
    return URI.sub("", value)
