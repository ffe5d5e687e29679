"""Values on a card: their parts, their escapes, their letters."""

import re

from tracker.values.text import clean_line

ESCAPE = re.compile(r"\\(.)", re.DOTALL)


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


def words(value: str) -> str:
    return clean_line(unescaped(value))
