"""Calendars (RFC 5545), as Apple, Google and Thunderbird read them.

Times are in UTC; an entry keeps its UID, and SEQUENCE and LAST-MODIFIED grow with it. Nothing in
it depends on when it is asked for, so that an unchanged calendar is the same bytes.
"""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy.orm import Session

from tracker.exports.calendar.event import Event
from tracker.exports.calendar.events import CalendarEvents
from tracker.exports.request import ExportRequest, ProgressCallback
from tracker.models.user import User

PRODUCT = "-//Onward//Onward//EN"
NAME = "Onward"
EVERY = timedelta(hours=1)
"""How often a program is asked to look again; Google looks when it likes."""


def make(
    session: Session, user: User, wanted: ExportRequest, now: datetime, told: ProgressCallback
) -> bytes:
    """The calendar of one span, with companies as chosen."""
    events = CalendarEvents(session, user, wanted.choice, wanted.span, now).events()
    told(50)
    return calendar_of(events)


def calendar_of(events: Iterable[Event], base: str = "") -> bytes:
    """The file; with the address of this Onward, each entry leads back to its page."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", PRODUCT)
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    calendar.add("refresh-interval", EVERY, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT1H")
    for event in events:
        calendar.add_component(_entry(event, base))
    made: bytes = calendar.to_ical()
    return made


def _entry(event: Event, base: str) -> Any:
    from icalendar import Event as Entry

    whole_day = not isinstance(event.starts, datetime)
    entry = Entry()
    entry.add("uid", event.uid)
    entry.add("dtstamp", event.changed)
    entry.add("created", event.made)
    entry.add("last-modified", event.changed)
    entry.add("sequence", event.sequence)
    entry.add("dtstart", event.starts)
    entry.add("dtend", event.ends)
    entry.add("summary", event.summary)
    kept = "TENTATIVE" if event.tentative else "CONFIRMED"
    entry.add("status", "CANCELLED" if event.cancelled else kept)
    entry.add("transp", "TRANSPARENT" if whole_day or event.cancelled else "OPAQUE")
    entry.add("class", "PRIVATE")
    if event.place:
        entry.add("location", event.place)
    if base and event.path:
        entry.add("url", base + event.path)
    return entry
