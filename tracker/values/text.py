"""Text as it is kept: what was typed, without what no database or screen can hold."""

import re
import unicodedata
from functools import lru_cache
from urllib.parse import urlsplit

BREAKS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
NOT_STORABLE = re.compile(r"[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
LONE = re.compile(r"[\ud800-\udfff]")
LONGEST_LINK = 2000
FAMILY_FIRST = re.compile(
    r"[々ー\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7a3\U00020000-\U0003ffff]"
)
"""Han, kana and Hangul."""
MOST_MARKS = 30
"""On one letter, as Unicode's stream-safe text has it: sorting a million takes an hour."""


def clean_text(text: str) -> str:
    """Lines end in LF and in no spaces; direction marks stay, as dir=auto keeps them in place."""
    text = BREAKS.sub("\n", text)
    text = LONE.sub("\N{REPLACEMENT CHARACTER}", NOT_STORABLE.sub("", text))
    if not text.isascii():
        text = unicodedata.normalize("NFC", _piled_marks().sub(r"\1", text))
    return "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n")


@lru_cache(maxsize=1)
def _piled_marks() -> re.Pattern[str]:
    """More marks than any letter has; made when first asked, as all of Unicode is gone through."""
    marks = "".join(
        mark
        for mark in map(chr, range(0x300, 0x20000))
        if unicodedata.combining(unicodedata.normalize("NFD", mark)[0])
    )
    return re.compile(f"([{marks}]{{{MOST_MARKS}}})[{marks}]+")


def is_family_first(name: str) -> bool:
    """Whether a name's script puts the family before the given name: 田中 太郎, 김 철수."""
    letters = [sign for sign in name if sign.isalpha()]
    return bool(letters) and all(FAMILY_FIRST.match(sign) for sign in letters)


def clean_line(text: str) -> str:
    """One line, with single spaces between its words."""
    return " ".join(clean_text(text).split())


def is_web_link(url: str) -> bool:
    """Whether it can be followed: http or https, a host, and nothing that hides where it goes."""
    if len(url) > LONGEST_LINK or re.search(r"[\s\\<>\"\x00-\x1f\x7f]", url):
        return False
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
