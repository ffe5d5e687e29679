"""Many at once as it reads: choices of filters with their counts, rows, what was done."""

from collections import Counter
from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from tracker.loop.outcome import state_label
from tracker.loop.stage import Stage
from tracker.loop.step_kind import Kind
from tracker.models.application import Application
from tracker.models.application_facts import WORKPLACES
from tracker.models.many.bulk_change import BulkChange
from tracker.models.reads.filters import ManyFilters
from tracker.models.reads.many.filter_counts import FilterCounts
from tracker.models.reads.many.filtered import ChosenRow
from tracker.models.reads.standing import Standing
from tracker.values.formatting import BESIDE, plural, short_day, shortened
from tracker.views.board.filters_presenter import STAGES, STANDINGS, filter_words
from tracker.web.paging import address

URL = "/board/many"
STEPS: dict[str, Kind | Literal[""]] = {"follow_up": "follow_up", "close": "close"}
"""Next steps whose rows on Today may be closed together, as an address names them."""
STEP_NAMES: dict[str, str] = {"follow_up": "To follow up", "close": "To close"}
"""Their lists on Today, as the way back."""
NAMED = 5
"""Of those that stay as they are: so many by their names."""
FEW, MOST = 8, 100
"""Choices of one kind in view, and at most; those between are folded."""
TITLES = {
    "standing": "How it stands",
    "stage": "Stage",
    "source": "Source",
    "workplace": "Where the work is done",
    "tag": "Tag",
}
IN_ORDER = {
    "standing": list(STANDINGS),
    "stage": [value for value, _ in STAGES],
    "workplace": list(WORKPLACES),
}
"""Choices that have an order of their own; the others stand by how many they show."""
LEFT = {
    "gone": "{} no longer fit",
    "meanwhile": "{} changed meanwhile",
    "archived": "{} archived already",
    "over": "{} over already",
    "offer": "{} with an offer",
    "interview": "{} with an interview ahead",
    "binned": "{} in the bin",
    "same": "{} where there was nothing to change",
}


class FilterChoice(NamedTuple):
    """One choice: choosing what is chosen takes it off."""

    label: str
    many: str
    href: str
    on: bool


class FilterKind(NamedTuple):
    """All choices of one kind; the rest of them is folded."""

    name: str
    title: str
    choices: list[FilterChoice]
    rest: list[FilterChoice]


class ManyRow(NamedTuple):
    """One that can be ticked."""

    id: int
    role: str
    about: str
    applied: str
    stage: str
    fits: str
    """What is the likely thing to do with it: no_answer, archive, or nothing that stands out."""
    fresh: bool
    """Whether it was changed in the step just before."""


def present_kinds(filters: ManyFilters, counts: FilterCounts) -> list[FilterKind]:
    """Kinds of which there is anything to choose."""
    found = []
    for kind, title in TITLES.items():
        choices = [
            _choice(kind, value, filters, counts) for value in _values(kind, counts, filters)
        ]
        if choices:
            found.append(FilterKind(kind, title, choices[:FEW], choices[FEW:MOST]))
    return found


def _values(kind: str, counts: FilterCounts, filters: ManyFilters) -> list[str]:
    """Those that show something, and the one that is chosen in any case."""
    counted, chosen = counts.by[kind], getattr(filters, kind)
    known = [value for value in counted if value and counted[value]]
    values = known if chosen in ("", *known) else [chosen, *known]
    if kind in IN_ORDER:
        return [value for value in IN_ORDER[kind] if value in values]
    return sorted(values, key=lambda value: (-counted[value], value.casefold()))


def _choice(kind: str, value: str, filters: ManyFilters, counts: FilterCounts) -> FilterChoice:
    on = getattr(filters, kind) == value
    href = address(URL, vars(filters) | {kind: "" if on else value})
    return FilterChoice(filter_words(kind, value), f"{counts.by[kind][value]:,}", href, on)


def fits(standing: str) -> str:
    """What is likely to be done with one that stands like this; a word of ours from the server."""
    if standing == Standing.SILENT:
        return "no_answer"
    return "" if Standing(standing).is_open else "archive"


def fits_all(filters: ManyFilters) -> str:
    """The same for whatever these filters show: known only where they say how it stands."""
    if filters.step:
        return "no_answer"
    if filters.standing:
        return fits(filters.standing)
    over = filters.stage and filters.stage not in Stage.OPEN
    return "archive" if over else ""


def present_many(
    rows: Sequence[ChosenRow], today: date, fresh: Collection[int] = (), likely: str = ""
) -> list[ManyRow]:
    """Two lines each; `likely` is what is likely to be done with all of them."""
    return [_row(row, today, row.id in fresh, likely) for row in rows]


def _row(row: ChosenRow, today: date, fresh: bool, likely: str) -> ManyRow:
    state = state_label(row.stage, None, row.ending)
    sent = short_day(row.applied_on, today) if row.applied_on else ""
    said = "" if sent and state == Stage.APPLIED.label else state
    tags = ", ".join(sorted((row.tags or "").split(", "), key=str.casefold))
    company = row.company if row.role else ""
    about = BESIDE.join(filter(None, (company, said, tags)))
    role = row.role or row.company or "A job"
    return ManyRow(row.id, role, about, sent, row.stage, likely or fits(row.standing), fresh)


def present_changed(change: BulkChange) -> dict[str, Any]:
    """What was done to how many, and where it is undone."""
    many = plural(change.changed, "application")
    said = {"done": change.said, "many": many, "said": f"{change.said}: {many}"}
    return said | {"undo_url": f"{URL}/{change.id}/reversal", "key": f"undo-{change.id}"}


def left_words(left: Counter[str], further: int) -> str:
    """Who is as they were, and why: counted, not named."""
    parts = [words.format(f"{left[why]:,}") for why, words in LEFT.items() if left[why]]
    said = f"Left as they were: {', '.join(parts)}." if parts else ""
    return f"{said} {further:,} more fit: choose them next.".strip() if further else said


def undone_words(back: int, stay: Sequence[Application]) -> str:
    """How many are as they were, and the names of those that are not."""
    said = f"Undone: {plural(back, 'application')} as before." if back else "Nothing was undone."
    if not stay:
        return said
    names = [shortened(each.role or each.company, 40) for each in stay[:NAMED]]
    more = f" and {len(stay) - NAMED:,} more" if len(stay) > NAMED else ""
    return f"{said} Changed since, so left as they are: {', '.join(names)}{more}."


def hidden_fields(filters: ManyFilters) -> dict[str, Any]:
    """What a form carries of the filters."""
    return {name: value for name, value in vars(filters).items() if value}
