"""The log on its page: what was done leads each row, and its day follows."""

from collections.abc import Sequence
from typing import NamedTuple

from tracker.exports.work_search.log import LogEntry
from tracker.exports.work_search.read import Log

LEADS = ("position", "what", "employer")
"""The column that says best what was done, of those that were chosen."""


class LogRow(NamedTuple):
    """What the template shows of a line."""

    href: str
    name: str
    cells: list[tuple[str, str]]
    """The other columns and what stands in them."""


class PresentedLog(NamedTuple):
    """The heads in the order of the page, and as many rows as it shows."""

    heads: list[tuple[str, str]]
    rows: list[LogRow]


def present_log(log: Log, most: int) -> PresentedLog:
    """The chosen columns, the leading one first."""
    columns = log.setting.columns
    lead = next((columns.index(each) for each in LEADS if each in columns), 0)
    order = [lead, *(n for n in range(len(columns)) if n != lead)]
    rows = [
        LogRow(edit_address(line), _name(line, cells[lead]), _named(columns, cells, order[1:]))
        for line, cells in zip(log.lines[:most], log.first(most), strict=True)
    ]
    return PresentedLog(_named(columns, log.heads, order), rows)


def _name(line: LogEntry, said: str) -> str:
    return said or line.position or line.employer or "…"


def _named(columns: Sequence[str], texts: Sequence[str], order: list[int]) -> list[tuple[str, str]]:
    return [(columns[n], texts[n]) for n in order]


def edit_address(line: LogEntry) -> str:
    """Where a line's row can be changed."""
    noun, number = line.place or ("applications", 0)
    return f"/{noun}/{number}" if noun == "applications" else f"/work-search/activities/{number}"
