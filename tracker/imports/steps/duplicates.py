"""Which rows are there already: the same company, role and date, counted as often as they occur."""

from collections.abc import Iterable
from datetime import date

Key = tuple[str, str, date | None]


def key(company: str | None, role: str | None, applied_on: date | None) -> Key:
    """What two rows share when they are the same application; empty equals empty."""
    return _plain(company), _plain(role), applied_on


def _plain(text: str | None) -> str:
    return " ".join((text or "").split()).casefold()


class Matcher:
    """Takes each existing application once: two such rows and one there leave one new."""

    def __init__(self, existing: Iterable[tuple[int, Key]]) -> None:
        self._free: dict[Key, list[int]] = {}
        for number, found in existing:
            self._free.setdefault(found, []).append(number)
        for numbers in self._free.values():
            numbers.reverse()

    def take(self, wanted: Key) -> int | None:
        """The existing one that this row is, or None when it is new."""
        numbers = self._free.get(wanted)
        return numbers.pop() if numbers else None
