"""Where applications came from, with the rare ones put together."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from tracker.insights.figures.flows import FlowCount
from tracker.sharing.redaction import Redaction

NONE, OTHERS = "No source noted", "Others"
HIDDEN = "Applications"
"""In place of all of them, where they are not shown."""


def source_names(cells: Iterable[FlowCount], mask: Redaction, most: int) -> dict[str, str]:
    """What each source is called here: the most used by name, however they are capitalised."""
    if not mask.shows_sources:
        return {cell.source.strip(): HIDDEN for cell in cells}
    counts: Counter[str] = Counter()
    spellings: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for cell in cells:
        counts[key(cell.source)] += cell.n
        spellings[key(cell.source)][cell.source.strip()] += cell.n
    known = [name for name, _ in sorted(counts.items(), key=_most_first) if name]
    shown = known if len(known) <= most + 1 else known[:most]
    labels = {name: mask.source(min(spellings[name].items(), key=_most_first)[0]) for name in shown}
    return {
        source: NONE if not key(source) else labels.get(key(source), OTHERS)
        for each in spellings.values()
        for source in each
    }


def key(source: str) -> str:
    """How sources are compared."""
    return " ".join(source.casefold().split())


def _most_first(counted: tuple[str, int]) -> tuple[int, str]:
    name, count = counted
    return -count, name


def in_order(counts: Counter[str]) -> list[str]:
    """The largest first, then the others, then those without a source."""
    last = {OTHERS: 1, NONE: 2}
    return sorted(counts, key=lambda name: (last.get(name, 0), -counts[name], name))
