"""The name of a file, wherever it comes from, as it can stand in a list and in a header."""

import re

from tracker.values.text import clean_line

BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that turn the direction of writing: with one, cv_fdp.exe reads as cv_exe.pdf."""


def bare_name(given: str) -> str:
    """One line, without a folder and without what turns its letters round; nothing, if no more."""
    return clean_line(BIDI.sub("", given).replace("\\", "/").rpartition("/")[2])
