"""What a cell of a spreadsheet may hold: never a formula, never what XML can't carry."""

import re
from datetime import date, datetime

Cell = str | int | float | bool | date | datetime | None
"""Moments are on the person's clock."""

BEGINNINGS = "=+\\-@＝＋－＠﹦﹢﹣﹫−"
"""What spreadsheets take for the beginning of a formula, in every width."""
UNSEEN = "[^\\S\\n]|[\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]"
SUSPECT = re.compile(f"[\t\r{BEGINNINGS}]")
NUMBER = re.compile(r"[+-]?\d{1,15}(?:[.,]\d{1,15})?")
BREAKS = re.compile(r"\r\n?")
LINE = re.compile(rf"^(?=\t|(?:{UNSEEN})*[{BEGINNINGS}])", re.MULTILINE)
AFTER_A_DIVIDER = re.compile(rf"([;,\t](?:['\";,]|{UNSEEN})*+)([{BEGINNINGS}])?")
"""Takes all dividers that follow each other at once: from each anew, a run of tabs takes hours."""
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def without_formula(text: str) -> str:
    """The text with an apostrophe wherever a spreadsheet might begin a formula; numbers stay.

    Lines, and what follows a comma, a semicolon or a tab, count as well: a program that divides
    columns by another sign than ours begins cells there.
    """
    if not SUSPECT.search(text) or NUMBER.fullmatch(text):
        return text
    text = BREAKS.sub("\n", text)
    return AFTER_A_DIVIDER.sub(_kept_apart, LINE.sub("'", text))


def _kept_apart(found: re.Match[str]) -> str:
    return f"{found[1]}'{found[2]}" if found[2] else found[0]


def without_illegal_characters(text: str) -> str:
    """The text without what XML 1.0 can't carry."""
    return ILLEGAL.sub("", text) if not text.isprintable() else text
