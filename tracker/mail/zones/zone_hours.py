"""What an hour that was told by another clock is on the person's own: sure, doubtful, unknown."""

from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tracker.mail.zones.zone_names import ZoneMeaning, city, country_of, meanings, short_of


class LocalHour(NamedTuple):
    """One moment that may be meant, on the person's own clock."""

    at: datetime
    by: str
    """Whose clock says it: Sydney, or AEST."""


class LocalHours(NamedTuple):
    """All that may be meant, the earliest first: one is sure, several are asked about."""

    choices: tuple[LocalHour, ...]
    home: str = ""
    """The place whose clocks show something else on that day, as one says AEST in summer."""
    shown: str = ""
    """What they show."""

    @property
    def sure(self) -> datetime | None:
        """The one moment, where there is no doubt."""
        return self.choices[0].at if len(self.choices) == 1 else None

    @property
    def asks(self) -> bool:
        """Whether the person has to say which it is."""
        return len(self.choices) > 1


def local_hours(on: date, at: time, words: str, account: tzinfo) -> LocalHours:
    """What an hour with a zone beside it may be; no choice where nobody knows the zone."""
    wall, found, home, shown = datetime.combine(on, at), [], "", ""
    several = meant(words, wall, account)
    for meaning in several:
        there = ZoneInfo(meaning.home) if meaning.home else account
        here = LocalHour(wall.replace(tzinfo=there).astimezone(account), city(str(there)))
        if meaning.minutes is None:
            found.append(here)
            continue
        fixed = wall.replace(tzinfo=timezone(timedelta(minutes=meaning.minutes)))
        again = fixed.astimezone(there).replace(tzinfo=None) == wall
        if meaning.minutes in offsets(there, on.year) and not again:
            found += [here, LocalHour(fixed.astimezone(account), short_of(words))]
            home, shown = here.by, name_of(wall, there, not meaning.home)
        else:
            by = here.by if len(several) > 1 else short_of(words)
            found.append(LocalHour(fixed.astimezone(account), by))
    different = {each.at.timestamp(): each for each in reversed(found)}
    return LocalHours(tuple(each for _, each in sorted(different.items())), home, shown)


def meant(words: str, wall: datetime, account: tzinfo) -> list[ZoneMeaning]:
    """What the words may mean, the person's own clock and country first."""
    country = country_of(str(account))
    found, short = meanings(words, country), short_of(words)
    own = names(account, wall.year)
    if short in own and found and found[0].minutes is not None:
        return [ZoneMeaning(str(account), own[short])]
    if country == "AU" and short.split("/")[0] in LOOSE:
        return found
    country = {"CA": "US"}.get(country, country)
    return [each for each in found if country and country_of(each.home) == country] or found


LOOSE = {"EST", "EDT", "CST", "CDT", "ET"}
"""Australians write them of their own east, too, and of New York's: never decided by a country."""


def names(zone: tzinfo, year: int) -> dict[str, int]:
    """How a zone's clocks are called through a year, and their minutes from UTC."""
    days = (datetime(year, month, 15, 12, tzinfo=zone) for month in range(1, 13))
    return {day.tzname() or "": minutes_from_utc(day, zone) for day in days}


def offsets(zone: tzinfo, year: int) -> set[int]:
    """Its minutes from UTC through a year: one, or two where there is summer time."""
    return set(names(zone, year).values())


def minutes_from_utc(wall: datetime, zone: tzinfo) -> int:
    """By the clocks of a zone at an hour."""
    offset = wall.replace(tzinfo=zone).utcoffset() or timedelta()
    return int(offset.total_seconds() // 60)


def name_of(wall: datetime, zone: tzinfo, by_number: bool) -> str:
    """What the clocks show: AEDT, else UTC+11."""
    name = wall.replace(tzinfo=zone).tzname() or ""
    if name.isalpha() and not by_number:
        return name
    minutes = minutes_from_utc(wall, zone)
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")
