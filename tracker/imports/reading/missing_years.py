"""The year of days that were written without one, told from the rows around them."""

from collections.abc import Iterable, Iterator
from datetime import date

from tracker.imports.reading.dates import DateReader
from tracker.imports.words.date_words import parse

HALF_A_YEAR = 184
"""Only a 29 February can lie further from its neighbours: then it has no year here."""

Known = tuple[int, date | None, tuple[int, int] | None]
"""A row with its day, or with a day and a month."""


def _next_known(known: list[Known]) -> list[date | None]:
    """For each row the next full date below; at the foot of a list without any, today's place."""
    after: date | None = None
    following: list[date | None] = []
    for _, on, _ in reversed(known):
        following.append(after)
        after = on or after
    return following[::-1]


def _nearest(
    day: int, month: int, before: date | None, after: date | None, today: date
) -> date | None:
    """Between its neighbours if a year puts it there, else nearest to the one above."""
    options = list(_options(day, month, before or after or today))
    if not options:
        return None
    if before and after:
        low, high = sorted((before, after))
        between = [on for on in options if low <= on <= high]
        options = between or options
    if before or after:
        anchor = before or after or today
        found = min(options, key=lambda on: abs((on - anchor).days))
        return found if abs((found - anchor).days) <= HALF_A_YEAR else None
    return max((on for on in options if on <= today), default=options[0])


def _options(day: int, month: int, anchor: date) -> Iterator[date]:
    for year in range(anchor.year - 2, anchor.year + 3):
        try:
            yield date(year, month, day)
        except ValueError:
            continue


def years_in_order(
    cells: Iterable[tuple[int, str]], reader: DateReader, today: date
) -> list[tuple[int, int]]:
    """Years for days without one, as (from this row on, year), so that rows stay in order."""
    known = list(_beside_yearless(cells, reader))
    if all(day_month is None for _, _, day_month in known):
        return []
    before: date | None = None
    found: list[tuple[int, date]] = []
    for (number, on, day_month), after in zip(known, _next_known(known), strict=True):
        if day_month is not None:
            on = _nearest(*day_month, before, after, today)
            found += [(number, on)] if on else []
        before = on or before
    if any(on for _, on, _ in known):
        return _runs(found, 0)
    return _runs(found, max((_years_ahead(on, today) for _, on in found), default=0))


def _beside_yearless(cells: Iterable[tuple[int, str]], reader: DateReader) -> Iterator[Known]:
    """Days without a year, and of the others those that stand next to one: a sheet has many."""
    before: Known | None = None
    after_yearless = False
    for number, text in cells:
        written = parse(text)
        if written.form in ("yearless", "yearless_numbers"):
            if before is not None:
                yield before
            yield number, None, reader.day_month(written)
            before, after_yearless = None, True
        elif on := reader.read(text).on:
            if after_yearless:
                yield number, on, None
            else:
                before = number, on, None
            after_yearless = False


def _years_ahead(on: date, today: date) -> int:
    """How many years a day must go back not to lie ahead of us."""
    ahead = on.year - today.year
    return max(0, ahead + ((on.month, on.day) > (today.month, today.day)))


def _runs(found: list[tuple[int, date]], too_far: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for number, on in found:
        if not runs or runs[-1][1] != on.year - too_far:
            runs.append((number, on.year - too_far))
    return runs
