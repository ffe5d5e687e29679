"""What every script and letter must be free of."""

import re


def assert_reads_well(text: str, longest: int = 1300) -> None:
    """No gap, no placeholder, nothing doubled, whatever is missing."""
    assert not re.search(r"\{\{|\}\}|\{%|%\}|\[|\]|\bNone\b|\bTrue\b|Undefined", text)
    assert not re.search(r"  | [,.;:?!)]|\( |,,|\.\.|,\.|\n\n\n|[ \t]\n|\n[ \t]", text)
    assert not re.search(r"[.?!,;:][A-Za-zÄÖÜ]", text)
    assert not re.search(r"\b(?:at|of|by|am|als|bei|vom) ?[.,;:]", text)
    assert not re.search(r"\b(\w+) \1\b", text)
    assert text == text.strip()
    assert len(text) <= longest
