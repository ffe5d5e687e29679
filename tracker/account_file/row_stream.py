"""The file's rows one after the other, never all at once: a file can be made to fill the memory.

Works on bytes, in which every sign of JSON's own is a byte by itself; a row is decoded only when
its end is known and it has no more in it than a row can have.
"""

import json
import re
from codecs import BOM_UTF8 as BYTE_ORDER_MARK
from collections import deque
from collections.abc import Iterator
from math import isfinite
from typing import Any, BinaryIO

from tracker.account_file import FORMAT, VERSION
from tracker.imports.files.table import Unreadable

NOT_OURS = (
    "This is no account from Onward. Choose the file that “Everything (JSON)” made, as it was made."
)
NEWER = "This file was made by a newer Onward. Bring this one up to date first, then try again."
BROKEN = "This file is broken or cut short near byte {:,}, so nothing was changed."

STRING = rb'"(?:[^"\\]++|\\.)*+"'
SPACE = re.compile(rb"[ \t\r\n]*+")
TEXT = re.compile(STRING, re.DOTALL)
FLAT = re.compile(rb'\{(?:[^{}\[\]"]++|' + STRING + rb")*+\}", re.DOTALL)
PLAIN = re.compile(rb'[^\s{}\[\]",:]++')
TOKEN = re.compile(rb'[^{}\[\]",]*+(?:' + STRING + rb"|[{}\[\],])", re.DOTALL)
MOST_ROWS = 250_000
"""In one table."""
MOST_TOKENS = 20_000
"""In one row: a sheet has up to 256 columns, each with a cell and what was read in it."""
DEEPEST = 20
SHORT = 1 << 16
"""Bytes below which a row can't hold so much that it would matter."""


def looks_like_one(stream: BinaryIO) -> bool:
    """Whether a seekable stream holds JSON; no sheet begins like that."""
    stream.seek(0)
    head = stream.read(1024).removeprefix(BYTE_ORDER_MARK).lstrip()
    stream.seek(0)
    return head.startswith(b"{")


class File:
    """What the file says of itself, and where its tables begin."""

    def __init__(self, content: bytes) -> None:
        self.content = content.removeprefix(BYTE_ORDER_MARK)
        self.head: dict[str, Any] = {}
        self.tables: dict[str, int] = {}
        self._end = 0
        """Where what was read last ends."""
        for name, place in self._members(self._expect(b"{", 0)):
            if name == "tables":
                self._find_tables(place)
            else:
                self._end = self._end_of(place)
                self.head[name] = self._loads(place, self._end)
        if self._skip(self._end) != len(self.content):
            raise self._broken(self._end)
        if self.head.get("format") != FORMAT or "version" not in self.head:
            raise Unreadable(NOT_OURS)
        version = self.head["version"]
        if type(version) is not int or version < 1:
            raise Unreadable(NOT_OURS)
        if version > VERSION:
            raise Unreadable(NEWER)

    def rows(self, name: str) -> Iterator[Any]:
        """The rows of one table, none where the file hasn't got it."""
        if name in self.tables:
            for start, end in self._items(self.tables[name]):
                yield self._loads(start, end)

    def _find_tables(self, place: int) -> None:
        for name, start in self._members(self._expect(b"{", place)):
            if name in self.tables:
                raise self._broken(start)
            self.tables[name] = start
            deque(self._items(start), maxlen=0)

    def _members(self, place: int) -> Iterator[tuple[str, int]]:
        """The names of an object and where their values begin; `_end` says where each ended."""
        place = self._skip(place)
        while self.content[place : place + 1] != b"}":
            found = TEXT.match(self.content, place)
            if found is None or found.end() - place > SHORT:
                raise self._broken(place)
            yield self._loads(place, found.end()), self._expect(b":", found.end())
            place = self._after(self._end, b"}")
        self._end = place + 1

    def _items(self, place: int) -> Iterator[tuple[int, int]]:
        """Where each row of a table begins and ends."""
        place = self._skip(self._expect(b"[", place))
        count = 0
        while self.content[place : place + 1] != b"]":
            count += 1
            if count > MOST_ROWS or self.content[place : place + 1] != b"{":
                raise self._broken(place)
            end = self._end_of(place)
            yield place, end
            place = self._after(end, b"]")
        self._end = place + 1

    def _after(self, place: int, closing: bytes) -> int:
        """Past a comma, or at the closing sign."""
        place = self._skip(place)
        if self.content[place : place + 1] == closing:
            return place
        place = self._expect(b",", place)
        if self.content[place : place + 1] == closing:
            raise self._broken(place)
        return place

    def _end_of(self, place: int) -> int:
        """Where a value ends; it is not decoded for that."""
        for kind in (FLAT, TEXT, PLAIN):
            found = kind.match(self.content, place)
            if found is not None:
                long = kind is FLAT and found.end() - place > SHORT
                return self._walk(place) if long else found.end()
        return self._walk(place)

    def _walk(self, place: int) -> int:
        """The same, sign by sign, for no longer than a row can be."""
        depth = 0
        for _ in range(MOST_TOKENS):
            found = TOKEN.match(self.content, place)
            if found is None:
                break
            place = found.end()
            last = self.content[place - 1 : place]
            depth += (last in b"{[") - (last in b"}]")
            if depth > DEEPEST:
                break
            if depth <= 0:
                return place
        raise self._broken(place)

    def _loads(self, start: int, end: int) -> Any:
        text = self.content[start:end]
        try:
            return json.loads(text.decode("utf-8"), parse_constant=_refuse, parse_float=_fraction)
        except (ValueError, RecursionError) as error:
            raise self._broken(start) from error

    def _expect(self, sign: bytes, place: int) -> int:
        place = self._skip(place)
        if self.content[place : place + 1] != sign:
            raise Unreadable(NOT_OURS) if place == 0 else self._broken(place)
        return self._skip(place + 1)

    def _skip(self, place: int) -> int:
        found = SPACE.match(self.content, place)
        assert found is not None
        return found.end()

    def _broken(self, place: int) -> Unreadable:
        return Unreadable(BROKEN.format(place))


def _refuse(word: str) -> Any:
    """Infinity and NaN are no JSON."""
    raise ValueError(word)


def _fraction(word: str) -> float:
    """One that no database could hold is refused."""
    found = float(word)
    if not isfinite(found):
        raise ValueError(word)
    return found
