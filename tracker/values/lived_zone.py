"""The time zone that somebody lives in, and those that they lived in before.

A day that is past stays the day it was: a moment is read on the clocks of the place where the
person lived then. So a change of zone moves nothing that has happened.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta, tzinfo
from functools import lru_cache
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
"""No clock is further from Greenwich's."""


class LivedZone(ZoneInfo):
    """A zone that was another one before."""

    former: tuple[tuple[datetime, ZoneInfo], ...] = ()

    def _at(self, moment: datetime) -> tzinfo:
        """The zone in which a moment in UTC was lived."""
        for until, zone in self.former:
            if moment < until:
                return zone
        return ZoneInfo(self.key)

    def _told(self, local: datetime) -> datetime:
        """A time on the wall, in the zone whose wall it was.

        A move west tells some hours twice: the second time, `fold` is set.
        """
        about = local.replace(tzinfo=UTC)
        found = next(
            (
                told
                for until, zone in self.former
                if about - until < DAY and _in_utc(told := local.replace(tzinfo=zone)) < until
            ),
            None,
        )
        later = local.replace(tzinfo=self._at(_in_utc(local.replace(tzinfo=ZoneInfo(self.key)))))
        if found and local.fold and found.tzinfo is not later.tzinfo:
            return later.replace(fold=0)
        return found or later

    def day_of(self, moment: datetime) -> date:
        """The day of a moment; none comes again, so a move west leaves it as it was for a while."""
        day = moment.astimezone(self).date()
        for until, zone in self.former:
            if moment >= until:
                day = max(day, until.astimezone(zone).date())
        return day

    def fromutc(self, moment: datetime) -> datetime:
        """The time on the wall."""
        zone = self._at(moment.replace(tzinfo=UTC))
        local = zone.fromutc(moment.replace(tzinfo=zone))
        if self._told(local.replace(fold=0)).tzinfo is not zone:
            local = local.replace(fold=1)
        return local.replace(tzinfo=self)

    def utcoffset(self, local: datetime | None) -> timedelta | None:
        """How far ahead of Greenwich."""
        return self._told(local).utcoffset() if local is not None else None

    def dst(self, local: datetime | None) -> timedelta | None:
        """How much of that is summer time."""
        return self._told(local).dst() if local is not None else None

    def tzname(self, local: datetime | None) -> str | None:
        """The zone's short name then."""
        return self._told(local).tzname() if local is not None else None


def _in_utc(told: datetime) -> datetime:
    try:
        return told.astimezone(UTC)
    except OverflowError:
        return told.replace(tzinfo=UTC)


def lived_zone(name: str, stays: Sequence[Sequence[str]]) -> ZoneInfo:
    """The zone of a name, after stays in others: pairs of a moment in ISO 8601 and a name."""
    return _lived(name, tuple((until, zone) for until, zone in stays)) if stays else ZoneInfo(name)


@lru_cache(maxsize=256)
def _lived(name: str, stays: tuple[tuple[str, str], ...]) -> ZoneInfo:
    zone = LivedZone.no_cache(name)
    zone.former = tuple((datetime.fromisoformat(until), ZoneInfo(each)) for until, each in stays)
    return zone


def with_a_stay(stays: Sequence[Sequence[str]], name: str, until: datetime) -> list[list[str]]:
    """The stays, with one more that ends at this moment."""
    return [*map(list, stays), [until.astimezone(UTC).isoformat(), name]]
