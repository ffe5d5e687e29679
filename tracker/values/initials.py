"""What stands for a name where there is no room for it: its initial, and a hue of its own."""

from functools import lru_cache
from zlib import crc32

from tracker.values.folding import fold

HUES = 8
"""How many there are in static/css/disc.css."""


def initial(name: str) -> str:
    """The first letter or digit of a name, as a capital; a dot where it has neither."""
    first = next((sign for sign in name if sign.isalnum()), "·")
    return first.upper() if len(first.upper()) == 1 else first


@lru_cache(maxsize=4096)
def hue(name: str) -> int:
    """Which of the eight hues: the same for a name in capitals, with accents or without."""
    return crc32(fold(name).encode()) % HUES
