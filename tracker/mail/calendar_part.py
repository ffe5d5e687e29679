"""When and where a talk is, as the calendar part of a mail says it."""

from datetime import date, datetime

from tracker.mail.meeting.places import place_in
from tracker.mail.slots import Slot, slot_of
from tracker.mail.text.own_words import LONGEST
from tracker.values.text import clean_line


def from_calendar(calendar: str) -> tuple[Slot, str] | None:
    """The first event of a calendar part, and its place or link."""
    import icalendar  # loaded when a mail brings one

    try:
        parsed = icalendar.Calendar.from_ical(calendar[:200_000])
        event = next(iter(parsed.walk("VEVENT")), None)
        begins = event.decoded("DTSTART") if event is not None else None
    except Exception:  # what is no calendar fails in many ways
        return None
    if event is None or not isinstance(begins, date):
        return None
    place = clean_line(str(event.get("LOCATION", "")))[:500]
    link = place_in(f"{place}\n{event.get('URL', '')}\n{event.get('DESCRIPTION', '')}"[:LONGEST])
    place = link if link.startswith("https:") and not place.startswith("https:") else place or link
    if not isinstance(begins, datetime):
        return Slot(begins), place
    named = str(getattr(event["DTSTART"], "params", {}).get("TZID", ""))
    return slot_of(begins, _length(event, begins), named), place


def _length(event: object, begins: datetime) -> int | None:
    try:
        ends = event.decoded("DTEND")  # type: ignore[attr-defined]
        minutes = int((ends - begins).total_seconds() // 60)
    except Exception:  # no end, or one of another kind
        return None
    return minutes if 5 <= minutes <= 12 * 60 else None
