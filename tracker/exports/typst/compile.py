"""Runs typst in a process of its own: typst keeps what it has read, and so grows.

Started by tracker.exports.typesetting as a file, so that nothing of the program is imported. It
reads one job as JSON from standard input and writes the document to standard output.
"""

import base64
import json
import re
import struct
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import typst

HERE = Path(__file__).resolve().parent
FONTS = HERE / "fonts"
INSTEAD = "�"
"""Stands for a character that none of our fonts can show; PDF/UA allows no gaps."""
ROOMS = (*range(10, 100, 10), *range(100, 201, 20))
"""How much of the lists is shown, in hundredths: above 100 of those that give way before others."""
UNSEEN = frozenset("\n\t\u200c\u200d\u200e\u200f")
"""Never drawn, so no font needs them."""
CONTROLS = {*range(32), *range(0x7F, 0xA0), 0xFEFF, 0xFFFE} - {ord("\n"), ord("\t")}
TURNS = {0x061C, *range(0x202A, 0x202F), *range(0x2066, 0x206A)}
"""Would turn what stands after them around; each text has its direction from its first letter."""
HINTS = {0xAD, 0x034F, 0x180E, 0x200B, *range(0x2060, 0x2065), 0xFE0E, 0xFE0F}
"""Say where a word may break, or a sign’s colour; a PDF keeps them with the letter before."""
DROPPED = CONTROLS.union(TURNS, HINTS)
LINES = {0x2028: "\n", 0x2029: "\n"}
LONELY = re.compile("(?<![\u0590-\u1fff\u2600-\uffff\U00010000-\U0010ffff])[\u200c-\u200f]+")
"""Joins and directions matter after letters of other scripts and in emoji; elsewhere they only get
between the letters of an address that is copied."""


def main() -> None:
    """One job."""
    job = json.load(sys.stdin)
    shown = Substitutes(FONTS)
    data = json.dumps(visible(job["data"], shown))
    compiler = typst.Compiler(
        input=HERE / job["template"],
        root=HERE,
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[FONTS]
        ),
    )
    inputs = {"data": data, "instead": INSTEAD if INSTEAD in shown.values() else ""}
    try:
        pages = compile_pages(compiler, inputs, job["options"], job["most"])
    except typst.TypstError as error:
        sys.exit(f"{error.message}\n{error.diagnostic}")
    json.dump([base64.b64encode(page).decode() for page in pages], sys.stdout)


def compile_pages(
    compiler: typst.Compiler, inputs: dict[str, str], options: dict[str, Any], most: int | None
) -> list[bytes]:
    """Files; with as much room for lists as leaves them within `most` pages, if that is given."""
    found: Any = None
    least, end = 0, len(ROOMS) - 1
    room, fits = end, False  # all of it at first, then halfway between what fits and what does not
    while least <= end:
        files = compiler.compile(sys_inputs={**inputs, "room": str(ROOMS[room])}, **options)
        pages = 0 if most is None else int(compiler.query("<pages>", field="value", one=True))
        if most is None or pages <= most:
            found, fits, least = files, True, room + 1
        else:
            found, end = found if fits else files, room - 1
        room = (least + end) // 2
    return found if isinstance(found, list) else [found]


class Substitutes(dict[int, int | str | None]):
    """A table for str.translate: what none of the fonts in a folder has becomes a sign for it."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.known = {ord(sign) for sign in UNSEEN}
        for font in folder.glob("*.ttf"):
            self.known.update(characters(font.read_bytes()))

    def __missing__(self, code: int) -> int | str | None:
        """Looked up once for each character."""
        if code in LINES:
            self[code] = LINES[code]
        elif code in DROPPED:
            self[code] = None
        elif code in self.known:
            self[code] = code
        else:
            self[code] = INSTEAD
        return self[code]


def visible(data: Any, shown: Substitutes) -> Any:
    """The same data with every text in it made of what can be shown."""
    if isinstance(data, str):
        if data.isascii() and data.isprintable():
            return data
        return LONELY.sub("", data.translate(shown))
    if isinstance(data, dict):
        return {name: visible(value, shown) for name, value in data.items()}
    if isinstance(data, list):
        return [visible(value, shown) for value in data]
    return data


def characters(font: bytes) -> Iterator[int]:
    """The characters that a TrueType font maps to a glyph: its cmap, formats 4 and 12."""
    count = struct.unpack_from(">H", font, 4)[0]
    for place in range(12, 12 + 16 * count, 16):
        tag, _, start, _ = struct.unpack_from(">4sLLL", font, place)
        if tag == b"cmap":
            for record in range(struct.unpack_from(">H", font, start + 2)[0]):
                table = start + struct.unpack_from(">L", font, start + 8 + 8 * record)[0]
                match struct.unpack_from(">H", font, table)[0]:
                    case 4:
                        yield from _by_segment(font, table)
                    case 12:
                        yield from _by_group(font, table)


def _by_segment(font: bytes, table: int) -> Iterator[int]:
    size = struct.unpack_from(">H", font, table + 6)[0]
    segments = size // 2
    ends, starts, deltas, offsets = (
        struct.unpack_from(f">{segments}H", font, table + place)
        for place in (14, 16 + size, 16 + 2 * size, 16 + 3 * size)
    )
    for number in range(segments):
        for code in range(starts[number], min(ends[number], 0xFFFE) + 1):
            glyph = code
            if offsets[number]:
                at = table + 16 + 3 * size + 2 * number + offsets[number]
                glyph = struct.unpack_from(">H", font, at + 2 * (code - starts[number]))[0]
            if (glyph or not offsets[number]) and (glyph + deltas[number]) & 0xFFFF:
                yield code


def _by_group(font: bytes, table: int) -> Iterator[int]:
    for place in range(struct.unpack_from(">L", font, table + 12)[0]):
        first, last, glyph = struct.unpack_from(">LLL", font, table + 16 + 12 * place)
        yield from range(first if glyph else first + 1, last + 1)


if __name__ == "__main__":
    main()
