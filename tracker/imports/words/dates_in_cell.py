"""Several days in one cell."""

import re
from functools import lru_cache

from tracker.imports.words.date_words import LONGEST, parse

MOST = 240
"""Characters of a cell with several days."""
SEVERAL = re.compile(
    r"\s*(?:;|&|\+|\||\n|→)\s*|\s+(?:and|und|et|y|e|en|then)\s+|\s*,\s*|\s+/\s+", re.IGNORECASE
)


@lru_cache(maxsize=16_384)
def several(text: str) -> tuple[str, ...]:
    """The days of a cell that holds more than one, each as it is written; else nothing."""
    if not any(map(str.isdigit, text)) or len(text) > MOST or parse(text).form != "bad":
        return ()
    parts = [part.strip() for part in SEVERAL.split(text.strip()) if part.strip()]
    if len(parts) < 2:
        return ()
    if all(parse(part).form not in ("bad", "empty") for part in parts):
        return tuple(parts)
    return _joined(parts)


def _joined(parts: list[str]) -> tuple[str, ...]:
    """`Sep 3, 2026, Sep 9, 2026` falls into four parts at its commas, and is two days."""
    days: list[str] = []
    place = 0
    while place < len(parts):
        two = ", ".join(parts[place : place + 2])
        if place + 1 < len(parts) and parse(two).form == "date":
            days.append(two)
            place += 2
        elif parse(parts[place]).form not in ("bad", "empty"):
            days.append(parts[place])
            place += 1
        else:
            return ()
    return tuple(days) if len(days) > 1 else ()


def holds_days(text: str) -> bool:
    """Whether a cell holds a day, or several."""
    if len(text) <= LONGEST and parse(text).form not in ("bad", "empty"):
        return True
    return bool(several(text))
