"""Names as a line of few words can hold them."""

from tracker.leads.opening import Match
from tracker.leads.signals import SETTINGS
from tracker.values.formatting import shortened

WHOLE, FEW = 6, 3
"""Words of a name where there is room, and where there is little."""
WIDEST = 40
"""Signs of a name."""


def named(found: Match, most: int = FEW) -> str:
    """What was found, as its owner writes it."""
    name = found.ingredient.name
    return name.lower() if name in SETTINGS.values() else short(name, most)


def short(name: str, most: int = FEW) -> str:
    """A name of few words."""
    words = name.split()
    return shortened(
        " ".join(words[:most]).strip(",;:& ") + ("…" if len(words) > most else ""), WIDEST
    )
