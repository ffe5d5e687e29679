"""Days as the person lives them: between moments in UTC and dates in a time zone."""

from datetime import UTC, date, datetime, time, timedelta, tzinfo

from tracker.values.lived_zone import LivedZone

LAST_MOMENT = datetime.max.replace(tzinfo=UTC)
FIRST_MOMENT = datetime.min.replace(tzinfo=UTC)


def day_of(moment: datetime, zone: tzinfo) -> date:
    """The date on the person's calendar; at the ends of time, the last or first one there is."""
    try:
        if isinstance(zone, LivedZone):
            return zone.day_of(moment)
        return moment.astimezone(zone).date()
    except OverflowError:
        return moment.date()


def start_of(day: date, zone: tzinfo) -> datetime:
    """The moment a day begins, in UTC; where a clock change skips midnight, the change itself."""
    try:
        return datetime.combine(day, time.min, zone).astimezone(UTC)
    except OverflowError:
        return FIRST_MOMENT if day.year == 1 else LAST_MOMENT


def days_after(day: date, count: int) -> date:
    """Never beyond the last date there is, whatever year was typed."""
    try:
        return day + timedelta(days=count)
    except OverflowError:
        return date.max if count > 0 else date.min
