"""What would come of a sheet, in the words of the page."""

from dataclasses import dataclass

from tracker.imports.reading.open_questions import OF_ROWS, where_one_stands
from tracker.imports.reading.repeated_openings import TWICE
from tracker.imports.steps.forecast import Forecast
from tracker.values.formatting import count, plural
from tracker.views.imports.question_panels import Panel


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
    """What else is in the sheet, and makes no application of its own."""
    parts = []
    if coming.there:
        parts.append(f"{count(coming.there)} already there")
    if coming.doubles and not keep_doubles:
        parts.append(plural(coming.doubles, "probable duplicate"))
    if coming.joined:
        parts.append(f"{count(coming.joined)}\N{NO-BREAK SPACE}joined with another")
    return parts


@dataclass(frozen=True)
class Hint:
    """What becomes of the rows of a question, how many they are, and some of them."""

    decides: str
    rows: str
    lead: str
    examples: str


def hint(panel: Panel, coming: Forecast, cut: bool) -> Hint:
    """The words below a question, by the answers as they are now; `cut` where not all was read."""
    [code, *_] = panel.codes
    again = code in ("applied", TWICE, *OF_ROWS)
    rows = coming.hangs[code] if again else panel.rows
    words = f"{plural(rows, 'row')}{' or more' if panel.at_least or (again and cut) else ''}"
    shown = coming.examples.get(code, [])
    return Hint(
        where_one_stands(coming.pair) if code == TWICE and coming.pair else panel.decides,
        words if rows else "No row is left for it.",
        ", such as" if rows > len(shown) else ":",
        " · ".join(shown),
    )


__all__ = ["besides", "hint", "in_words"]
