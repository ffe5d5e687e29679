"""An hour that was told by another clock, in words beside the time field."""

from datetime import datetime
from typing import NamedTuple

from tracker.mail.slots import Slot
from tracker.mail.zones.zone_hours import LocalHour, LocalHours
from tracker.mail.zones.zone_names import city, place_zone
from tracker.values.formatting import full_day
from tracker.views.mail.mail_form import MailForm


class Hour(NamedTuple):
    """One that can be tapped."""

    value: str
    words: str
    chosen: bool


class HourChoice(NamedTuple):
    """What the template places; an hour that is asked about has several to tap."""

    line: str
    hours: list[Hour]


def present_zone_hours(form: MailForm) -> HourChoice | None:
    """What they wrote and what it is here; nothing where that is the same."""
    slot = form.their_hour
    meant = slot.local_hours(form.zone) if slot is not None else None
    if slot is None or slot.at is None or meant is None:
        return None
    wrote = written(slot)
    own = datetime.combine(slot.on, slot.at)
    if not meant.choices:
        line = f"They wrote {wrote}. We don’t know that time zone, so the time is as they wrote it."
        return HourChoice(line, [])
    taken = _chosen(form)
    if meant.sure is not None:
        if meant.sure.replace(tzinfo=None) == own:
            return None
        line = f"{slot.at:%H:%M} {_there(slot.zone)} is {_here(meant.sure, own)} for you."
        there = Hour(f"{own:%Y-%m-%dT%H:%M}", f"It is {own:%H:%M} for me", taken == own)
        here = Hour(f"{meant.sure:%Y-%m-%dT%H:%M}", f"{meant.sure:%H:%M} for me", not there.chosen)
        return HourChoice(line, [here, there])
    several = [_asked(each, own, taken) for each in meant.choices]
    return HourChoice(f"They wrote {wrote}{_doubt(slot, meant, own)}", several)


def written(slot: Slot) -> str:
    """11:15 AEST, as they wrote it."""
    return f"{slot.at:%H:%M} {slot.zone}"


def _chosen(form: MailForm) -> datetime | None:
    on, at = form.day.data, form.clock.data
    return datetime.combine(on, at) if on is not None and at is not None else None


def _doubt(slot: Slot, meant: LocalHours, own: datetime) -> str:
    """Why it is asked: in December clocks in Sydney show AEDT."""
    if not meant.home or len(meant.choices) > 2:
        return ", which several places use. Which time is it for you?"
    first, second = (_here(each.at, own) for each in meant.choices)
    return (
        f". In {slot.on:%B}, clocks in {meant.home} show {meant.shown}: "
        f"{first} or {second} for you?"
    )


def _asked(each: LocalHour, own: datetime, taken: datetime | None) -> Hour:
    here = each.at.replace(tzinfo=None)
    words = f"{_here(each.at, own)} ({each.by})"
    return Hour(f"{here:%Y-%m-%dT%H:%M}", words, here == taken)


def _here(at: datetime, own: datetime) -> str:
    """22:15, with the day where it is another."""
    hour = f"{at:%H:%M}"
    return hour if at.date() == own.date() else f"{full_day(at.date())[:-5]}, {hour}"


def _there(zone: str) -> str:
    """In London, of "London time"; GMT as it is."""
    name = zone.removesuffix(" time").removesuffix(" Time").removesuffix(" local")
    if "/" in name and place_zone(name):
        return f"in {city(name)}"
    return f"in {name}" if name != "UTC" and place_zone(name) else zone


__all__ = ["HourChoice", "present_zone_hours", "written"]
