"""What would come of a sheet, in the words of the page."""

from tracker.imports.steps.forecast import Forecast
from tracker.values.formatting import count, plural


def in_words(coming: Forecast) -> str:
    """118 applications, 12 leads, and 3 rows need a look."""
    parts = []
    if coming.applications:
        parts.append(plural(coming.applications, "application"))
    if coming.leads:
        parts.append(plural(coming.leads, "lead"))
    if coming.changed:
        parts.append(f"updates for {count(coming.changed)} you already have")
    if coming.waiting:
        waiting = plural(coming.waiting, "row needs a look", "rows need a look")
        parts.append(f"and {waiting}" if parts else waiting)
    words = ", ".join(parts)
    return words[:1].upper() + words[1:] or "Nothing new in this sheet"


def besides(coming: Forecast, keep_doubles: bool) -> list[str]:
    """What else is in the sheet, and comes in no second time."""
    parts = []
    if coming.there:
        parts.append(f"{count(coming.there)} already there")
    if coming.doubles and not keep_doubles:
        parts.append(plural(coming.doubles, "probable duplicate"))
    return parts


__all__ = ["besides", "in_words"]
