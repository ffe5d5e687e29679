"""The working days of a country and its states."""

from collections.abc import Collection
from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

SATURDAY_AND_SUNDAY = frozenset({5, 6})
ANYWHERE = ""
"""No country: weekends alone are free."""


class Year(NamedTuple):
    """A year's public holidays by day, and the days of the week (Monday is 0) that are free."""

    holidays: dict[date, str]
    weekend: Collection[int]


def working_days_after(day: date, count: int, country: str, state: str = "") -> date:
    """The count-th working day after a day; where the country is unknown, weekends are free."""
    left = count
    while left > 0 and day < date.max:
        day += timedelta(days=1)
        left -= is_working_day(day, country, state)
    return day


def is_working_day(day: date, country: str, state: str = "") -> bool:
    """Neither a weekend there nor a public holiday; an unknown state has the country's."""
    year = _year(country.upper(), state.upper(), day.year)
    return day.weekday() not in year.weekend and day not in year.holidays


@lru_cache(maxsize=64)
def _year(country: str, state: str, year: int) -> Year:
    if country == ANYWHERE:
        return Year({}, SATURDAY_AND_SUNDAY)
    import holidays  # takes a sixth of a second: never at the start

    for subdivision in (state or None, None):
        try:
            known = holidays.country_holidays(country, subdiv=subdivision, years=[year])
        except (NotImplementedError, KeyError, ValueError):
            continue
        return Year(dict(known), frozenset(known.weekend))
    return Year({}, SATURDAY_AND_SUNDAY)
