"""Address cards as phones and programs write them: vCard 2.1, 3.0 and 4.0, many in a file.

Read line by line and forgivingly: what can't be read of one card keeps nobody else out.
"""

import quopri
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field
from io import StringIO
from typing import Any

from tracker.imports.files.table import Unreadable
from tracker.models.base import LINE
from tracker.values.text import clean_line, clean_text, is_family_first

MOST_BYTES = 10 * 1024 * 1024
MOST_CARDS = 500
MOST_LINES = 250_000
LONGEST_NOTE = 10_000
LONGEST_HEAD = 2_000
"""Characters before a line's value."""
TOO_LARGE = "This file is larger than 10 MB. Export fewer people at a time, or without photos."
TOO_MANY = f"This file has more than {MOST_CARDS} people. Export only those that you need."
NO_CARDS = "There are no contacts in this file. Choose one that ends in .vcf."
WANTED = {"FN", "N", "ORG", "TITLE", "ROLE", "EMAIL", "TEL", "NOTE", "NICKNAME"}
GROUPS = {"KIND", "X-ADDRESSBOOKSERVER-KIND"}
LINE_OF = re.compile(r'(?:[\w-]+\.)?([\w-]+)((?:;(?:[^";:]|"[^"]*")*)*):(.*)', re.DOTALL)
PARAM = re.compile(r';((?:[^";]|"[^"]*")*)')
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
URI = re.compile(r"^(?:tel|mailto):", re.IGNORECASE)


@dataclass(frozen=True)
class AddressCard:
    """One person as the file has them; `problem` says why they can't be taken as they are."""

    name: str
    title: str = ""
    company: str = ""
    email: str = ""
    phone: str = ""
    notes: str = ""
    problem: str = ""

    def facts(self) -> dict[str, str]:
        """What is kept."""
        return {name: value for name, value in asdict(self).items() if name != "problem"}


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


def read_cards(content: bytes) -> list[AddressCard]:
    """Everybody in a file. Raises Unreadable."""
    if len(content) > MOST_BYTES:
        raise Unreadable(TOO_LARGE)
    cards: list[AddressCard] = []
    for said in _said(_lines(_decoded(content))):
        if len(cards) == MOST_CARDS:
            raise Unreadable(TOO_MANY)
        cards.append(_card(said))
    if not cards:
        raise Unreadable(NO_CARDS)
    return cards


def _decoded(content: bytes) -> str:
    for mark, encoding in ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"), (b"", "utf-8-sig")):
        if content.startswith(mark):
            try:
                return content.decode(encoding)
            except UnicodeDecodeError:
                continue
    return content.decode("cp1252", "replace")


def _lines(text: str) -> Iterator[str]:
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


def _said(lines: Iterator[str]) -> Iterator[CardLines]:
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


def _card(said: CardLines) -> AddressCard:
    name = _words(said.first("FN")) or _from_parts(said.first("N"))
    company = _words(next((part for part in parts(said.first("ORG")) if part), ""))
    emails = [_words(each) for each in said.all("EMAIL")]
    phones = [_words(each) for each in said.all("TEL")]
    notes = [clean_text(unescaped(each)).strip() for each in said.all("NOTE")]
    notes += [f"Other email: {each}" for each in _others(emails)]
    notes += [f"Other phone: {each}" for each in _others(phones)]
    card = AddressCard(
        name or _words(said.first("NICKNAME")) or company or (emails[0] if emails else ""),
        _words(said.first("TITLE")) or _words(said.first("ROLE")),
        company if company != name else "",
        emails[0] if emails else "",
        phones[0] if phones else "",
        "\n".join(notes),
    )
    return checked_card(card.facts())


def checked_card(facts: dict[str, Any]) -> AddressCard:
    """A card of these facts, with what is wrong with it."""
    kept = {name: str(facts.get(name) or "") for name in AddressCard("").facts()}
    notes = clean_text(kept.pop("notes"))
    lines = {name: clean_line(value) for name, value in kept.items()}
    problem = ""
    if not lines["name"]:
        problem = "There is no name on this card."
    elif len(notes) > LONGEST_NOTE or any(len(line) > LINE for line in lines.values()):
        problem = "Something on this card is too long to keep."
    return AddressCard(**lines, notes=notes[:LONGEST_NOTE], problem=problem)


def _others(values: list[str]) -> list[str]:
    return [each for each in dict.fromkeys(values) if each != values[0]]


def _from_parts(value: str) -> str:
    """Ms Mary Ann O'Connor PhD, from family, given, further, prefix, suffix; 田中 太郎."""
    family, given, further, prefix, suffix = (*map(_words, parts(value)), *[""] * 5)[:5]
    own = (given, further, family)
    if is_family_first("".join(own)):
        own = (family, given, further)
    return " ".join(each for each in (prefix, *own, suffix) if each)


def parts(value: str) -> list[str]:
    """A value with parts between semicolons, those that are escaped left alone."""
    found, piece, at = [], "", 0
    while at < len(value):
        if value[at] == "\\" and at + 1 < len(value):
            piece += value[at : at + 2]
            at += 2
            continue
        if value[at] == ";":
            found.append(piece)
            piece = ""
        else:
            piece += value[at]
        at += 1
    return [*found, piece]


def unescaped(value: str) -> str:
    """A value without its escapes."""
    return ESCAPE.sub(lambda found: "\n" if found[1] in "nN" else found[1], value)


def _words(value: str) -> str:
    return clean_line(unescaped(value))
