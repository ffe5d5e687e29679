"""A time that is proposed, by whose clock."""

from datetime import UTC, date, datetime, time, tzinfo
from typing import NamedTuple

from tracker.mail.zones.zone_hours import LocalHours, local_hours
from tracker.mail.zones.zone_names import meanings


class Slot(NamedTuple):
    """A day that is proposed, on the clocks of a zone; the hour perhaps unknown."""

    on: date
    at: time | None = None
    zone: str = ""
    """By whose clock, in the words that say so; empty: by the person's."""
    minutes: int | None = None

    def local_hours(self, account: tzinfo) -> LocalHours | None:
        """What its hour may be on the person's own clock; nothing where it is theirs."""
        return local_hours(self.on, self.at, self.zone, account) if self.at and self.zone else None

    def here(self, account: tzinfo) -> "Slot":
        """The same moment on the person's own clock; as it was written where there is doubt."""
        meant = self.local_hours(account)
        moment = meant.sure if meant is not None else None
        if moment is None:
            return self._replace(zone="")
        return Slot(moment.date(), moment.time(), "", self.minutes)


def slot_of(begins: datetime, minutes: int | None, named: str = "") -> Slot:
    """On the clock of its own zone, which it names; a floating one is on the person's."""
    known = [each for each in meanings(named, "") if each.minutes is None] if named else []
    if known or begins.tzinfo is None:
        return Slot(begins.date(), begins.time(), known[0].home if known else named, minutes)
    moment = begins.astimezone(UTC)
    return Slot(moment.date(), moment.time(), "UTC", minutes)
