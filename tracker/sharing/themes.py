"""What they keep saying, for better and for worse, and what was done about it."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from tracker.models.feedback import POINTS
from tracker.sharing.loop_rows import ActionRow
from tracker.sharing.record import Record
from tracker.values.formatting import plain_day, shortened

WHAT = 120
"""Characters of an action beside a theme."""
SHOWN = 2
"""Actions beside a theme."""
A_SENTENCE = 4
"""Words from which a quote says something by itself."""


class SharedTheme(NamedTuple):
    """Something that they keep saying: how often, the latest words for it, what was done."""

    name: str
    times: int
    quote: str
    about_it: Sequence[str] = ()
    """Done first, then planned."""


def to_improve(record: Record) -> list[SharedTheme]:
    """What they say could be better, by how often they say it, and what was done about it."""
    return [
        theme._replace(about_it=tuple(map(did, about(record, theme.name))))
        for theme in _said(record, "improve")
    ]


def strengths(record: Record) -> list[SharedTheme]:
    """What they value, by how often they say it."""
    return _said(record, "strength")


def about(record: Record, theme: str) -> list[ActionRow]:
    """What answers something that they say."""
    found = [line for line in record.actions if theme in line.themes]
    return sorted(found, key=lambda line: line.done_on is None)[:SHOWN]


def did(line: ActionRow) -> str:
    """What was done about something, or is planned."""
    what = shortened(line.what, WHAT)
    if line.done_on:
        return f"Done {plain_day(line.done_on)}: {what}"
    due = f" by {plain_day(line.due_on)}" if line.due_on else ""
    return f"Planned{due}: {what}"


def _said(record: Record, kind: str) -> list[SharedTheme]:
    said: dict[str, list[str]] = defaultdict(list)
    for point in record.points:
        if point.kind == POINTS[kind] and point.theme:
            said[point.theme].append(point.quote)
    most = Counter({name: len(quotes) for name, quotes in said.items()}).most_common()
    return [SharedTheme(name, times, telling(said[name])) for name, times in most]


def telling(quotes: Sequence[str]) -> str:
    """The latest that is more than a scrap, such as “writing 5”, where there is one."""
    return next((each for each in quotes if len(each.split()) >= A_SENTENCE), quotes[0])
