"""A line of a work-search log."""

from datetime import date
from typing import NamedTuple


class LogEntry(NamedTuple):
    """One thing that was done. Words of ours are English; those typed are as they were typed."""

    on: date
    kind: str
    employer: str = ""
    address: str = ""
    contact: str = ""
    position: str = ""
    how: str = ""
    result: str = ""
    minutes: int | None = None
    ours: bool = True
    """Whether `how` and `result` are our words."""
    place: tuple[str, int] | None = None
    """The noun and the number of its row, for a link on the page."""
