"""Words as a Word file holds them: what it can hold of them, from the right where they begin so."""

import re
import unicodedata
from typing import Any

from docx.oxml import OxmlElement

UNWRITABLE = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u202a-\u202e\ud800-\udfff\ufffe\uffff]"
)
"""What XML can't hold, and what would turn the text after it around."""
STRONG = ("L", "R", "AL")


def write_text(paragraph: Any, text: str) -> None:
    """Words in a paragraph, from the right where they begin so."""
    shown = writable(text)
    run = paragraph.add_run(shown)
    if _from_the_right(shown):
        paragraph._p.get_or_add_pPr().append(OxmlElement("w:bidi"))
        run._r.get_or_add_rPr().append(OxmlElement("w:rtl"))


def writable(text: str) -> str:
    """What a file can hold."""
    return UNWRITABLE.sub("", text)


def _from_the_right(text: str) -> bool:
    first = next((way for way in map(unicodedata.bidirectional, text) if way in STRONG), "L")
    return first in ("R", "AL")
